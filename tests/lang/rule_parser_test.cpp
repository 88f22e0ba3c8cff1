// Rule files: what they hold, and mistakes named with file and line.
#include "lang/rule_parser.h"

#include <gtest/gtest.h>

#include "support/knowledge.h"

namespace qogam::lang {
namespace {

const std::string kExamples = "  + «а» => x=y\n  + «б» => x=y\n  - «в»\n";

std::string refusal(const std::string& text) {
  try {
    parse_rules({"ru/rules/dates.rules", text});
  } catch (const Error& e) {
    EXPECT_EQ(e.cause(), Cause::models);
    return e.what();
  }
  return "";
}

TEST(RuleParser, reads_a_whole_rule) {
  const auto rules = parse_rules({"ru/rules/dates.rules",
                                  "# Дни\n"
                                  "let sep = (\".\"|\"/\")\n"
                                  "\n"
                                  "rule day-month\n"
                                  "  match  day:[digits] month:@month\n"
                                  "  match  day:[digits] $sep month:[digits]\n"
                                  "  gives  date day=$day month=$month kind=\"два слова\" priority=-3\n"
                                  "  + «Сход 19 апреля» => value=2024-04-19; text=19 апреля\n"
                                  "  + «Сход 19/4» => value=2024-04-19\n"
                                  "  - «19 апельсинов»\n"});
  ASSERT_EQ(rules.size(), 1u);
  const RuleSource& r = rules[0];
  EXPECT_EQ(r.name, "day-month");
  EXPECT_EQ(r.line, 4u);
  EXPECT_EQ(r.pattern.children.size(), 2u);
  EXPECT_EQ(r.gives, "date");
  EXPECT_EQ(r.priority, -3);
  ASSERT_EQ(r.fields.size(), 3u);
  EXPECT_EQ(r.fields[0].name, "day");
  EXPECT_EQ(r.fields[0].value, "day");
  EXPECT_TRUE(r.fields[0].is_capture);
  EXPECT_EQ(r.fields[2].value, "два слова");
  EXPECT_FALSE(r.fields[2].is_capture);
  ASSERT_EQ(r.examples.size(), 3u);
  EXPECT_EQ(r.examples[0].text, "Сход 19 апреля");
  EXPECT_EQ(r.examples[0].expect, "value=2024-04-19; text=19 апреля");
  EXPECT_EQ(r.examples[0].line, 8u);
  EXPECT_FALSE(r.examples[2].positive);
}

TEST(RuleParser, quotation_marks_and_arrows_inside_an_example) {
  const auto rules = parse_rules({"f", "rule r\n match а\n gives x\n"
                                       " + «ОФ «Ақ ниет» => да» => name=Ақ ниет\n"
                                       " + «б» => none\n - «в => г»\n"});
  EXPECT_EQ(rules[0].examples[0].text, "ОФ «Ақ ниет» => да");
  EXPECT_EQ(rules[0].examples[0].expect, "name=Ақ ниет");
  EXPECT_EQ(rules[0].examples[2].text, "в => г");
}

TEST(RuleParser, mistakes_are_named_with_file_and_line) {
  const struct {
    std::string text;
    int line;
    std::string message;
  } cases[] = {
      {"match а\n", 1, "a file of rules starts with"},
      {"let x\n", 1, "`let name = pattern`"},
      {"let x = (а\n", 1, "')' is missing"},
      {"rule\n", 1, "a name of one word"},
      {"rule два слова\n", 1, "a name of one word"},
      {"rule r\n match а\n gives x\n" + kExamples + "rule r\n", 7, "'r' stands above already"},
      {"rule r\n match\n", 2, "the pattern is empty"},
      {"rule r\n match (а\n", 2, "')' is missing"},
      {"rule r\n match $m\n", 2, "no `let m`"},
      {"rule r\n gives\n", 2, "`gives` names the kind of finding"},
      {"rule r\n gives x\n gives y\n", 3, "a rule gives one thing"},
      {"rule r\n gives x y\n", 2, "name=value, not 'y'"},
      {"rule r\n + «а => б\n", 2, "angle quotation marks"},
      {"rule r\n + а => б\n", 2, "angle quotation marks"},
      {"rule r\n + «а»\n", 2, "what is expected"},
      {"rule r\n - «\n", 2, "angle quotation marks"},
      {"rule r\n find а\n", 2, "not 'find'"},
      {"\nrule r\n gives x\n" + kExamples, 2, "rule r has no `match` line"},
      {"\nrule r\n match а\n" + kExamples, 2, "rule r has no `gives` line"},
      {"rule r\n match а\n gives x\n + «а» => б\n - «в»\n", 1, "two `+` examples and one `-`"},
      {"rule r\n match а\n gives x\n + «а» => б\n + «б» => б\n", 1, "two `+` examples"},
      {"rule r\n match а\n gives x\n + «а» => б\n\nrule s\n", 1, "rule r needs two"},
  };
  for (const auto& c : cases) {
    const std::string said = refusal(c.text);
    EXPECT_TRUE(said.starts_with("ru/rules/dates.rules:" + std::to_string(c.line) + ": ")) << said;
    EXPECT_NE(said.find(c.message), std::string::npos) << said;
  }
}

TEST(RuleParser, a_confidence_is_a_number_from_0_to_1) {
  for (const char* confidence : {"nan", "inf", "-0.1", "1.5", "high", "", "0,5"}) {
    const std::string text = std::string("rule r\n match а\n gives x confidence=") + confidence + "\n + «а» => x=y\n + «а» => x=y\n - «б»\n";
    try {
      parse_rules({"xx/rules/a.rules", text});
      ADD_FAILURE() << confidence;
    } catch (const Error& e) {
      EXPECT_NE(std::string(e.what()).find("xx/rules/a.rules:3: a confidence is a number"), std::string::npos) << e.what();
    }
  }
}

TEST(RuleParser, a_priority_that_is_no_number_is_named_with_file_and_line) {
  for (const char* priority : {"high", "", "99999999999"}) {
    const std::string text = std::string("rule r\n match а\n gives x priority=") + priority + "\n";
    try {
      const std::string said = refusal(text);
      EXPECT_TRUE(said.starts_with("ru/rules/dates.rules:3: ")) << said;
    } catch (const std::exception& e) {
      ADD_FAILURE() << "priority=" << priority << ": an exception without file and line: " << e.what();
    }
  }
}

}  // namespace
}  // namespace qogam::lang
