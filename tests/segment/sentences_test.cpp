// Where sentences end: hard cases as razdel and its like collect them. `|` stands between sentences.
#include "segment/sentence_splitter.h"

#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::segment {
namespace {

using qogam::test::dump_sentences;
using qogam::test::real_knowledge;
using qogam::test::words_of;

// A row is the text with `|` where one sentence ends and the blank after it; the rest is derived.
void check(const std::vector<std::string>& rows) {
  for (const std::string& row : rows) {
    std::string text;
    for (const char c : row) text += c == '|' ? ' ' : c;
    EXPECT_EQ(dump_sentences(words_of(*real_knowledge(), text)), row);
  }
}

TEST(Sentences, russian) {
  check({
      "В 2003 г. прошёл форум.|Он был первым.",
      "Форум прошёл в 2003 г.|Он был первым.",
      "Выступил А. С. Иванов.|Он сказал.",
      "Выступил А.С. Иванов.|Затем — Б. Петров.",
      "На ул. Абая, д. 5 прошёл сход.|Пришли все.",
      "Сажали деревья, кусты и т.д.|Потом ушли.",
      "Сажали деревья, кусты и т.д. на берегу.",
      "Выделили 5 млн. тенге.|Этого мало.",
      "Выделили 5 млн тенге.|Этого мало!",
      "Кто виноват?|Что делать?|Никто не знает…",
      "«Кто виноват?» – спросил он.",
      "«Всё будет.|Обещаю», – сказал аким.",
      "«Всё будет!» – сказал аким.|Все ушли.",
      "Глава ассоциации «Семья. Право. Защита» ответил.|Все ушли.",
      "Пришли Ким,\nруководитель управления.|Все рады.",
      "Пришли Ким,\nНурланов.|Все рады.",
      "Встреча в 11.20 на сайте egov.kz.|Приходите.",
      "Он заявил: «Мы строим».|Все согласились.",
      "1. Отчёт акима.|2. Разное.",
      "Это школа им. Абая.|Школа новая.",
      "Рост на 3,5%.|Это много.",
      "и.о. акима Иванов ушёл.|Пришёл другой.",
      "Т.е. это не так.|Вот.",
      "Это был мэр г. Нур-Султана.|Он ушёл.",
      "Приехал сын (ему 5 лет).|Дом большой.",
      "Приехал сын (ему 5 лет.|Большой уже).",
      "Он пришёл... и ушёл.",
      "Он пришёл...|Потом ушёл.",
      "Пришли 20 чел. из села.|Все рады.",
      "Слова без точки",
      "Вопрос!!!|Ответ?!",
  });
}

TEST(Sentences, kazakh) {
  check({
      "Жолдар жөнделді.|Ауыл тұрғындары риза.",
      "2024 ж. 5 шілдеде жиналыс өтті.|Оған бәрі келді.",
      "Қаулы 2022 ж. 12 тамызда шықты.|Ол күшінде.",
      "Жиналысқа Ә. Сәрсенов, Б. Ахметов қатысты.|Олар сөйледі.",
      "Ағаш, гүл, т.б. отырғызылды.|Бәрі риза.",
      "Отырғызылғаны – ағаш, гүл т.б.|Бәрі риза.",
      "Алматы қ., Абай даң., 5-үй.|Келіңіз.",
      "«Жолды жөндейміз», – деді әкім.|Халық қолдады.",
      "«Не істейміз?|Қалай?» – деп сұрады ол.",
      "– Біз дайынбыз, – деді ол.|– Бәрі болады.",
      "9-шы ықшамауданда 3,5 мың адам тұрады.|Көп.",
      "Форум туралы.|ІХ форум өтті.",
      "Ол XX ғ. басында туған.|Кейін көшті.",
      "Бұл кім?|Білмейміз!",
  });
}

TEST(Sentences, a_blank_that_was_lost_still_ends_a_sentence) {
  EXPECT_EQ(dump_sentences(words_of(*real_knowledge(), "Аким сказал.Министерство ответило.")),
            "Аким сказал.|Министерство ответило.");
  EXPECT_EQ(dump_sentences(words_of(*real_knowledge(), "Сообщил Ерлан Саиров.В области паводок.Помогает ДЧС.С апреля там Саиров А.Б. и другие.")),
            "Сообщил Ерлан Саиров.|В области паводок.|Помогает ДЧС.|С апреля там Саиров А.Б. и другие.");
  EXPECT_EQ(dump_sentences(words_of(*real_knowledge(), "Передает Tengrinews.kz.В феврале школу открыли.")),
            "Передает Tengrinews.kz.|В феврале школу открыли.");
  EXPECT_EQ(dump_sentences(words_of(*real_knowledge(), "Водитель Яндекс.Такси и Дж.Байден пришли.")), "Водитель Яндекс.Такси и Дж.Байден пришли.");
  EXPECT_EQ(dump_sentences(words_of(*real_knowledge(), "Письмо подписал Саиров.А.Б. Ким не подписал.")),
            "Письмо подписал Саиров.А.Б. Ким не подписал.");
  EXPECT_EQ(dump_sentences(words_of(*real_knowledge(), "Зайдите на egov.kz и gov.kz сегодня.")),
            "Зайдите на egov.kz и gov.kz сегодня.");
}

TEST(Sentences, lines_part_sentences_and_paragraphs) {
  const Document d = words_of(*real_knowledge(), "Заголовок без точки\n\nПервое. Второе.\nТретье");
  EXPECT_EQ(dump_sentences(d), "Заголовок без точки|Первое.|Второе.|Третье");
  ASSERT_EQ(d.paragraphs.size(), 3u);
  EXPECT_EQ(d.paragraphs[1].first_sentence, 1u);
  EXPECT_EQ(d.paragraphs[1].last_sentence, 3u);
  EXPECT_EQ(d.sentences[2].paragraph, 1u);
}

TEST(Sentences, none_is_longer_than_the_limit) {
  std::string text;
  for (int n = 0; n < 5000; ++n) text += "слово ";
  const Document d = words_of(*real_knowledge(), text);
  std::size_t tokens = 0;
  for (const Sentence& s : d.sentences) {
    EXPECT_LE(s.tokens.size(), SentenceSplitter::kLongest);
    tokens += s.tokens.size();
  }
  EXPECT_EQ(tokens, 5000u);
}

}  // namespace
}  // namespace qogam::segment
