// People that learnt weights find: a row is a text and the names that stand in it, with what found them.
#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::mentions {
namespace {

std::string people(const std::string& text, const std::string& language) {
  const Document d = test::mentions_of(*test::real_knowledge(), text, "2024-04-19", language);
  std::vector<std::string> all;
  for (const Mention& m : d.mentions)
    if (m.type == MentionType::person) all.push_back(m.name + " (" + m.by + ")");
  return test::join(all, "; ");
}

TEST(TaggedPeople, are_found_where_no_rule_knows_them) {
  const struct {
    const char *text, *found;
  } cases[] = {
      {"В Гааге выступил Тони Майкон Мунос-Мендес.", "Тони Майкон Мунос-Мендес (ner/names)"},
      {"Об этом заявил Эндрю Бэйли. Бэйли добавил, что банкноты готовы.", "Эндрю Бэйли (ner/names); Бэйли (surname-again)"},
  };
  for (const auto& c : cases) EXPECT_EQ(people(c.text, "ru"), c.found) << c.text;
}

TEST(TaggedPeople, one_word_counts_where_it_is_sure) {
  const struct {
    const char *text, *found;
  } cases[] = {
      {"«Это было жёстко», – вспоминает Мунос-Мендес.", "Мунос-Мендес (ner/names)"},
      {"Завод выпускает автомобили Гранта.", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(people(c.text, "ru"), c.found) << c.text;
}

TEST(TaggedPeople, a_thing_called_after_someone_is_no_person) {
  const struct {
    const char *text, *language;
  } cases[] = {
      {"Ремонт идёт на улице Исиналиева.", "ru"},
      {"К 1 сентября сдадут улицы Абая, Гоголя и Некрасова.", "ru"},
      {"Акимат стоит на ул. Ак. Бектурова.", "ru"},
      {"Он окончил университет имени Джона Хопкинса.", "ru"},
      {"Подряд выиграло ТОО \"Назар Темиров\".", "ru"},
      {"Ғабит Мүсірепов көшесі жөнделді.", "kk"},
  };
  for (const auto& c : cases) EXPECT_EQ(people(c.text, c.language), "") << c.text;
}

TEST(TaggedPeople, who_is_guessed_behind_a_post_must_look_like_a_name) {
  EXPECT_EQ(people("Ветеран Великой Отечественной получил квартиру.", "ru"), "");
  EXPECT_EQ(people("По словам министра Компартии, этого мало.", "ru"), "");
}

}  // namespace
}  // namespace qogam::mentions
