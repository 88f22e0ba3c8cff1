// Labels and the names they spell.
#include "ner/labels.h"

#include <gtest/gtest.h>

namespace qogam::ner {
namespace {

const Labels kLabels({"PER", "ORG"});

TEST(Labels, names_are_read_back) {
  EXPECT_EQ(kLabels.names(), (std::vector<std::string>{"O", "B-PER", "I-PER", "E-PER", "S-PER", "B-ORG", "I-ORG", "E-ORG", "S-ORG"}));
  EXPECT_EQ(Labels::of_names(kLabels.names()).types(), kLabels.types());
  EXPECT_EQ(Labels::of_names({}).size(), 1u);
}

TEST(Labels, a_name_must_end_as_it_began) {
  const struct {
    const char *before, *label;
    bool may;
  } cases[] = {
      {"O", "O", true},          {"O", "B-PER", true},      {"O", "S-PER", true},      {"O", "I-PER", false},
      {"O", "E-PER", false},     {"B-PER", "I-PER", true},  {"B-PER", "E-PER", true},  {"B-PER", "O", false},
      {"B-PER", "E-ORG", false}, {"B-PER", "B-PER", false}, {"I-PER", "E-PER", true},  {"E-PER", "B-ORG", true},
      {"E-PER", "I-PER", false}, {"S-PER", "S-PER", true},  {"S-PER", "E-PER", false},
  };
  const auto names = kLabels.names();
  const auto number = [&](const char* name) { return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin()); };
  for (const auto& c : cases) EXPECT_EQ(kLabels.may_follow(number(c.before), number(c.label)), c.may) << c.before << " " << c.label;
  EXPECT_TRUE(kLabels.may_start(number("B-PER")) && kLabels.may_start(number("S-ORG")) && kLabels.may_start(0));
  EXPECT_FALSE(kLabels.may_start(number("I-PER")) || kLabels.may_start(number("E-ORG")));
  EXPECT_TRUE(kLabels.may_end(number("E-PER")) && kLabels.may_end(number("S-ORG")) && kLabels.may_end(0));
  EXPECT_FALSE(kLabels.may_end(number("B-PER")) || kLabels.may_end(number("I-ORG")));
}

TEST(Labels, ranges_become_labels_and_come_back) {
  const std::vector<TypedRange> ranges{{{10, 11}, 1}, {{11, 13}, 0}, {{14, 17}, 1}};
  const auto labels = kLabels.labels_of(ranges, {10, 18});
  EXPECT_EQ(labels, (std::vector<std::uint16_t>{8, 1, 3, 0, 5, 6, 7, 0}));
  EXPECT_EQ(kLabels.ranges_of(labels, 10), ranges);
  EXPECT_TRUE(kLabels.ranges_of({}, 0).empty());
}

}  // namespace
}  // namespace qogam::ner
