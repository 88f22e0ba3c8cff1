// What pages do to characters: mojibake, references left in, spaces lost.
#include <gtest/gtest.h>

#include "clean/mojibake.h"
#include "clean/references.h"
#include "clean/test_support.h"
#include "text/offset_map.h"

namespace qogam::clean::testing {
namespace {

// Each piece of text leads to the raw it was made of.
std::string raw_of(const MappedText& made, std::string_view raw, std::string_view piece) {
  const std::size_t at = made.text.find(piece);
  if (at == std::string::npos) return "not there";
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + piece.size())};
  return std::string(text::OffsetMap(made.runs).to_raw(span).of(raw));
}

TEST(Mojibake, is_decoded_anew) {
  const struct {
    const char *raw, *text;
  } cases[] = {
      {"РђРєРёРј РѕР±Р»Р°СЃС‚Рё", "Аким области"},            // UTF-8 read as windows-1251
      {"РђРєРёРј Astana 2024", "Аким Astana 2024"},
      {"Ò›Ð°Ð·Ð°Ò›", "қазақ"},                                       // UTF-8 read as windows-1252
      {"Àêèì îáëàñòè, 2024 ãîä", "Аким области, 2024 год"},           // windows-1251 read as windows-1252
      {"Аким области сказал: «Рёв мотора»", "Аким области сказал: «Рёв мотора»"},
      {"Café déjà vu, naïve, Müller", "Café déjà vu, naïve, Müller"},
      {"СССР и РСФСР… «НАТО» — Р.С.", "СССР и РСФСР… «НАТО» — Р.С."},
      {"Ақтөбе Ұлытау Ғ", "Ақтөбе Ұлытау Ғ"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(repair_mojibake(c.raw).text, c.text) << c.raw;
}

TEST(Mojibake, the_byte_that_windows_1251_lacks) {
  EXPECT_EQ(repair_mojibake("Р\u0098РЅС‚РµСЂРІСЊСЋ").text, "Интервью");
  EXPECT_EQ(repair_mojibake("Р\uFFFDРЅС‚РµСЂРІСЊСЋ").text, "Интервью");
}

TEST(Mojibake, keeps_offsets) {
  const std::string raw = "2024: РђРєРёРј";
  const MappedText made = repair_mojibake(raw);
  EXPECT_EQ(raw_of(made, raw, "2024"), "2024");
  EXPECT_EQ(raw_of(made, raw, "ким"), "РєРёРј");
}

TEST(References, are_resolved_however_often_they_were_escaped) {
  const struct {
    const char *raw, *text;
  } cases[] = {
      {"&laquo;Нур&raquo;", "«Нур»"},
      {"&amp;quot;Нур&amp;quot;", "\"Нур\""},
      {"&amp;amp;laquo;Нур", "«Нур"},
      {"&#1178;аза&#x49B;", "Қазақ"},
      {"R&D; AT&T, a & b, &unknown; &;", "R&D; AT&T, a & b, &unknown; &;"},
      {"a &amp; b", "a & b"},
      {"&#0; &#55296; &#99999999;", "&#0; &#55296; &#99999999;"},
  };
  for (const auto& c : cases) EXPECT_EQ(resolve_references(c.raw).text, c.text) << c.raw;
  const std::string raw = "до &amp;quot;Нур&amp;quot;";
  EXPECT_EQ(raw_of(resolve_references(raw), raw, "\"Н"), "&amp;quot;Н");
}

TEST(LostSpaces, are_put_back_where_the_lexicon_is_sure) {
  const struct {
    const char *raw, *text;
  } cases[] = {
      {"передает корреспондентTengrinews.kz.После", "передает корреспондент Tengrinews.kz. После"},
      {"Tengrinews.kzсо ссылкой", "Tengrinews.kz со ссылкой"},
      {"послеутверждения бюджета", "после утверждения бюджета"},
      {"они должныв срок", "они должны в срок"},
      {"тысяча тенгеЧитайте", "тысяча тенге Читайте"},
      {"сказал он.Потом", "сказал он. Потом"},
      {"сказал он.«Потом", "сказал он. «Потом"},
      {"«сказал он.»Потом", "«сказал он.» Потом"},
      {"\"сказал он.\"Потом", "\"сказал он.\" Потом"},
      {"сказал он.\"Потом\"", "сказал он. \"Потом\""},
      {"А.Б.Иванов, г.Алматы", "А.Б.Иванов, г.Алматы"},
      {"КазМунайГаз, СамрукКазына", "КазМунайГаз, СамрукКазына"},
      {"послеобеденный сон", "послеобеденный сон"},
      {"file.Txt www.Site.kz", "file.Txt www.Site.kz"},
      {"iPhone и eGov", "iPhone и eGov"},
  };
  for (const auto& c : cases) EXPECT_EQ(test_spaces().repair(c.raw).text, c.text) << c.raw;
  const std::string raw = "они должныв срок";
  EXPECT_EQ(raw_of(test_spaces().repair(raw), raw, "должны в"), "должныв");
}

}  // namespace
}  // namespace qogam::clean::testing
