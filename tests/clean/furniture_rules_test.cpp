// The rules of models/common/furniture.tsv against their own examples.
#include "clean/furniture_rules.h"

#include <algorithm>

#include "clean/test_support.h"
#include "qogam/error.h"

namespace qogam::clean::testing {
namespace {

bool takes(const FurnitureRules& rules, const FurnitureRule& rule, const std::string& line) {
  if (rule.regex.get().matches(line)) return true;
  if (rule.where == Where::inside) {
    const auto pieces = rules.find_inside(line);
    return std::any_of(pieces.begin(), pieces.end(), [&](const auto& piece) { return piece.rule == &rule; });
  }
  if (rule.where != Where::tail) return false;
  const auto tail = rules.find_tail(line, {}, rules.candidates(line));
  return tail && tail->rule == &rule;
}

bool is_candidate(const FurnitureRules& rules, const FurnitureRule& rule, const std::string& line) {
  if (rule.where == Where::inside) return true;
  const auto among = rules.candidates(line);
  return std::any_of(among.begin(), among.end(),
                     [&](std::uint32_t i) { return &rules.rules()[i] == &rule; });
}

TEST(FurnitureRules, take_their_examples_and_leave_the_others) {
  const FurnitureRules rules = test_rules();
  rules.check();
  for (const FurnitureRule& rule : rules.rules()) {
    EXPECT_FALSE(rule.matching.empty()) << "furniture.tsv:" << rule.line << ": no + example";
    EXPECT_FALSE(rule.other.empty()) << "furniture.tsv:" << rule.line << ": no - example";
    for (const std::string& line : rule.matching) {
      EXPECT_TRUE(takes(rules, rule, line)) << "furniture.tsv:" << rule.line << ": + " << line;
      EXPECT_TRUE(is_candidate(rules, rule, line))
          << "furniture.tsv:" << rule.line << ": + " << line;
    }
    for (const std::string& line : rule.other)
      EXPECT_FALSE(takes(rules, rule, line)) << "furniture.tsv:" << rule.line << ": - " << line;
  }
}

TEST(FurnitureRules, say_where_a_file_is_wrong) {
  const struct {
    const char *file, *message;
  } cases[] = {
      {"ad\tany\n", "f.tsv:1: "},
      {"# one\nad\teverywhere\tx\n", "f.tsv:2: "},
      {"advert\tany\tx\n", "f.tsv:1: "},
      {"+ example\n", "f.tsv:1: "},
  };
  for (const auto& c : cases) {
    try {
      FurnitureRules(c.file, "f.tsv");
      ADD_FAILURE() << c.file;
    } catch (const Error& e) {
      EXPECT_EQ(e.cause(), Cause::models);
      EXPECT_TRUE(std::string(e.what()).starts_with(c.message)) << e.what();
    }
  }
  EXPECT_THROW(FurnitureRules("ad\tany\t(x\n", "f.tsv").check(), Error);
}

TEST(FurnitureRules, look_at_no_long_line_but_at_its_end) {
  const FurnitureRules rules("counter\ttail\tviews: \\d+\nad\tany\t.*views.*\n", "f.tsv");
  const std::string line = std::string(400, 'x') + ". Views: 12";
  EXPECT_EQ(rules.find(Where::any, line), nullptr);
  const auto tail = rules.find_tail(line, {}, rules.candidates(line));
  ASSERT_TRUE(tail);
  EXPECT_EQ(line.substr(tail->begin), "Views: 12");
}

}  // namespace
}  // namespace qogam::clean::testing
