// The language of each sentence and of the whole text.
#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::segment {
namespace {

using qogam::test::real_knowledge;
using qogam::test::words_of;

// "main: first second …"
std::string languages(const std::string& text, const std::string& language = "auto") {
  const Document d = words_of(*real_knowledge(), text, language);
  std::string all = d.language + ":";
  for (const Sentence& s : d.sentences) all += " " + s.language;
  return all;
}

TEST(Language, table) {
  const struct {
    const char *text, *languages;
  } cases[] = {
      {"Жители города обсудили бюджет участия.", "ru: ru"},
      {"Қала тұрғындары бюджетті талқылады.", "kk: kk"},
      {"Qala turğyndary bıudjetti talqylady.", "kk-Latn: kk-Latn"},
      {"Qala turǵyndary búdjetti talqylady, bul týraly habarlady.", "kk-Latn: kk-Latn"},
      {"Қала тұрғындары бюджетті талқылады. Жители обсудили это на встрече.", "ru: kk ru"},
      {"Жители обсудили это на встрече в городе. «Біз мұны қолдаймыз», – деді ол.", "ru: ru kk"},
      {"市政府今天宣布了新的预算计划。居民可以参加会议。", "und: und"},
      {"The city council approved the budget.", "und: und"},
      {"12345", "und: und"},
      {"", "und:"},
      {"...", "und: und"},
      // names carry letters into another language
      {"Награды вручали министр культуры Қанат Шәріпұлы Оңғар и советник акима Сәуле Тұрғанбек.", "ru: ru"},
      {"Жители обсудили это на встрече. Депутат Ли, член партии «Жаңа қала», молчит.", "ru: ru ru"},
      // a sentence without evidence of its own is in the main language
      {"Жители обсудили это на встрече в городе.\n12345", "ru: ru ru"},
      {"Қала тұрғындары бюджетті талқылады.\n2024", "kk: kk kk"},
  };
  for (const auto& c : cases) EXPECT_EQ(languages(c.text), c.languages) << c.text;
}

TEST(Language, may_be_forced) {
  EXPECT_EQ(languages("Қала тұрғындары. Жители города.", "ru"), "ru: ru ru");
  EXPECT_EQ(languages("Жители города.", "kk"), "kk: kk");
}

TEST(Language, unknown_code_is_refused) {
  Options options;
  options.language = "de";
  try {
    make_segmenter(*real_knowledge(), options);
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.cause(), Cause::usage);
    EXPECT_NE(std::string(e.what()).find("'de'"), std::string::npos);
  }
}

TEST(Language, a_text_in_none_of_them_has_a_warning) {
  const Document d = words_of(*real_knowledge(), "市政府今天宣布了新的预算计划。");
  ASSERT_EQ(d.warnings.size(), 1u);
  EXPECT_EQ(d.warnings[0].code, "language");
  EXPECT_TRUE(words_of(*real_knowledge(), "").warnings.empty());
}

}  // namespace
}  // namespace qogam::segment
