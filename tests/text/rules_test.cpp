// Break rules, regular expressions and folds.
#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "qogam/error.h"
#include "text/break_rules.h"
#include "text/fold.h"
#include "text/regex.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

constexpr std::string_view kRules = R"(!!chain;
$Letter = [:L:];
$Digit = [:Nd:];
$Letter+ {200};
$Digit+ {100};
.;)";

std::vector<Break> split(const BreakRules& rules, std::string_view text) {
  std::u16string utf16;
  to_utf16(text, utf16);
  return rules.split(utf16);
}

TEST(BreakRules, splits_with_byte_offsets_and_tags) {
  const BreakRules rules(kRules, "words.rules");
  EXPECT_EQ(split(rules, "Үй 25😀"), (std::vector<Break>{{4, 200}, {5, 0}, {7, 100}, {11, 0}}));
  EXPECT_TRUE(split(rules, "").empty());
}

TEST(BreakRules, names_the_place_of_a_mistake) {
  try {
    BreakRules("!!chain;\n$A = [:L:;\n$A+;", "words.rules");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.cause(), Cause::models);
    EXPECT_NE(std::string(error.what()).find("words.rules"), std::string::npos) << error.what();
    EXPECT_NE(std::string(error.what()).find("line 2"), std::string::npos) << error.what();
  }
}

TEST(BreakRules, stays_linear_on_a_long_line) {
  std::string line;
  while (line.size() < 8u << 20) line += "сөз 12 word ";
  EXPECT_EQ(split(BreakRules(kRules, "words.rules"), line).back().end, line.size());
}

TEST(BreakRules, serves_threads_at_once) {
  const BreakRules rules(kRules, "words.rules");
  const std::string text = "бір екі үш 4";
  const auto expected = split(rules, text);
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 200; ++i) wrong[t] += split(rules, text) != expected;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4));
}

TEST(Regex, gives_groups_as_bytes) {
  const Regex regex("(?<day>\\d+)( жылғы)? (қаңтар|мая)");
  const std::string text = "№ 9 мая и 12 қаңтар";
  const auto first = regex.search(text);
  ASSERT_TRUE(first);
  EXPECT_EQ((*first)[0].of(text), "9 мая");
  EXPECT_EQ((*first)[2], (Span{}));
  EXPECT_EQ((*first)[3].of(text), "мая");
  const auto second = regex.search(text, (*first)[0].end);
  ASSERT_TRUE(second);
  EXPECT_EQ((*second)[*regex.group("day")].of(text), "12");
  EXPECT_FALSE(regex.search(text, (*second)[0].end));
  EXPECT_FALSE(regex.search(text, 1000));
  EXPECT_FALSE(regex.group("month"));
}

TEST(Regex, matches_the_whole) {
  const Regex regex("(?i)акимат.*");
  EXPECT_TRUE(regex.matches("АКИМАТА"));
  EXPECT_FALSE(regex.matches("в акимате"));
  EXPECT_TRUE(regex.match("акимат"));
  EXPECT_TRUE(Regex("").matches({}));
  EXPECT_FALSE(Regex("^b").search("ab", 1));  // what stands before is seen
}

TEST(Regex, refuses_a_bad_pattern) {
  try {
    Regex("(а", "links.tsv:7");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.cause(), Cause::models);
    EXPECT_NE(std::string(error.what()).find("(а"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("links.tsv:7"), std::string::npos);
  }
}

TEST(Regex, gives_up_on_runaway_patterns) {
  EXPECT_FALSE(Regex("(a+)+b").matches(std::string(40, 'a')));
  EXPECT_FALSE(Regex("(a|b)*c").matches(std::string(4u << 20, 'a')));
}

TEST(FoldTable, folds_case_and_extra_letters) {
  const FoldTable table({{U'Ё', U'е'}, {U'ў', U'у'}});
  EXPECT_EQ(table.fold("ЁЛКА Қазақ ЎЗ"), "елка қазақ уз");
  EXPECT_EQ(FoldTable().fold("ЁЛ"), "ёл");
  EXPECT_EQ(table.fold(U'Ё'), U'е');
  EXPECT_EQ(FoldTable({{U'\u2010', U'-'}}).fold("a\u2010B"), "a-b");
}

}  // namespace
}  // namespace qogam::text
