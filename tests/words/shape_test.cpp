// What can be seen of a token alone: shape, number, Roman numeral.
#include "words/shape.h"

#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::words {
namespace {

std::string names(Features features) {
  std::vector<std::string> all;
  for (const FeatureName& f : kFeatureNames)
    if (features & f.bit) all.emplace_back(f.name);
  return qogam::test::join(all);
}

TEST(Shape, table) {
  const struct {
    const char *token, *shape;
  } cases[] = {
      {"слово", "lower word"},
      {"Слово", "cap word"},
      {"СЛОВО", "cap upper word"},
      {"СлоВо", "cap word"},
      {"Ә", "cap word"},
      {"ә", "lower word"},
      {"КСК", "cap upper word"},
      {"А.", "cap initial word"},
      {"А.С.", "cap upper initial word"},
      {"г.", "lower word"},
      {"2024", "digits"},
      {"58,3", "digits"},
      {"14.10.2021", "digits"},
      {"11:20", "digits"},
      {"2024-ші", "lower digits word hyphen"},
      {"во-первых", "lower word hyphen"},
      {"egov", "lower latin word"},
      {"Egov", "cap latin word"},
      {"Рахманбердi", "cap word"},  // one Latin letter is not all
      {",", "punct"},
      {"«", "punct"},
      {"№", "punct"},
      {"%", "punct"},
      {"…", "punct"},
  };
  for (const auto& c : cases) {
    const Features wanted_bits = feature::cap | feature::upper | feature::lower | feature::initial |
                                 feature::digits | feature::latin | feature::punct | feature::word |
                                 feature::hyphen;
    EXPECT_EQ(names(shape_of(c.token) & wanted_bits), c.shape) << c.token;
  }
}

TEST(Numbers, table) {
  const struct {
    const char* token;
    std::int64_t value;
  } cases[] = {{"5", 5},        {"2024", 2024}, {"2024-ші", 2024}, {"9-шы", 9},      {"15-го", 15},
               {"007", 7},      {"слово", -1},  {"14.10.2021", -1}, {"58,3", -1},     {"11:20", -1},
               {",", -1},      {"", -1}};
  for (const auto& c : cases) EXPECT_EQ(number_of(c.token, ""), c.value) << c.token;
}

TEST(Numbers, too_long_for_a_number_is_none_or_some_number_but_no_crash) {
  EXPECT_NO_THROW(number_of(std::string(100, '9'), ""));
  EXPECT_NO_THROW(number_of("99999999999999999999-го", ""));
}

TEST(Roman, table) {
  const struct {
    const char* numeral;
    std::int64_t value;
  } cases[] = {{"I", 1},     {"IV", 4},   {"IX", 9},      {"XI", 11},        {"XXI", 21},
               {"XL", 40},   {"XC", 90},  {"MCMXCIX", 1999}, {"MMXXIV", 2024},
               {"", -1},     {"IIII", -1}, {"MMMM", -1}, {"ABC", -1},       {"ix", -1},
               {"XI5", -1}};
  for (const auto& c : cases) EXPECT_EQ(roman_value(c.numeral), c.value) << c.numeral;
}

TEST(Roman, only_well_formed_numerals_count) {
  for (const char* bad : {"VV", "LL", "IC", "IXI", "IIX", "VX", "XCX", "MCMC"})
    EXPECT_EQ(roman_value(bad), -1) << bad;
}

// All numerals up to 3999, made another way.
TEST(Roman, agrees_with_the_numerals_written_out) {
  const auto written = [](int n) {
    static const std::pair<int, const char*> kSigns[] = {
        {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
        {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    std::string all;
    for (const auto& [value, sign] : kSigns)
      for (; n >= value; n -= value) all += sign;
    return all;
  };
  for (int n = 1; n <= 3999; ++n) ASSERT_EQ(roman_value(written(n)), n) << written(n);
}

}  // namespace
}  // namespace qogam::words
