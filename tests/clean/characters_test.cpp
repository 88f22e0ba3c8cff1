// Characters and look-alikes of a page, and the way back to the raw bytes.
#include "clean/characters.h"

#include "clean/test_support.h"
#include "qogam/error.h"
#include "text/normalize.h"
#include "text/offset_map.h"

namespace qogam::clean::testing {
namespace {

TEST(Characters, are_tidied_one_for_one) {
  const struct {
    const char *raw, *text;
  } cases[] = {
      {"a\r\nb\rc\nd", "a\nb\nc\nd"},
      {"a\u2028b\u2029c", "a\nb\nc"},
      {"\uFEFFab", "ab"},
      {"бюд\u00ADжет", "бюджет"},
      {"бюд\u200Bжет\u200E", "бюджет"},
      {"бюд\u200Dжет", "бюджет"},
      {"👁\uFE0F\u200D🗨", "👁\uFE0F\u200D🗨"},
      {"1\u00A0318\u2009м\u202Fx", "1 318 м x"},
      {"a\tb\vc\x01", "a\tb c"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(tidy_characters(c.raw).text, c.text) << c.raw;
}

// Also where other invisible characters stand between.
TEST(Characters, joiners_are_dropped_behind_letters) {
  const struct {
    const char *raw, *text;
  } cases[] = {{"ы\u2066\u200D", "ы"}, {"\u2066\u200Dы\u200D\u00AD\u200Dк", "\u200Dык"}, {"👩\u200D🏫", "👩\u200D🏫"}, {"👩\u00AD\u200D🏫", "👩\u200D🏫"}, {"a\u009B31m", "a31m"}};
  for (const auto& c : cases) EXPECT_EQ(tidy_characters(c.raw).text, c.text) << c.raw;
}

TEST(Lookalikes, are_repaired_in_mostly_cyrillic_words) {
  const Lookalikes lookalikes = test_lookalikes();
  const struct {
    const char *raw, *text;
  } cases[] = {
      {"Рахманбердi", "Рахманберді"},
      {"Cерик и Aйгуль", "Серик и Айгуль"},
      {"OPEC, Ctrl", "OPEC, Ctrl"},
      {"ІХ форум", "ІХ форум"},
      {"IX форум", "IX форум"},
      {"Zаря", "Zаря"},  // Z has no look-alike
      {"ТОO", "ТОО"},
      {"aО", "aО"},  // not more Cyrillic than Latin letters
      {"2024-шi", "2024-шi"},
      {"iPhone-ды", "iPhone-ды"},
  };
  for (const auto& c : cases) EXPECT_EQ(lookalikes.repair(c.raw).text, c.text) << c.raw;
}

TEST(Lookalikes, say_where_the_table_is_wrong) {
  EXPECT_THROW(Lookalikes("a\n", "l.tsv"), Error);
  EXPECT_THROW(Lookalikes("a\tаб\n", "l.tsv"), Error);
}

TEST(CleanedText, maps_back_to_raw) {
  const std::string raw =
      "\uFEFFicon\r\n447.4\r\n\r\nФорум   прошёл\u00A0в столице\r\n\r\nПредседатель Рахманбердi "
      "сказал: «Бюд\u00ADжет и\u0306од».\r\nНравится 0";
  const Document d = cleaned(raw);
  ASSERT_EQ(d.text, "Форум прошёл в столице\n\nПредседатель Рахманберді сказал: «Бюджет йод».");
  EXPECT_TRUE(text::is_nfc(d.text));
  const text::OffsetMap map(d.offsets);
  const struct {
    const char *text, *raw;
  } cases[] = {
      {"Рахманберді", "Рахманбердi"},
      {"Бюджет", "Бюд\u00ADжет"},
      {"йод", "и\u0306од"},
      {"прошёл в столице", "прошёл\u00A0в столице"},
      {"Форум прошёл", "Форум   прошёл"},
  };
  for (const auto& c : cases) {
    const auto at = static_cast<std::uint32_t>(d.text.find(c.text));
    const Span span = map.to_raw({at, at + static_cast<std::uint32_t>(std::string(c.text).size())});
    EXPECT_EQ(span.of(d.raw), c.raw);
  }
}

}  // namespace
}  // namespace qogam::clean::testing
