// Dates, datelines and where the day of publication is taken from.
#include "clean/dates.h"

#include "clean/published.h"
#include "clean/test_support.h"

namespace qogam::clean::testing {
namespace {

std::string dump(const std::optional<Date>& date) {
  if (!date) return "-";
  if (date->has_year()) return date->iso();
  return std::to_string(date->month) + "/" + std::to_string(date->day);
}

TEST(Dates, are_found_in_all_their_forms) {
  const struct {
    const char *line, *dates;
  } cases[] = {
      {"пятница, 19 апреля 2024 г.", "2024-04-19"},
      {"14.10.2021, 11:20", "2021-10-14"},
      {"2020-07-04", "2020-07-04"},
      {"https://example.kz/2024/04/19/text", "2024-04-19"},
      {"12 қазан 2021", "2021-10-12"},
      {"2024 жылғы 19 сәуір", "2024-04-19"},
      {"2014 жылдың 26 қыркүйегі", "2014-09-26"},
      {"2024-жылғы 5-наурыз", "2024-03-05"},
      {"24 tamyz, 2018", "2018-08-24"},
      {"19-сәуір, 2024", "2024-04-19"},
      {"25.05.21", "2021-05-25"},
      {"5 декабря, 12:30", "12/5"},
      {"с 1 мая 2023 до 2 июня 2024", "2023-05-01 2024-06-02"},
      {"32 мая 2024, 14.13.2021, 2023-02-29", ""},
      {"1.2.1812, 5 мая 1945 года", "5/5"},
      {"тел. 57-31-08, 8 (7213) 98-00-00, дом 12/4", ""},
      {"19 апельсинов 2024", ""},
  };
  for (const auto& c : cases) {
    std::string found;
    for (const Date& date : test_dates().find(c.line))
      found += (found.empty() ? "" : " ") + dump(date);
    EXPECT_EQ(found, c.dates) << c.line;
  }
}

TEST(Dates, tell_datelines_from_sentences_and_headlines) {
  const struct {
    const char *line, *date;
  } cases[] = {
      {"2020-07-04", "2020-07-04"},
      {"14.10.2021, 11:20", "2021-10-14"},
      {"06:13 31.01.2022", "2022-01-31"},
      {"Опубликовано: 19.08.2024 в 16:20", "2024-08-19"},
      {"Астана, 13 сентября 2005 г. («Степь», Бахыт Иманова)", "2005-09-13"},
      {"Усть-Каменогорск, 3 октября 2023 года", "2023-10-03"},
      {"ТКШ. 16 наурыз 2021 жыл, сейсенбі", "2021-03-16"},
      {"Видео | 18.01.2023 | 20:47", "2023-01-18"},
      {"28.11.2025 / Автор: Анна Кригер", "2025-11-28"},
      {"Семей. 9 ноября. Корр. Лариса Кушнир", "11/9"},
      {"2018 жылғы 22 қараша, 18:05", "2018-11-22"},
      {"План развития до 1 января 2025 года утверждён", "-"},
      {"19 апреля 2024 года в Астане открылся парк", "-"},
      {"Совещание в акимате пройдёт 12 мая 2024 года", "-"},
      {"Открылся парк", "-"},
  };
  for (const auto& c : cases) EXPECT_EQ(dump(test_dates().dateline(c.line)), c.date) << c.line;
}

TEST(Dates, open_and_close_a_paragraph) {
  const struct {
    const char *line, *opening, *stamp;
  } cases[] = {
      {"АСТАНА. 10 қыркүйек 2024 жыл. Қала әкімдігінде жиын өтті.", "2024-09-10", "-"},
      {"Усть-Каменогорск, 3 октября 2023 г. Областной совет вчера обсудил итоги.", "2023-10-03",
       "-"},
      {"08 Октября 2015, 13:15 В Уфе дали высокую оценку", "2015-10-08", "-"},
      {"19 января 2015 В области отремонтируют дороги", "2015-01-19", "-"},
      {"19 января 2015 года в области отремонтируют дороги", "-", "-"},
      {"Аким К. Иванов Размещено: 11.02.2015 10:16", "-", "2015-02-11"},
      {"Срок сдачи: 11.02.2015", "-", "-"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(dump(test_dates().opening(c.line)), c.opening) << c.line;
    EXPECT_EQ(dump(test_dates().stamp(c.line)), c.stamp) << c.line;
  }
}

TEST(Published, comes_from_the_best_witness) {
  const Date clock{2024, 4, 19, {}};
  const std::string article = "Заголовок\n14.10.2021, 11:20\n\nТекст статьи.";
  const struct {
    Witnesses witnesses;
    const char *value, *from;
  } cases[] = {
      {{"2001-01-01", "2002-02-02", article, "/2003/03/03/", clock}, "2001-01-01", "option"},
      {{"", "2002-02-02T10:00:00", article, "/2003/03/03/", clock}, "2002-02-02", "metadata"},
      {{"", "вчера", article, "/2003/03/03/", clock}, "2021-10-14", "dateline"},
      {{"", "", "Текст.", "https://a.kz/2003/03/03/x", clock}, "2003-03-03", "url"},
      {{"", "", "Текст.", "https://a.kz/news/2003-03-03-x", clock}, "2003-03-03", "url"},
      {{"", "", "Текст.", "https://a.kz/2003/13/03/x", clock}, "2024-04-19", "header"},
      {{"", "", "Заголовок\n5 декабря, 12:30\nТекст.", "", std::nullopt}, "", ""},
      {{"", "", "Аким сказал, что до 1 мая 2024 года всё сделают.", "", std::nullopt}, "", ""},
  };
  for (const auto& c : cases) {
    const Published published = find_published(c.witnesses, test_dates());
    EXPECT_EQ(published.value, c.value);
    EXPECT_EQ(published.from, c.from);
  }
}

}  // namespace
}  // namespace qogam::clean::testing
