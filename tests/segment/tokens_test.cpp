// Where tokens begin and end. A row that fails is a row for models/common/words.rbbi or for an
// abbreviations.tsv.
#include <gtest/gtest.h>

#include "segment/tokenizer.h"
#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::segment {
namespace {

using qogam::test::dump_tokens;
using qogam::test::real_knowledge;
using qogam::test::words_of;

TEST(Tokens, table) {
  const struct {
    const char *text, *tokens;
  } cases[] = {
      // words
      {"Слово — серебро", "Слово|—|серебро"},
      {"Кул-Мухаммед, во-первых", "Кул-Мухаммед|,|во-первых"},
      {"д'Артаньян и О’Коннор", "д'Артаньян|и|О’Коннор"},
      {"Кызылорда-Жезказган", "Кызылорда-Жезказган"},
      {"ПИК-термен, к-сі", "ПИК-термен|,|к-сі"},
      {"слово- и слово -слово", "слово|-|и|слово|-|слово"},
      {"ІХ форум, ХХІ век", "ІХ|форум|,|ХХІ|век"},
      // abbreviations keep their dot
      {"В 2003 г. и т.д.", "В|2003|г.|и|т.д."},
      {"парки, скверы и т. д.", "парки|,|скверы|и|т.|д."},
      {"ул. Абая, д. 5, кв. 12", "ул.|Абая|,|д.|5|,|кв.|12"},
      {"1,5 млн. тенге", "1,5|млн.|тенге"},
      {"№ 125, п. 3 ст. 5", "№|125|,|п.|3|ст.|5"},
      {"Алматы қ., Абай даң.", "Алматы|қ.|,|Абай|даң."},
      {"2024 ж. 5 шілдеде", "2024|ж.|5|шілдеде"},
      // units that lost their blank
      {"В 1912г. и в 1912-1914гг.", "В|1912|г.|и|в|1912|-|1914|гг."},
      {"5млн. тенге, 10лет, 2021ж. 10 желтоқсанда", "5|млн.|тенге|,|10|лет|,|2021|ж.|10|желтоқсанда"},
      {"дом 5а, 10б класс, 90м", "дом|5а|,|10б|класс|,|90м"},
      {"т.б. және ғ.к.", "т.б.|және|ғ.к."},
      {"Он пришёл.", "Он|пришёл|."},  // no abbreviation: the dot is a token
      // initials
      {"А.С. Иванов", "А.С.|Иванов"},
      {"А. С. Иванов", "А.|С.|Иванов"},
      {"Т. Рысқұлов", "Т.|Рысқұлов"},
      {"и.о. акима", "и.о.|акима"},
      {"и. о. акима", "и.|о.|акима"},
      // numbers
      {"2024-ші жылы 9-шы ықшамаудан", "2024-ші|жылы|9-шы|ықшамаудан"},
      {"15-го числа, 5-тен", "15-го|числа|,|5-тен"},
      {"14.10.2021 и 2021-10-14", "14.10.2021|и|2021-10-14"},
      {"58,3 млрд", "58,3|млрд"},
      {"1 318 тенге, 20%", "1|318|тенге|,|20|%"},
      {"В 11:20 начали", "В|11:20|начали"},
      {"50/50 и 24/7", "50/50|и|24/7"},
      {"2016–2020 годы, 5-7 мая", "2016|–|2020|годы|,|5|-|7|мая"},
      {"$100 и 100$", "$|100|и|100|$"},
      {"(8-701) 123-45-67", "(|8|-|701|)|123|-|45|-|67"},
      // punctuation
      {"«Жолдар» және \"Парк\"", "«|Жолдар|»|және|\"|Парк|\""},
      {"„Парк“ ‘а’", "„|Парк|“|‘|а|’"},
      {"...и вот!!! Что?!", "...|и|вот|!!!|Что|?!"},
      {"Да… нет", "Да|…|нет"},
      {"а\u00A0б\tв", "а|б|в"},
      {"да -- нет ))) ___ ~~~", "да|--|нет|)))|___|~~~"},
      {"``Жолдар&#39;&#39; &quot;парк&quot;", "``|Жолдар|&#39;&#39;|&quot;|парк|&quot;"},
      {"😍😍👍🏻 да", "😍😍👍🏻|да"},
      // names with digits, tags
      {"саммит G20, вирус H1N1", "саммит|G20|,|вирус|H1N1"},
      {"от19 апреля", "от|19|апреля"},  // a lost blank
      {"#бюджет_участия @akimat-almaty", "#бюджет_участия|@akimat-almaty"},
      {"№5 # 7", "№|5|#|7"},
      // addresses
      {"info@astana.gov.kz или egov.kz", "info@astana.gov.kz|или|egov.kz"},
      {"Сайт egov.kz.", "Сайт|egov.kz|."},
      {"https://adilet.zan.kz/rus портал", "https://adilet.zan.kz/rus|портал"},
      // nothing
      {"", ""},
      {"   ", ""},
      {"😀 да", "😀|да"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(dump_tokens(words_of(*real_knowledge(), c.text)), c.tokens) << c.text;
}

TEST(Tokens, signs_behind_an_address_are_no_part_of_it) {
  const struct {
    const char *text, *tokens;
  } cases[] = {
      {"Сайт https://adilet.zan.kz/rus, портал", "Сайт|https://adilet.zan.kz/rus|,|портал"},
      {"Смотрите https://egov.kz.", "Смотрите|https://egov.kz|."},
      {"(см. https://egov.kz)", "(|см.|https://egov.kz|)"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(dump_tokens(words_of(*real_knowledge(), c.text)), c.tokens) << c.text;
}

TEST(Tokens, every_token_is_in_its_sentence_and_in_order) {
  const Document d = words_of(*real_knowledge(), "Вот А. Иванов. Он ушёл!\n\nКелді 2024-ші жыл…");
  std::uint32_t end = 0;
  for (const Token& t : d.tokens) {
    EXPECT_LE(end, t.span.begin);
    EXPECT_LT(t.span.begin, t.span.end);
    EXPECT_TRUE(d.sentences[t.sentence].span.contains(t.span));
    end = t.span.end;
  }
}

TEST(Tokens, kinds) {
  const struct {
    const char* token;
    TokenKind kind;
  } cases[] = {{"слово", TokenKind::word},       {"г.", TokenKind::word},
               {"2024", TokenKind::number},      {"2024-ші", TokenKind::number},
               {"14.10.2021", TokenKind::number}, {",", TokenKind::punctuation},
               {"№", TokenKind::symbol},    {"ІХ", TokenKind::word}};
  for (const auto& c : cases) {
    const Document d = words_of(*real_knowledge(), c.token);
    ASSERT_EQ(d.tokens.size(), 1u) << c.token;
    EXPECT_EQ(d.tokens[0].kind, c.kind) << c.token;
  }
}

TEST(Tokens, initials) {
  for (const char* yes : {"А.", "А.С.", "Ә.", "A.B."}) EXPECT_TRUE(is_initial(yes)) << yes;
  for (const char* no : {"", "а.", "А", "Аб.", "А.с.", ".", "5.", "А.С"}) EXPECT_FALSE(is_initial(no)) << no;
}

}  // namespace
}  // namespace qogam::segment
