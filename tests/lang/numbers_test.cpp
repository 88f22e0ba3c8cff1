// Numbers in digits and words.
#include "lang/numbers.h"

#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::lang {
namespace {

using qogam::test::mentions_of;
using qogam::test::real_knowledge;
using qogam::test::words_of;

// The value of the whole text as a number; "none" where it is none.
std::string decimal(const std::string& text, const std::string& language) {
  const Document d = words_of(*real_knowledge(), text, language);
  const auto v = decimal_number(d, *real_knowledge(), {0, static_cast<std::uint32_t>(d.tokens.size())});
  return v ? qogam::test::number(*v) : "none";
}
std::string whole(const std::string& text, const std::string& language) {
  const Document d = words_of(*real_knowledge(), text, language);
  const auto v = whole_number(d, *real_knowledge(), {0, static_cast<std::uint32_t>(d.tokens.size())});
  return v ? std::to_string(*v) : "none";
}

// So many figures.
std::string nines(std::size_t count) { return std::string(count, '9'); }

TEST(Numbers, strings_of_figures_are_no_numbers) {
  for (const std::size_t count : {20u, 40u, 400u, 4000u}) {
    EXPECT_EQ(decimal(nines(count), "ru"), "none") << count;
    EXPECT_EQ(whole(nines(count), "ru"), "none") << count;
    EXPECT_TRUE(mentions_of(*real_knowledge(), "Выделили " + nines(count) + " млрд тенге.").money.empty()) << count;
  }
}

TEST(Numbers, values) {
  const struct {
    const char *text, *language, *value;
  } cases[] = {
      {"5", "ru", "5"},
      {"58,3", "ru", "58.3"},
      {"12.5", "ru", "12.5"},
      {"1 318", "ru", "1318"},
      {"12 345 678", "ru", "12345678"},
      {"1,5 млн", "ru", "1500000"},
      {"2 тысячи", "ru", "2000"},
      {"три", "ru", "3"},
      {"двадцать пять", "ru", "25"},
      {"сто двадцать три", "ru", "123"},
      {"две тысячи двадцать четыре", "ru", "2024"},
      {"миллион", "ru", "1000000"},
      {"слово", "ru", "none"},
      {"три слова", "ru", "none"},
      {"999999999999999999999999", "ru", "none"},
      {"бес", "kk", "5"},
      {"жиырма бес", "kk", "25"},
      {"екі мың", "kk", "2000"},
      {"1,5 млрд", "kk", "1500000000"},
  };
  for (const auto& c : cases) EXPECT_EQ(decimal(c.text, c.language), c.value) << c.text;
}

TEST(Numbers, whole_ones) {
  const struct {
    const char *text, *language, *value;
  } cases[] = {{"2024-ші", "kk", "2024"}, {"15-го", "ru", "15"},       {"ІХ", "ru", "9"},
               {"девятый", "ru", "9"},    {"58,3", "ru", "none"},      {"2,0", "ru", "2"},
               {"бірінші", "kk", "1"},    {"двадцать первого", "ru", "21"}, {"слово", "ru", "none"}};
  for (const auto& c : cases) EXPECT_EQ(whole(c.text, c.language), c.value) << c.text;
}

}  // namespace
}  // namespace qogam::lang
