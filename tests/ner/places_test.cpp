// Where tokens stand. A row is a text, one of its tokens, and what must be seen of its place.
#include "ner/places.h"

#include <gtest/gtest.h>

#include "ner/hashing.h"
#include "ner/reading.h"
#include "support/analysis.h"

namespace qogam::ner {
namespace {

// "first all-capitals quoted opens closes seen=NUMBER before=… behind=…" of the last token that is `form`.
std::string told(const std::string& text, const std::string& form) {
  const auto& knowledge = *test::real_knowledge();
  const Document d = test::words_of(knowledge, text, "ru");
  const TokenFeatures features(knowledge, knowledge.language("ru"));
  const Reading reading(d);
  std::vector<Marks> marks;
  std::vector<const Marks*> pointers;
  for (std::uint32_t t = 0; t < d.tokens.size(); ++t) marks.push_back(features.marks(reading.token(t)));
  for (const Marks& m : marks) pointers.push_back(&m);
  const auto places = places_of(d, pointers);
  std::string result = "no such token";
  for (std::uint32_t t = 0; t < d.tokens.size(); ++t) {
    if (d.surface(d.tokens[t].span) != form) continue;
    const Place& p = places[t];
    result.clear();
    for (const auto& [name, holds] : {std::pair("first", p.first), {"capitals", p.all_capitals}, {"quoted", p.quoted}, {"opens", p.opens}, {"closes", p.closes}})
      if (holds) result += std::string(name) + " ";
    result += std::to_string(p.elsewhere);
    for (std::uint32_t o = 0; o < d.tokens.size(); ++o) {
      if (p.before_quotes == marks[o].lemma && p.quoted) result += " behind " + std::string(d.surface(d.tokens[o].span));
      if (p.behind_quotes == marks[o].lemma && p.quoted) result += " before " + std::string(d.surface(d.tokens[o].span));
    }
  }
  return result;
}

TEST(Places, of_tokens) {
  const struct {
    const char *text, *form, *told;
  } cases[] = {
      {"Аким открыл школу.", "Аким", "first 0"},
      {"Аким открыл школу.", "школу", "0"},
      {"Фонд «Новый дом» открыт.", "Новый", "quoted opens 16 behind Фонд before открыт"},
      {"Фонд «Новый дом» открыт.", "дом", "quoted closes 0 behind Фонд before открыт"},
      {"Фонд \"Заря\" открыт.", "Заря", "quoted opens closes 16 behind Фонд before открыт"},
      {"Фонд «Новый дом открыт.", "Новый", "0"},
      {"ШКОЛУ ОТКРЫЛИ", "ШКОЛУ", "first capitals 0"},
      {"Школу открыли. Эта школа новая. Школа большая.", "Школа", "first 1"},
      {"Приехал Ерлан Омаров. Позже Омаров ответил.", "Омаров", "6"},
  };
  for (const auto& c : cases) EXPECT_EQ(told(c.text, c.form), c.told) << c.text;
}

}  // namespace
}  // namespace qogam::ner
