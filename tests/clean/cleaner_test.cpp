// The cleaner on small pages: titles, blocks, what must stay, and what it does at the edges.
#include "clean/cleaner.h"

#include "clean/recurring_lines.h"
#include "clean/test_support.h"

namespace qogam::clean::testing {
namespace {

constexpr const char* kBody =
    "Аким города рассказал жителям, какие дворы и дороги приведут в порядок в этом году.";

TEST(Cleaner, removes_what_is_above_and_below_the_article) {
  const std::string body = kBody;
  const struct {
    std::string page, text;
  } cases[] = {
      {"Главная / Город\n\nДворы приведут в порядок\n\n" + body + "\nПросмотров: 15",
       "Дворы приведут в порядок\n\n" + body},
      {"Газета степи\nГлавная > Власть\n\nДворы приведут в порядок\n\n" + body,
       "Дворы приведут в порядок\n\n" + body},
      {"Дворы приведут в порядок\n14.10.2021, 11:20   👁 1 318\n\n" + body,
       "Дворы приведут в порядок\n14.10.2021, 11:20\n\n" + body},
      {"Слово, которому верят с 1931 года!\nАстана  −12°  USD 378,2  EUR 421,0\n\n"
       "Дворы приведут в порядок\n\n" +
           body,
       "Дворы приведут в порядок\n\n" + body},
      {"СТЕПНОЙ МАЯК\n\n№ 41 (9 718) • четверг, 17 апреля 2014 г.\nПисьма :: Люди :: Село\n\n"
       "Дворы приведут в порядок\n\n" +
           body,
       "Дворы приведут в порядок\n\n" + body},
      {"Общество · 11 декабря 2018 · 4 минуты\n\nДворы приведут в порядок\n\n" + body,
       "11 декабря 2018\n\nДворы приведут в порядок\n\n" + body},
      {"Дворы приведут в порядок\n22.04.2025 | Экономика\n\n" + body,
       "Дворы приведут в порядок\n22.04.2025\n\n" + body},
      {"Дворы приведут в порядок\n" + body +
           "\nТағы да: В Балхаше ищут тренеров\nКто ответит за качели?",
       "Дворы приведут в порядок\n" + body},
      {"Дворы приведут в порядок\n16 апреля 2024 08:56\n12236\n" + body,
       "Дворы приведут в порядок\n16 апреля 2024 08:56\n\n" + body},
      {"Дворы приведут в порядок\n" + body +
           "\nЧитайте также:\nВ Балхаше ищут тренеров\nКто ответит за качели?",
       "Дворы приведут в порядок\n" + body},
      {"Дворы приведут в порядок\n" + body +
           "\nЧитайте также\n\nВ Балхаше ищут тренеров\n\nТеги: двор",
       "Дворы приведут в порядок\n" + body},
      {"Дворы приведут в порядок\n" + body +
           "\nПросмотров: 4 027   Комментарии (12)\nАйман_kst: У нас та же история",
       "Дворы приведут в порядок\n" + body},
      {"Дворы приведут в порядок\n" + body +
           " Больше новостей в Telegram-канале «a.kz». Подписывайся!",
       "Дворы приведут в порядок\n" + body},
      {"Дворы приведут в порядок\nОбщество   Спорт   Погода дня\n" + body,
       "Дворы приведут в порядок\nОбщество Спорт Погода дня\n" + body},
  };
  for (const auto& c : cases) EXPECT_EQ(cleaned(c.page).text, c.text) << c.page;
}

TEST(Cleaner, leaves_what_it_does_not_know) {
  const std::string body = kBody;
  const std::string articles[] = {
      "Температура в Астане опустится до −30 °C\n\n" + body,
      "Вода / тарифы\n\n" + body,
      "Ролик собрал 100 просмотров\n\n" + body,
      "Дворы приведут в порядок\n\n" + body +
          "\n\nГалина Воронцова, жительница города:\n– Двора у нас нет.",
      "Дворы приведут в порядок\n\nКомментарии (0)\n\n" + body,
      "Дворы приведут в порядок\n\n" + body + "\n\nМатериал подготовила Анна Кригер",
      "447.4\n\n" + body,
      "Контакты с Китаем растут\n\n" + body,
      "Дворы и дороги города приведут в порядок\nАлма Сапарова | Общество и люди\n\nПодзаголовок\n\n" + body,
  };
  for (const std::string& article : articles) {
    std::string expected = article;
    const auto comments = expected.find("Комментарии (0)\n\n");
    if (comments != std::string::npos)
      expected.erase(comments, std::string("Комментарии (0)\n\n").size());
    EXPECT_EQ(cleaned(article).text, expected);
  }
}

TEST(Cleaner, finds_the_title) {
  const std::string body = kBody;
  const struct {
    std::string page, title;
  } cases[] = {
      {"Дворы приведут в порядок\n\n" + body, "Дворы приведут в порядок"},
      {"2024-04-19\nКто ответит за двор?\n" + body, "Кто ответит за двор?"},
      {"«Қобда толқыны» газеті\n19 сәуір 2024 жыл\n\nҚОҚЫС ПОЛИГОНЫ: ЕСЕП СҰРАДЫ\n\n" + body,
       "ҚОҚЫС ПОЛИГОНЫ: ЕСЕП СҰРАДЫ"},
      {"Дворы города\n19.04.2024\n\n" + body, "Дворы города"},
      {body + "\n" + body, ""},
      {"Дворы приведут в порядок", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(cleaned(c.page).title, c.title) << c.page;
}

TEST(Cleaner, prefers_the_title_and_date_that_came_with_the_document) {
  Document d;
  d.raw = std::string("Дворы\n14.10.2021\n\n") + kBody;
  d.source.title = " Двoры и\u00A0дороги ";
  d.source.published = "2021-10-15T08:00:00+06:00";
  test_cleaner().run(d);
  EXPECT_EQ(d.title, "Дворы и дороги");
  EXPECT_EQ(d.published.value, "2021-10-15");
  EXPECT_EQ(d.published.from, "metadata");
  EXPECT_TRUE(d.text.starts_with("Дворы и дороги\n\nДворы\n14.10.2021")) << "what is not yet in the text is put before it";
  EXPECT_EQ(d.offsets.front().raw_size, 0u);

  d = {};
  d.raw = std::string("ДВОРЫ И ДОРОГИ.\n14.10.2021\n\n") + kBody;
  d.source.title = "Дворы и дороги";
  test_cleaner().run(d);
  EXPECT_TRUE(d.text.starts_with("ДВОРЫ И ДОРОГИ.\n14.10.2021"));
}

TEST(Cleaner, finds_the_day_in_a_stamp_that_is_furniture) {
  const std::string stamp = "Опубликовано: 21.08.2025 09:15";
  for (const std::string& page : {"Почём тепло\n" + stamp + "\n\n" + kBody, std::string("Почём тепло\n\n") + kBody + "\n" + stamp}) {
    const Document d = cleaned(page);
    EXPECT_EQ(d.published.value, "2025-08-21") << page;
    EXPECT_EQ(d.text.find(stamp), std::string::npos) << page;
  }
}

TEST(Cleaner, takes_lines_that_recur_on_a_site_but_no_datelines) {
  auto lines = std::make_shared<RecurringLines>();
  const auto page = [](int day) {
    Document d;
    d.source.url = "https://e.kz/" + std::to_string(day);
    d.raw = "Главные проекты страны\n" + std::to_string(day) + " апреля 2024 08:55\n\n" + kBody + " Двор" + std::string(static_cast<std::size_t>(day), 's') + ".";
    return d;
  };
  for (int day = 1; day <= 6; ++day) lines->add(page(day));
  Options options;
  options.recurring_lines = lines;
  const auto cleaner = make_cleaner({test_rules(), test_lookalikes(), test_dates(), test_markup(), test_spaces()}, options);
  Document d = page(12);
  cleaner->run(d);
  EXPECT_EQ(d.text.find("Главные проекты"), std::string::npos);
  EXPECT_EQ(d.published.value, "2024-04-12");
}

TEST(Cleaner, takes_the_year_of_a_recent_day_from_the_header) {
  const std::string body = kBody;
  const struct {
    std::string day, published, from;
  } cases[] = {{"4 марта", "2019-03-04", "dateline"},
               {"5 марта", "2019-03-05", "dateline"},
               {"28 декабря", "2019-03-05", "header"},
               {"27 февраля 2018 года", "2018-02-27", "dateline"}};
  for (const auto& c : cases) {
    const Document d = cleaned("05.03.2019  19:44\nUSD 377,91 / EUR 427,45\n\nДворы приведут в "
                               "порядок\n\nКАРАГАНДА. " +
                               c.day + ". СТЕПЬ – " + body);
    EXPECT_EQ(d.published.value, c.published) << c.day;
    EXPECT_EQ(d.published.from, c.from) << c.day;
  }
}

TEST(Cleaner, leaves_plain_text_alone) {
  Options options;
  options.plain = true;
  const auto cleaner = make_cleaner({test_rules(), test_lookalikes(), test_dates(), test_markup(), test_spaces()}, options);
  Document d;
  d.raw = "icon\r\n447.4\r\n  Рахманбердi и\u0306 ";
  cleaner->run(d);
  EXPECT_EQ(d.text, d.raw);
  EXPECT_TRUE(d.title.empty());
  Document titled;
  titled.raw = d.raw;
  titled.source.title = "Двор";
  cleaner->run(titled);
  EXPECT_EQ(titled.title, "Двор");
  EXPECT_EQ(titled.text, titled.raw);
  EXPECT_TRUE(d.furniture.empty());
  ASSERT_EQ(d.offsets.size(), 1u);
  EXPECT_EQ(d.offsets[0].raw_size, d.raw.size());
}

TEST(Cleaner, reports_a_page_with_nothing_left) {
  for (const std::string page : {"", "\n \n", "icon\n447.4\nПросмотров: 5", "\uFEFF"}) {
    const Document d = cleaned(page);
    ASSERT_TRUE(d.error) << page;
    EXPECT_EQ(d.error->code, "empty");
    EXPECT_EQ(d.error->stage, "clean");
  }
}

TEST(Cleaner, names_its_layers) {
  EXPECT_EQ(test_cleaner().name(), "clean");
  EXPECT_EQ(test_cleaner().needs().bits, Layers(Layer::raw).bits);
  EXPECT_EQ(test_cleaner().gives().bits, Layers(Layer::text).bits);
}

// Each takes about a second; what is not linear takes hours, and ctest's limit stops the test.
TEST(Cleaner, is_linear_on_one_long_line_and_on_very_many_short_ones) {
  const struct {
    const char* piece;
    std::size_t size;
  } cases[] = {{"Аким города сообщил о планах. ", 50u << 20},
               {"а", 10u << 20},
               {"а\n", 10u << 20},
               {"Читайте также\nНовость дня\n", 2u << 20},
               {"icon\n447.4\n", 2u << 20},
               {"😀 1 ", 300},
               {"Главная | а ", 300},
               {"RU KZ ", 300}};
  for (const auto& c : cases) {
    std::string raw;
    while (raw.size() < c.size) raw += c.piece;
    EXPECT_FALSE(cleaned(raw + "!").raw.empty()) << c.piece;
  }
}

}  // namespace
}  // namespace qogam::clean::testing
