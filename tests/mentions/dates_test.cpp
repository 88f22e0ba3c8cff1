// Dates in phrases, by the built model. A row: the phrase, and its dates as "value «text»"; in
// Kazakh and Russian; all published on Friday, 2024-04-19.
#include <gtest/gtest.h>

#include "mentions/calendar.h"
#include "mentions/time_digits.h"
#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::mentions {
namespace {

using qogam::test::mentions_of;
using qogam::test::real_knowledge;

std::string dates(const std::string& text, const std::string& language,
                  const std::string& published = "2024-04-19") {
  const Document d = mentions_of(*real_knowledge(), text, published, language);
  std::vector<std::string> all;
  for (const TimeExpression& t : d.dates)
    all.push_back(t.type + " " + t.value + (t.approximate ? "~" : "") + " «" +
                  std::string(d.surface(t.span)) + "»");
  return qogam::test::join(all, "; ");
}

struct Case {
  const char *text, *found;
};

TEST(Dates, are_the_same_without_the_other_passes) {
  const std::string text = "Аким города Серик Байжанов 3 мая 2023 года пообещал 5 млн тенге. На следующий день он уехал.";
  const auto knowledge = real_knowledge();
  Document all = test::words_of(*knowledge, text, "ru"), some = all;
  make_finder(*knowledge)->run(all);
  make_finder(*knowledge, Passes::dates_and_money)->run(some);
  ASSERT_EQ(all.dates.size(), 2u);
  ASSERT_EQ(some.dates.size(), 2u);
  for (std::size_t k = 0; k < 2; ++k) EXPECT_EQ(some.dates[k].value, all.dates[k].value);
  EXPECT_EQ(some.money.size(), 1u);
  EXPECT_GT(all.mentions.size(), some.mentions.size());
}

TEST(Dates, russian) {
  const Case cases[] = {
      // by the day of publication
      {"Сегодня прошёл форум.", "date 2024-04-19 «Сегодня»"},
      {"Вчера прошёл форум.", "date 2024-04-18 «Вчера»"},
      {"Завтра пройдёт форум.", "date 2024-04-20 «Завтра»"},
      {"В пятницу прошёл сход.", "date 2024-04-19 «В пятницу»"},
      {"В следующий понедельник пройдёт сход.", "date 2024-04-22 «В следующий понедельник»"},
      {"На прошлой неделе прошёл сход.", "date 2024-04-08/2024-04-14 «На прошлой неделе»"},
      {"В этом году отремонтируют дорогу.", "date 2024 «В этом году»"},
      {"В прошлом году отремонтировали дорогу.", "date 2023 «В прошлом году»"},
      {"В следующем году отремонтируют дорогу.", "date 2025 «В следующем году»"},
      {"Три года назад построили школу.", "date 2021 «Три года назад»"},
      {"Через два года построят школу.", "date 2026 «Через два года»"},
      {"Через месяц построят школу.", "date 2024-05 «Через месяц»"},
      // years
      {"Форум был проведен в 2003 году.", "date 2003 «в 2003 году»"},
      {"План на 2016–2020 годы утверждён.", "range 2016/2020 «на 2016–2020 годы»"},
      {"С 2016 по 2020 год построили десять школ.", "range 2016/2020 «С 2016 по 2020 год»"},
      // months, quarters, seasons
      {"В мае начнётся ремонт.", "date 2024-05 «В мае»"},
      {"Летом 2023 года начался ремонт.", "date 2023-SU «Летом 2023 года»"},
      {"Во втором квартале 2024 года начнут ремонт.", "date 2024-Q2 «Во втором квартале 2024 года»"},
      {"В первом полугодии 2024 года построили школу.", "date 2024-H1 «В первом полугодии 2024 года»"},
      // days
      {"Сход прошёл 14 октября 2021 года.", "date 2021-10-14 «14 октября 2021 года»"},
      {"Сход прошёл 19 апреля.", "date 2024-04-19 «19 апреля»"},
      {"Отчёт от 14.10.2021 опубликован.", "date 2021-10-14 «от 14.10.2021»"},
      {"Встреча состоится 25 апреля в 11:20.", "time 2024-04-25T11:20 «25 апреля в 11:20»"},
      {"С 1 по 15 мая закроют дорогу.", "range 2024-05-01/2024-05-15 «С 1 по 15 мая»"},
      // deadlines
      {"Работы завершат до 1 сентября.", "date 2024-09-01 «до 1 сентября»"},
      {"Работы завершат до конца года.", "date 2024-12-31 «до конца года»"},
      {"Работы завершат к концу августа.", "date 2024-08-31 «к концу августа»"},
      // lengths and sets
      {"Форум проходит один раз в два года.", "set R/P2Y «один раз в два года»"},
      {"Ежегодно проводят форум.", "set R/P1Y «Ежегодно»"},
      {"Срок – два месяца.", "duration P2M «два месяца»"},
      {"В течение трёх дней ответят.", "duration P3D «В течение трёх дней»"},
      // no dates
      {"Купили 19 апельсинов.", ""},
      {"Сумма 2024 тенге.", ""},
      {"Встретились Иванов и Майя.", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(dates(c.text, "ru"), c.found) << c.text;
}

TEST(Dates, kazakh) {
  const Case cases[] = {
      {"Бүгін форум өтті.", "date 2024-04-19 «Бүгін»"},
      {"Кеше форум өтті.", "date 2024-04-18 «Кеше»"},
      {"Ертең форум өтеді.", "date 2024-04-20 «Ертең»"},
      {"Жұма күні жиын өтті.", "date 2024-04-19 «Жұма күні»"},
      {"Биыл жол жөнделеді.", "date 2024 «Биыл»"},
      {"Былтыр жол жөнделді.", "date 2023 «Былтыр»"},
      {"Келесі жылы жол жөнделеді.", "date 2025 «Келесі жылы»"},
      {"Үш жыл бұрын мектеп салынды.", "date 2021 «Үш жыл бұрын»"},
      {"Екі жылдан кейін мектеп салынады.", "date 2026 «Екі жылдан кейін»"},
      {"Форум 2003 жылы өтті.", "date 2003 «2003 жылы»"},
      {"2024-ші жылы мектеп салынды.", "date 2024 «2024-ші жылы»"},
      {"2016–2020 жылдарға арналған жоспар.", "range 2016/2020 «2016–2020 жылдарға»"},
      {"Мамыр айында жөндеу басталады.", "date 2024-05 «Мамыр айында»"},
      {"2023 жылдың жазында жөндеу басталды.", "date 2023-SU «2023 жылдың жазында»"},
      {"2024 жылдың екінші тоқсанында жөндеу басталады.", "date 2024-Q2 «2024 жылдың екінші тоқсанында»"},
      {"2024 жылдың бірінші жартыжылдығында мектеп салынды.", "date 2024-H1 «2024 жылдың бірінші жартыжылдығында»"},
      {"2021 жылғы 14 қазанда жиын өтті.", "date 2021-10-14 «2021 жылғы 14 қазанда»"},
      {"1-15 мамыр аралығында жол жабылады.", "range 2024-05-01/2024-05-15 «1-15 мамыр аралығында»"},
      {"Жұмыс 1 қыркүйекке дейін аяқталады.", "date 2024-09-01 «1 қыркүйекке дейін»"},
      {"Жұмыс жыл соңына дейін аяқталады.", "date 2024-12-31 «жыл соңына дейін»"},
      {"Жұмыс тамыз айының соңына дейін аяқталады.", "date 2024-08-31 «тамыз айының соңына дейін»"},
      {"Форум екі жылда бір рет өтеді.", "set R/P2Y «екі жылда бір рет»"},
      {"Жыл сайын форум өтеді.", "set R/P1Y «Жыл сайын»"},
      {"Үш күн ішінде жауап береді.", "duration P3D «Үш күн ішінде»"},
  };
  for (const Case& c : cases) EXPECT_EQ(dates(c.text, "kk"), c.found) << c.text;
}

TEST(Dates, other_days_of_publication) {
  const struct {
    const char *text, *language, *published, *found;
  } cases[] = {
      {"Сегодня сход.", "ru", "2023-12-31", "date 2023-12-31 «Сегодня»"},
      {"Завтра сход.", "ru", "2023-12-31", "date 2024-01-01 «Завтра»"},
      {"Завтра сход.", "ru", "2024-02-28", "date 2024-02-29 «Завтра»"},
      {"Вчера был сход.", "ru", "2024-03-01", "date 2024-02-29 «Вчера»"},
      {"В следующем году.", "ru", "2020-06-01", "date 2021 «В следующем году»"},
      {"Сход прошёл 31 декабря.", "ru", "2024-01-02", "date 2023-12-31 «31 декабря»"},
      {"Работы завершат до 1 февраля.", "ru", "2024-11-20", "date 2025-02-01 «до 1 февраля»"},
      {"Кеше жиын өтті.", "kk", "2024-01-01", "date 2023-12-31 «Кеше»"},
      {"Былтыр жол жөнделді.", "kk", "2021-08-20", "date 2020 «Былтыр»"},
  };
  for (const auto& c : cases) EXPECT_EQ(dates(c.text, c.language, c.published), c.found) << c.text << c.published;
}

TEST(Dates, without_a_day_of_publication_what_is_not_said_stays_open) {
  const struct {
    const char *text, *language, *found;
  } cases[] = {
      {"Сход прошёл 19 апреля.", "ru", "date XXXX-04-19 «19 апреля»"},
      {"Сход прошёл 19 апреля 2024 года.", "ru", "date 2024-04-19 «19 апреля 2024 года»"},
      {"Форум был в 2003 году.", "ru", "date 2003 «в 2003 году»"},
      {"Форум проходит один раз в два года.", "ru", "set R/P2Y «один раз в два года»"},
      {"2021 жылғы 14 қазанда жиын өтті.", "kk", "date 2021-10-14 «2021 жылғы 14 қазанда»"},
  };
  for (const auto& c : cases) EXPECT_EQ(dates(c.text, c.language, ""), c.found) << c.text;
  EXPECT_EQ(dates("Сегодня прошёл сход.", "ru", "").find("2024"), std::string::npos);
}

// What is found of these may have no value, but it is no other day.
TEST(Dates, what_is_beyond_the_calendar_is_not_counted_out) {
  const char* const texts[] = {"Через 99999999999999999999 лет построят школу.", "Через 2147483647 лет построят школу.", "2147483647 дней назад построили школу.",
                               "Через 9223372036854775807 месяцев построят школу.", "Через 300 миллиардов лет построят школу.", "5000 лет назад здесь было море."};
  for (const char* text : texts)
    for (const TimeExpression& t : mentions_of(*real_knowledge(), text, "2024-04-19", "ru").dates) {
      EXPECT_EQ(t.begin, "") << text;
      EXPECT_EQ(t.value.find('-'), std::string::npos) << text << ": " << t.value;
    }
  for (const char* figures : {"99999999999.04.2024", "19.99999999999.2024", "19.04.99999999999"}) EXPECT_FALSE(numeric_day(figures)) << figures;
  for (const char* day : {"9999-12-31", "0000-01-01", "0001-01-01"})
    for (const char* text : {"На следующей неделе будет сход.", "В пятницу на прошлой неделе был сход.", "Завтра будет сход.", "Через месяц построят школу.", "В следующем веке построят школу.", "19 апреля был сход."})
      for (const TimeExpression& t : mentions_of(*real_knowledge(), text, day, "ru").dates) EXPECT_EQ(t.begin, "") << day << ": " << text;
}

// What is no day of the calendar is none of the found ones.
TEST(Dates, impossible_days_are_not_made) {
  for (const char* text : {"Сход пройдёт 45 апреля.", "30 февраля 2024 года", "29 февраля 2023 года", "Отчёт от 45.13.2021.", "Сход прошёл 31 июня."}) {
    const Document d = mentions_of(*real_knowledge(), text, "2024-04-19", "ru");
    for (const TimeExpression& t : d.dates)
      EXPECT_EQ(t.value.size() == 10, false) << text << " gives " << t.value;
  }
}

TEST(Dates, ranges_that_end_on_no_day_are_none) {
  for (const char* text : {"Приём идёт с 1 по 31 июня 2024 года.", "Приём идёт с 30 февраля по 5 марта 2024 года."})
    for (const TimeExpression& t : mentions_of(*real_knowledge(), text, "2024-04-19", "ru").dates) EXPECT_FALSE(t.value.find('/') != std::string::npos && t.begin.empty()) << text << " gives " << t.value;
}

TEST(Dates, in_figures) {
  const struct {
    const char *figures, *day;
  } cases[] = {
      {"05.10.2002", "2002-10-05"}, {"5.10.02", "2002-10-05"}, {"5/10/1999", "1999-10-05"}, {"05-10-2002", "2002-10-05"}, {"2002-10-05", "2002-10-05"}, {"15.01.2024-те", "2024-01-15"}, {"2012.06.28", "2012-06-28"}, {"2012/6/28", "2012-06-28"},
      {"5.10.2", ""}, {"2012.28.06", ""}, {"2012.06.2013", ""}, {"10,11,12", ""}, {"10:11:12", ""}, {"10.12.20.5", ""}, {"10.12/20", ""}, {"5.10", ""}, {"5.10.200", ""}, {"", ""},
  };
  for (const auto& c : cases) {
    const auto day = numeric_day(c.figures);
    EXPECT_EQ(day ? to_iso(*day) : "", c.day) << c.figures;
  }
}

TEST(Dates, hours_and_years_in_figures) {
  EXPECT_EQ(clock_time("24:00").value_or(""), "T24:00");
  EXPECT_FALSE(clock_time("24:30"));
  EXPECT_EQ(slashed_years("1999/00").value_or(""), "1999/2000");
  EXPECT_EQ(slashed_years("2024/25").value_or(""), "2024/2025");
  EXPECT_FALSE(slashed_years("1999/99"));
}

// First and last days are those of the value; every span lies in its sentence.
TEST(Dates, first_and_last_days_belong_to_the_value) {
  const Document d = mentions_of(
      *real_knowledge(),
      "В 2003 году, 14 октября 2021 года, во втором квартале 2024 года и на 2016–2020 годы. "
      "Летом 2023 года, до конца года, один раз в два года.");
  ASSERT_GE(d.dates.size(), 7u);
  for (const TimeExpression& t : d.dates) {
    const auto bounds = bounds_of(t.value);
    EXPECT_EQ(t.begin, bounds ? to_iso(bounds->first) : "") << t.value;
    EXPECT_EQ(t.end_date, bounds ? to_iso(bounds->second) : "") << t.value;
    EXPECT_FALSE(t.by.empty());
  }
}

}  // namespace
}  // namespace qogam::mentions
