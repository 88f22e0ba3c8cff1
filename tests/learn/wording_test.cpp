// Word comparison, names and time values: a row a case.
#include "learn/wording.h"

#include <gtest/gtest.h>

#include "learn/names.h"
#include "learn/time_value.h"

namespace qogam::learn {
namespace {

TEST(Wording, keeps_words_only) {
  const struct {
    std::string text, plain;
  } rows[] = {
      {"", ""},
      {"  «Ак-Кайнар» – N 12. ", "ак кайнар n 12"},
      {"12.10.2021\u00a017:42", "12 10 2021 17 42"},
      {"А.Б.Сериков", "а б сериков"},
      {"…—“„", ""},
      {"Қостанай +7°C", "қостанай 7 c"},
  };
  for (const auto& row : rows) EXPECT_EQ(Wording().plain(row.text), row.plain);
}

TEST(Wording, takes_the_fold_of_the_caller) {
  const Wording wording([](std::string_view text) {
    std::string out(text);
    for (std::size_t at; (at = out.find("ё")) != out.npos;) out.replace(at, 2, "е");
    return out;
  });
  EXPECT_EQ(wording.plain("Пётр Семёнов"), "Петр Семенов");
  EXPECT_TRUE(same_person(wording, "Пётр Семёнов", "П. Семенов"));
}

TEST(Wording, measures_overlap_as_multisets) {
  const struct {
    std::string a, b;
    double overlap;
  } rows[] = {
      {"a b c d", "a b c d", 1},     {"a b", "b a", 1}, {"a a b", "a b", 2.0 / 3},
      {"a b c", "c d e", 1.0 / 5},   {"", "a", 0},      {"", "", 0},
      {"one, two", "«One» two!", 1},
  };
  for (const auto& row : rows)
    EXPECT_DOUBLE_EQ(Wording().overlap(row.a, row.b), row.overlap) << row.a << " | " << row.b;
}

TEST(Wording, holds_whole_words_in_a_row) {
  const struct {
    std::string whole, part;
    bool holds;
  } rows[] = {
      {"в 2022 году", "2022 году", true},
      {"12 мая", "2 мая", false},
      {"a b c", "a c", false},
      {"a", "", false},
      {"", "a", false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(Wording().holds(row.whole, row.part), row.holds) << row.whole << " | " << row.part;
}

TEST(Wording, knows_a_quote_by_its_start) {
  const Wording wording;
  EXPECT_TRUE(wording.same_start("Лоты появятся в конце мая", "Лоты появятся в конце июня", 17));
  EXPECT_TRUE(wording.same_start("The road will be ready", "Yes: the road will be ready soon", 20));
  EXPECT_FALSE(wording.same_start("The road will be ready", "Then a road will be ready", 20));
  EXPECT_TRUE(wording.same_start("Да!", "Да, конечно", 20));
  EXPECT_FALSE(wording.same_start("Да!", "Конечно, да", 20)) << "a short quote has to stand first";
  EXPECT_FALSE(wording.same_start("", "Конечно", 20));
}

TEST(Names, join_one_person) {
  const struct {
    std::string a, b;
    bool same;
  } rows[] = {
      {"Гульжан Досмагамбетова", "Гульжан Ермековна Досмагамбетова", true},
      {"Г. Е. Досмагамбетова", "Гульжан Ермековна Досмагамбетова", true},
      {"Досмагамбетова", "Гульжан Досмагамбетова", true},
      {"Досмагамбетова Гульжан", "Гульжан Досмагамбетова", true},
      {"С. Досмагамбетова", "Гульжан Досмагамбетова", false},
      {"Д. Досмагамбетова", "Гульжан Досмагамбетова", false},
      {"Сауле Досмагамбетова", "Гульжан Досмагамбетова", false},
      {"Гульжан Ермековна", "Гульжан Сембина", false},
      {"Г. Е.", "Гульжан Ермековна", false},
      {"", "", false},
      {"", "Гульжан", false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(same_person(Wording(), row.a, row.b), row.same) << row.a << " | " << row.b;
    EXPECT_EQ(same_person(Wording(), row.b, row.a), row.same) << row.b << " | " << row.a;
  }
}

TEST(Names, join_one_title) {
  const Wording wording(fold_case, {"ОФ", "общественный фонд"});
  const struct {
    std::string a, b;
    bool same;
  } rows[] = {
      {"Тірек", "«Тірек»", true},
      {"Тірек", "ОФ «Тірек»", true},
      {"Тірек", "общественный фонд Тірек", true},
      {"Тірек", "центр «Тірек»", true},
      {"Тірек", "центр Тірек", false},
      {"Тірек Плюс", "Тірек", false},
      {"ОФ", "ОФ", true},
      {"", "", false},
      {"»«", "Тірек", false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(same_title(wording, row.a, row.b), row.same) << row.a << " | " << row.b;
}

TEST(Names, join_one_body) {
  const struct {
    std::string a, b;
    bool same;
  } rows[] = {
      {"акимат Астаны", "акимат города Астаны", true},
      {"акимат", "акимат Астаны", true},
      {"акимат", "акимат города Астаны", false},
      {"Караганда", "Караганды", true},
      {"Караганда", "Кокшетау", false},
      {"", "", false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(same_body(Wording(), row.a, row.b), row.same) << row.a << " | " << row.b;
}

TEST(TimeValue, has_one_spelling) {
  const struct {
    std::string value, plain;
  } rows[] = {
      {"2024-Q2", "2024-04/2024-06"},
      {"2024-H2", "2024-07/2024-12"},
      {"2024-FA", "2024-09/2024-11"},
      {"2024-WI", "2024-12/2025-02"},
      {"every P2Y", "R/P2Y"},
      {"every P1Q", "R/P3M"},
      {"P1Q", "P3M"},
      {"2024-04-19T00:00", "2024-04-19"},
      {"2024-04-19T00:00:00", "2024-04-19"},
      {"2024-04-19T10:00", "2024-04-19T10:00"},
      {"2016/2020", "2016/2020"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(plain_value(row.value), row.plain);
}

TEST(TimeValue, compares_with_gold) {
  using Value = std::optional<std::string>;
  const struct {
    Value gold, predicted;
    bool same;
  } rows[] = {
      {"2024", "2024", true},
      {"2024-Q1", "2024-01/2024-03", true},
      {"R/P1W", "XXXX-WXX-3", true},
      {"R/P1W", "R/P1M", false},
      {std::nullopt, std::nullopt, true},
      {std::nullopt, "XXXX-04-19", true},
      {std::nullopt, "2024-04-19", false},
      {"2024", std::nullopt, false},
      {"XXXX-04-19", "XXXX-04-19", true},
  };
  for (const auto& row : rows)
    EXPECT_EQ(same_value(row.gold, row.predicted), row.same)
        << row.gold.value_or("null") << " | " << row.predicted.value_or("null");
}

}  // namespace
}  // namespace qogam::learn
