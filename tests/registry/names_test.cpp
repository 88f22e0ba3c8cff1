// Names of people: their parts, and which of them can be of one person.
#include <gtest/gtest.h>

#include "registry/person_name.h"
#include "registry/registry.h"

namespace qogam::registry::test {
namespace {

PersonName parse(const std::string& name, const std::string& language) { return NameParser(knowledge(), spelling()).parse(name, language); }

std::string shared(const std::string& word) { return spelling().shared(knowledge().fold(word)); }

// Surname, given name, father's name; each as it is written, they are compared in shared letters.
TEST(PersonNames, parts) {
  const struct {
    const char *language, *name, *surname, *given, *father;
  } cases[] = {
      {"ru", "Сапаров Ерлан Болатович", "сапаров", "ерлан", "болат"},
      {"ru", "Ерлан Болатович Сапаров", "сапаров", "ерлан", "болат"},
      {"ru", "Ерлан Сапаров", "сапаров", "ерлан", ""},
      {"ru", "Сапаров Ерлан", "сапаров", "ерлан", ""},
      {"ru", "Е. Сапаров", "сапаров", "е", ""},
      {"ru", "Сапаров Е.", "сапаров", "е", ""},
      {"ru", "Е.Б. Сапаров", "сапаров", "е", "б"},
      {"ru", "Е. Б. Сапаров", "сапаров", "е", "б"},
      {"ru", "Сапаров Е.Б.", "сапаров", "е", "б"},
      {"ru", "Ерлан Болатович", "", "ерлан", "болат"},
      {"ru", "Сапаров", "сапаров", "", ""},
      {"ru", "Динара Сериковна Ким", "ким", "динара", "серик"},
      {"ru", "Ким Динара Сериковна", "ким", "динара", "серик"},
      {"ru", "Гульнара Маратовна Искакова", "искакова", "гульнара", "марат"},
      {"ru", "Айгуль Қуанышқызы Ахметова", "ахметова", "айгуль", "қуаныш"},
      {"ru", "Сергей Ли", "ли", "сергей", ""},
      {"ru", "Ли Сергей", "ли", "сергей", ""},
      {"ru", "Касым-Жомарт Токаев", "токаев", "касым-жомарт", ""},
      {"ru", "Токаев Касым-Жомарт Кемелевич", "токаев", "касым-жомарт", "кемел"},
      {"ru", "Анна Римская-Корсакова", "римская-корсакова", "анна", ""},
      {"ru", "Пётр Семёнов", "семенов", "петр", ""},
      {"kk", "Ерлан Болатұлы Сәпаров", "сәпаров", "ерлан", "болат"},
      {"kk", "Сәпаров Ерлан Болатұлы", "сәпаров", "ерлан", "болат"},
      {"kk", "Айгүл Серікқызы", "", "айгүл", "серік"},
      {"kk", "Е. Сәпаров", "сәпаров", "е", ""},
      {"kk", "Қасымов Нұрлан", "қасымов", "нұрлан", ""},
      {"kk", "Нұрлан Қасымов", "қасымов", "нұрлан", ""},
      {"kk", "Марат Серікұлы Оспан", "оспан", "марат", "серік"},
      {"kk", "Оспан Марат Серікұлы", "оспан", "марат", "серік"},
      {"kk", "Ә. Ө. Үсенов", "үсенов", "ә", "ө"},
      {"ru", "«Сапаров, Ерлан»", "сапаров", "ерлан", ""},
      {"ru", "", "", "", ""},
      {"ru", "— . —", "", "", ""},
  };
  for (const auto& c : cases) {
    const PersonName name = parse(c.name, c.language);
    EXPECT_EQ(name.surname, shared(c.surname)) << c.name;
    EXPECT_EQ(name.given, shared(c.given)) << c.name;
    EXPECT_EQ(name.father, shared(c.father)) << c.name;
  }
}

TEST(PersonNames, completeness) {
  const struct {
    const char* name;
    int tells;
  } cases[] = {
      {"Сапаров Ерлан Болатович", 3}, {"Ерлан Сапаров", 2}, {"Е. Сапаров", 1}, {"Е.Б. Сапаров", 1}, {"Ерлан Болатович", 1}, {"Сапаров", 0}, {"", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(parse(c.name, "ru").completeness(), c.tells) << c.name;
}

const char* name_of(NameMatch match) {
  constexpr const char* kNames[] = {"none", "surname", "initials", "full", "complete"};
  return kNames[static_cast<std::size_t>(match)];
}

TEST(PersonNames, match) {
  const struct {
    const char *la, *a, *lb, *b, *how;
  } cases[] = {
      // the same name in other orders and forms
      {"ru", "Ерлан Сапаров", "ru", "Сапаров Ерлан", "full"},
      {"ru", "Ерлан Сапаров", "ru", "Е. Сапаров", "initials"},
      {"ru", "Ерлан Сапаров", "ru", "Сапаров", "surname"},
      {"ru", "Сапаров Ерлан Болатович", "ru", "Ерлан Сапаров", "full"},
      {"ru", "Сапаров Ерлан Болатович", "ru", "Ерлан Болатович Сапаров", "complete"},
      {"ru", "Сапаров Ерлан Болатович", "ru", "Е.Б. Сапаров", "initials"},
      {"ru", "Сапаров Ерлан Болатович", "ru", "Ерлан Болатович", "initials"},
      // in the other language
      {"ru", "Ерлан Сапаров", "kk", "Ерлан Сәпаров", "full"},
      {"ru", "Касымов Нурлан", "kk", "Нұрлан Қасымов", "full"},
      {"ru", "Айгуль Ахметова", "kk", "Айгүл Ахметова", "full"},
      {"ru", "Омирзак Уразалин", "kk", "Өмірзақ Оразалин", "none"},
      {"ru", "Омирзак Оразалин", "kk", "Өмірзақ Оразалин", "full"},
      {"ru", "Асхат Кусаинов", "kk", "Асқат Құсайынов", "full"},
      {"ru", "Канат Ыскаков", "kk", "Қанат Ысқақов", "full"},
      {"ru", "Ерлан Болатович Сапаров", "kk", "Ерлан Болатұлы Сәпаров", "complete"},
      {"ru", "Ерлан Болатулы Сапаров", "kk", "Ерлан Болатұлы Сәпаров", "complete"},
      {"ru", "Динара Сериковна Ким", "kk", "Динара Серікқызы Ким", "complete"},
      {"ru", "Динара Серик кызы Ким", "kk", "Динара Серікқызы Ким", "none"},  // not written so in news
      // double letters, soft signs, ё
      {"ru", "Геннадий Васильев", "ru", "Генадий Васильев", "full"},
      {"ru", "Пётр Семёнов", "ru", "Петр Семенов", "full"},
      {"ru", "Гульнара Искакова", "ru", "Гулнара Искакова", "full"},
      {"ru", "Жаннат Сеитова", "kk", "Жанат Сейітова", "full"},
      // a slip in a long name
      {"ru", "Бауыржан Серикбаев", "ru", "Бауржан Серикбаев", "full"},
      {"ru", "Бауыржан Серикбаев", "kk", "Бауыржан Серікбаев", "full"},
      // other people
      {"ru", "Марат Касымов", "ru", "Мурат Касымов", "none"},
      {"ru", "Ерлан Касымов", "ru", "Ерлана Касымова", "none"},
      {"ru", "Касымов", "ru", "Касымова", "none"},
      {"ru", "А. Касымов", "ru", "А. Касымова", "none"},
      {"ru", "Серик Ахметов", "ru", "Сауле Ахметова", "none"},
      {"ru", "Серик Ахметов", "ru", "Б. Ахметов", "none"},
      {"ru", "Серик Ахметов", "ru", "С. Ахметов", "initials"},
      {"ru", "Серик Маратович Ахметов", "ru", "Серик Болатович Ахметов", "none"},
      {"ru", "Серик Маратович Ахметов", "ru", "С.Б. Ахметов", "none"},
      {"ru", "Серик Ахметов", "ru", "Серик Сапаров", "none"},
      {"ru", "Сергей Ли", "ru", "Сергей Ким", "none"},
      {"ru", "Сергей Ли", "ru", "С. Ли", "initials"},
      {"ru", "Сергей Ли", "ru", "Ли Сергей", "full"},
      {"ru", "Ахметов", "ru", "Ахметжанов", "none"},
      {"ru", "Сериков", "ru", "Серикова", "none"},
      {"ru", "Айгуль Сериковна", "ru", "Айгуль Маратовна", "none"},
      {"ru", "Айгуль Сериковна", "ru", "Айгуль Сериковна", "initials"},
      {"ru", "", "ru", "Серик Ахметов", "none"},
      {"ru", "", "ru", "", "none"},
      // three parts without the endings of surnames
      {"kk", "Марат Серікұлы Оспан", "kk", "Оспан Марат Серікұлы", "complete"},
      {"kk", "Марат Серікұлы Оспан", "ru", "Марат Оспан", "full"},
      {"kk", "Касым-Жомарт Тоқаев", "ru", "Касым-Жомарт Токаев", "full"},
      {"kk", "Қасым-Жомарт Тоқаев", "ru", "К. Токаев", "initials"},
  };
  for (const auto& c : cases) {
    const PersonName a = parse(c.a, c.la), b = parse(c.b, c.lb);
    EXPECT_STREQ(name_of(match(a, b)), c.how) << c.a << " ~ " << c.b;
    EXPECT_EQ(match(a, b), match(b, a)) << c.a << " ~ " << c.b;
  }
}

TEST(PersonNames, joined_keeps_what_tells_more) {
  const PersonName all = joined(parse("Е. Сапаров", "ru"), parse("Ерлан Болатұлы", "kk"));
  EXPECT_EQ(all.surname, shared("сапаров"));
  EXPECT_EQ(all.given, shared("ерлан"));
  EXPECT_EQ(all.father, shared("болат"));
}

}  // namespace
}  // namespace qogam::registry::test
