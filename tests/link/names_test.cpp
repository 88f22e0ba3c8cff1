// Which names can be of one person.
#include "link/names.h"

#include <gtest/gtest.h>

#include "support/dump.h"
#include "support/knowledge.h"

namespace qogam::link {
namespace {

using qogam::test::real_knowledge;

std::vector<std::string> words(const std::string& name) { return name_words(*real_knowledge(), name); }

TEST(Names, words_of_a_name) {
  const struct {
    const char *name, *words;
  } cases[] = {
      {"Ерлан Кошанов", "ерлан кошанов"},
      {"Е. Кошанов", "е кошанов"},
      {"А.С. Иванов", "а с иванов"},
      {"Касым-Жомарт Токаев", "касым-жомарт токаев"},
      {"ОФ «Ақ ниет»", "оф ақ ниет"},
      {"Алёна Семёнова", "алена семенова"},
      {"«»", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(qogam::test::join(words(c.name)), c.words) << c.name;
}

TEST(Names, same_person) {
  const struct {
    const char *a, *b;
    bool same;
  } cases[] = {
      {"Ерлан Кошанов", "Ерлан Кошанов", true},
      {"Ерлан Кошанов", "Кошанов Ерлан", true},
      {"Ерлан Кошанов", "Кошанов", true},
      {"Ерлан Кошанов", "Ерлан", true},
      {"Ерлан Кошанов", "Е. Кошанов", true},
      {"Ерлан Кошанов", "Кошанов Е.", true},
      {"Ерлан Жаканович Кошанов", "Ерлан Кошанов", true},
      {"Ерлан Жаканович Кошанов", "Е. Ж. Кошанов", true},
      {"Ерлан Жаканович Кошанов", "Е.Ж. Кошанов", true},
      {"Айгуль Сериковна", "А. С. Ахметова", true},  // initials of both names, in order
      {"Айгүл Серікқызы", "А. С. Ахметова", true},
      {"Ёлкин Пётр", "Елкин Петр", true},
      {"Ерлан Кошанов", "Асхат Кошанов", false},
      {"Ерлан Кошанов", "А. Кошанов", false},
      {"Ерлан Кошанов", "К. Кошанов", false},  // the initial is not that of the surname
      {"Берик Ахметов", "А. Ахметов", false},
      {"Асан Асанов", "А. Асанов", true},
      {"Ерлан Кошанов", "Е. Ж. Кошанов", true},
      {"Ерлан Кошанов", "Ерлан Оралов", false},
      {"Ерлан Кошанов", "Е. Оралов", false},
      {"Е. К.", "Ерлан Кошанов", false},  // initials alone say nothing
      {"Айгуль Сериковна", "С. А. Ахметова", false},
      {"Ерлан Жаканович Кошанов", "Ерлан Маратович Кошанов", false},
      {"Кошанов", "Кошанова", false},
      {"", "Ерлан Кошанов", false},
      {"", "", false},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(same_person(words(c.a), words(c.b)), c.same) << c.a << " = " << c.b;
    EXPECT_EQ(same_person(words(c.b), words(c.a)), c.same) << c.b << " = " << c.a;
  }
}

TEST(Names, completeness) {
  const char* const ascending[] = {"Е.", "Кошанов", "Е. Кошанов", "Ерлан Кошанов", "Ерлан Ж. Кошанов",
                                   "Ерлан Жаканович Кошанов"};
  for (std::size_t n = 1; n < std::size(ascending); ++n)
    EXPECT_LT(completeness(words(ascending[n - 1])), completeness(words(ascending[n]))) << ascending[n];
}

}  // namespace
}  // namespace qogam::link
