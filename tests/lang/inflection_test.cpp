// Names and noun phrases in any case, and their nominatives by the built model.
//
// A row that fails is a row for models/*/names.tsv, morphology.tsv or a lexicon.
#include "lang/inflection.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::lang {
namespace {

using qogam::test::real_knowledge;
using qogam::test::words_of;

struct Case {
  const char *text, *nominative;
};

std::string person(const std::string& text, const std::string& language, Features likely = 0) {
  const Document d = words_of(*real_knowledge(), text, language);
  return Inflector(*real_knowledge()).person(d, {0, static_cast<std::uint32_t>(d.tokens.size())}, likely);
}

std::string phrase(const std::string& text, const std::string& language) {
  const Document d = words_of(*real_knowledge(), text, language);
  return Inflector(*real_knowledge()).phrase(d, {0, static_cast<std::uint32_t>(d.tokens.size())});
}

TEST(Inflection, names_of_people_in_russian) {
  const Case cases[] = {
      // as they stand
      {"Талгат Рахманберді", "Талгат Рахманберді"},
      {"Айгуль Тажибаева", "Айгуль Тажибаева"},
      {"Асхат Оралов", "Асхат Оралов"},
      {"Гульмира Каримовна Сулейменова", "Гульмира Каримовна Сулейменова"},
      // genitive and accusative
      {"Асхата Оралова", "Асхат Оралов"},
      {"Ерлана Кошанова", "Ерлан Кошанов"},
      {"Марата Ахметжанова", "Марат Ахметжанов"},
      {"Нуржана Байзакова", "Нуржан Байзаков"},
      {"Олжаса Бектенова", "Олжас Бектенов"},
      {"Андрея Лукина", "Андрей Лукин"},
      {"Сергея Петровича Сидорова", "Сергей Петрович Сидоров"},
      {"Касым-Жомарта Токаева", "Касым-Жомарт Токаев"},
      {"Бауыржана Байбека", "Бауыржан Байбек"},
      {"Мухтара Кул-Мухаммеда", "Мухтар Кул-Мухаммед"},
      {"Дархана Сатыбалды", "Дархан Сатыбалды"},
      {"Виктора Ли", "Виктор Ли"},
      {"Игоря Крутого", "Игорь Крутой"},
      {"Надежды Петуховой", "Надежда Петухова"},
      {"Айгуль Тажибаевой", "Айгуль Тажибаева"},
      {"Айгуль Сериковны Тажибаевой", "Айгуль Сериковна Тажибаева"},
      {"Анны Ким", "Анна Ким"},
      {"Ларисы Пак", "Лариса Пак"},
      {"Алтынай Нуркееву", "Алтынай Нуркеева"},
      {"Ольгу Иванову", "Ольга Иванова"},
      // dative
      {"Талгату Рахманберди", "Талгат Рахманберди"},
      {"Талгату Рахманберді", "Талгат Рахманберді"},
      {"Женису Касымбеку", "Женис Касымбек"},
      {"Ермеку Маржикпаеву", "Ермек Маржикпаев"},
      {"Касым-Жомарту Токаеву", "Касым-Жомарт Токаев"},
      {"Ольге Ивановой", "Ольга Иванова"},
      {"Динаре Закиевой", "Динара Закиева"},
      // instrumental
      {"Ерланом Кошановым", "Ерлан Кошанов"},
      {"Сергеем Петровичем Сидоровым", "Сергей Петрович Сидоров"},
      {"Натальей Годуновой", "Наталья Годунова"},
      // initials and capitals
      {"Е. Касымбеку", "Е. Касымбек"},
      {"А. Н. Сариеву", "А. Н. Сариев"},
      {"САПАРБАЕВА БЕРДИБЕКА", "Сапарбаев Бердибек"},
  };
  for (const Case& c : cases) EXPECT_EQ(person(c.text, "ru"), c.nominative) << c.text;
}

TEST(Inflection, names_of_people_in_kazakh) {
  const Case cases[] = {
      {"Ерлан Қошанов", "Ерлан Қошанов"},
      {"Асхат Оразбек", "Асхат Оразбек"},
      {"Талғат Рахманбердіге", "Талғат Рахманберді"},
      {"Талғат Рахманбердінің", "Талғат Рахманберді"},
      {"Асқар Сәрсеновке", "Асқар Сәрсенов"},
      {"Асқар Сәрсеновтің", "Асқар Сәрсенов"},
      {"Асқар Сәрсеновті", "Асқар Сәрсенов"},
      {"Асқар Сәрсеновпен", "Асқар Сәрсенов"},
      {"Айгүл Тәжібаеваның", "Айгүл Тәжібаева"},
      {"Айгүл Тәжібаеваға", "Айгүл Тәжібаева"},
      {"Ерлан Қошановқа", "Ерлан Қошанов"},
      {"Ерлан Қошановтан", "Ерлан Қошанов"},
      {"Жеңіс Қасымбекке", "Жеңіс Қасымбек"},
      {"Жеңіс Қасымбектің", "Жеңіс Қасымбек"},
      {"Ж. Қасымбекке", "Ж. Қасымбек"},
      {"Қасым-Жомарт Тоқаевтың", "Қасым-Жомарт Тоқаев"},
      {"Динара Закиеваның", "Динара Закиева"},
      {"Дархан Сатыбалдыға", "Дархан Сатыбалды"},
      {"Виктор Пактың", "Виктор Пак"},
      {"Виктор Пакты", "Виктор Пак"},
      {"Виктор Пакқа", "Виктор Пак"},
      {"Гүлнәр Серікқызының", "Гүлнәр Серікқызы"},
      {"Гүлнәр Серікқызына", "Гүлнәр Серікқызы"},
      {"Мәулен Әшімбаевты", "Мәулен Әшімбаев"},
      {"Асхат Оразбектің", "Асхат Оразбек"},
      {"Тоқаевтың", "Тоқаев"},
  };
  for (const Case& c : cases) EXPECT_EQ(person(c.text, "kk"), c.nominative) << c.text;
}

// Where a name alone can be two things, the case of the post before it decides.
TEST(Inflection, the_context_decides_between_readings) {
  EXPECT_EQ(person("Рахманбердиева", "ru", feature::nom), "Рахманбердиева");
  EXPECT_EQ(person("Рахманбердиева", "ru", feature::gen), "Рахманбердиев");
}

TEST(Inflection, noun_phrases_in_russian) {
  const Case cases[] = {
      {"руководителя управления внутренней политики", "руководитель управления внутренней политики"},
      {"заместителю акима города Астаны", "заместитель акима города Астаны"},
      {"акиму Алматинской области", "аким Алматинской области"},
      {"общественному объединению", "общественное объединение"},
      {"департаменту полиции", "департамент полиции"},
      {"председателем общественного совета", "председатель общественного совета"},
      {"комиссии по бюджету", "комиссия по бюджету"},
      {"управлением образования", "управление образования"},
      {"аким", "аким"},
  };
  for (const Case& c : cases) EXPECT_EQ(phrase(c.text, "ru"), c.nominative) << c.text;
}

// Adjectives and nouns that a lexicon knows take its spelling: no ending tells -ый from -ой.
TEST(Inflection, known_words_decide_the_nominative) {
  const Case cases[] = {
      {"первым заместителем министра", "первый заместитель министра"},
      {"общественного фонда", "общественный фонд"},
      {"общественного совета", "общественный совет"},
      {"главного специалиста отдела", "главный специалист отдела"},
      {"городского маслихата", "городской маслихат"},
      {"областному маслихату", "областной маслихат"},
  };
  for (const Case& c : cases) EXPECT_EQ(phrase(c.text, "ru"), c.nominative) << c.text;
}

TEST(Inflection, noun_phrases_in_kazakh_keep_the_possessive) {
  const Case cases[] = {
      {"ішкі саясат басқармасының басшысы", "ішкі саясат басқармасының басшысы"},
      {"ішкі саясат басқармасының басшысына", "ішкі саясат басқармасының басшысы"},
      {"қала әкімінің орынбасарына", "қала әкімінің орынбасары"},
      {"облыс әкіміне", "облыс әкімі"},
      {"қала әкімдігінде", "қала әкімдігі"},
      {"білім басқармасының", "білім басқармасы"},
      {"қоғамдық кеңестің", "қоғамдық кеңес"},
      {"Оқу-ағарту министрлігіне", "Оқу-ағарту министрлігі"},
  };
  for (const Case& c : cases) EXPECT_EQ(phrase(c.text, "kk"), c.nominative) << c.text;
}

TEST(Inflection, what_cannot_be_analysed_stays) {
  EXPECT_EQ(phrase("куздрами", "ru"), "куздрами");
  EXPECT_EQ(phrase("КСК", "ru"), "КСК");
  EXPECT_EQ(phrase("НПО «Парк»", "ru"), "НПО «Парк»");
  const Document empty = words_of(*real_knowledge(), "", "ru");
  EXPECT_EQ(Inflector(*real_knowledge()).phrase(empty, {0, 0}), "");
  EXPECT_EQ(Inflector(*real_knowledge()).person(empty, {0, 0}), "");
}

TEST(Inflection, forms_of_one_word_of_a_name) {
  const Document d = words_of(*real_knowledge(), "Кошанову", "ru");
  const auto forms = Inflector(*real_knowledge()).name_forms(d, 0);
  ASSERT_FALSE(forms.empty());
  EXPECT_EQ(forms[0], "Кошанову");
  EXPECT_NE(std::ranges::find(forms, "Кошанов"), forms.end()) << qogam::test::join(forms);
}

// Another way to the same end: the nominative of a nominative is itself.
TEST(Inflection, nominatives_are_left_alone) {
  for (const char* name : {"Ерлан Кошанов", "Айгуль Тажибаева", "Женис Касымбек", "Анна Ким", "Сергей Петрович Сидоров"})
    EXPECT_EQ(person(name, "ru"), name);
  for (const char* name : {"Ерлан Қошанов", "Айгүл Тәжібаева", "Жеңіс Қасымбек", "Виктор Пак", "Гүлнәр Серікқызы"})
    EXPECT_EQ(person(name, "kk"), name);
}

}  // namespace
}  // namespace qogam::lang
