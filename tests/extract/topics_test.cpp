// Topics from cues: with a small model, and with the built one.
#include "extract/topics.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::extract {
namespace {

using qogam::test::analysed_plain;
using qogam::test::real_knowledge;
using qogam::test::words_of;

bool has(const Document& d, const std::string& id) {
  return std::ranges::any_of(d.topics, [&](const Topic& t) { return t.id == id; });
}

std::string ids(const Document& d) {
  std::vector<std::string> all;
  for (const Topic& t : d.topics) all.push_back(t.id);
  return qogam::test::join(all);
}

// The score asked for takes the place of all thresholds.
TEST(Topics, from_a_score) {
  const auto topics = [](std::optional<double> least) {
    Options options;
    options.plain = true;
    options.min_topic_score = least;
    return test::analysed("В городе начался ремонт дорог. Дорожники уложат асфальт. Рядом школа.", options).topics;
  };
  const std::vector<Topic> usual = topics(std::nullopt), all = topics(0), half = topics(0.5), none = topics(1);
  ASSERT_FALSE(usual.empty());
  EXPECT_GT(all.size(), usual.size());
  EXPECT_TRUE(none.empty());
  for (const Topic& t : half) EXPECT_GE(t.score, 0.5);
  for (const Topic& t : all) EXPECT_FALSE(t.evidence.empty()) << t.id;
}

TEST(Topics, of_articles) {
  const struct {
    const char *language, *text, *topic;
  } cases[] = {
      {"ru", "Жители выбрали проекты бюджета участия. Бюджет участия района вырос вдвое, сообщает акимат.", "participatory_budgeting"},
      {"ru", "В городе начался ремонт дорог. Дорожники уложат асфальт на трёх улицах.", "roads_transport"},
      {"ru", "В посёлке построили водопровод. Питьевой водой обеспечили пять сёл.", "water_supply"},
      {"ru", "Отопительный сезон начнётся в октябре. Котельные готовы к отопительному сезону.", "heating_energy"},
      {"ru", "На форуме обсудили государственный социальный заказ для НПО. Объём государственного социального заказа вырос.", "state_social_order"},
      {"kk", "Тұрғындар қатысу бюджеті жобаларын таңдады. Қатысу бюджеті екі есе өсті.", "participatory_budgeting"},
      {"kk", "Қалада жол жөндеу басталды. Үш көшеде асфальт төселеді, жол жөндеу жазда бітеді.", "roads_transport"},
  };
  for (const auto& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    EXPECT_TRUE(has(d, c.topic)) << c.text << " gives " << ids(d);
  }
}

TEST(Topics, none_without_cues) {
  for (const char* text : {"Вышла новая игра для телефонов. Игроки довольны графикой.", "Просто слова.", ""})
    EXPECT_EQ(ids(analysed_plain(text, "ru")), "") << text;
}

TEST(Topics, by_score_with_evidence_in_the_text) {
  const Document d = analysed_plain(
      "На форуме обсудили бюджет участия и ремонт дорог. Бюджет участия важнее всего, сказали жители.", "ru");
  ASSERT_FALSE(d.topics.empty());
  for (std::size_t t = 0; t < d.topics.size(); ++t) {
    if (t > 1) { EXPECT_GE(d.topics[t - 1].score, d.topics[t].score) << "behind the main topic"; }
    EXPECT_FALSE(d.topics[t].evidence.empty()) << d.topics[t].id;
    for (const Span e : d.topics[t].evidence) EXPECT_LE(e.end, d.text.size());
  }
}

TEST(Topics, of_sentences) {
  const Document d = analysed_plain("Вот бюджет участия. Просто слова. А вот отопительный сезон.", "ru");
  ASSERT_EQ(d.sentence_topics.size(), 2u);
  EXPECT_EQ(d.sentence_topics[0].sentence, 0u);
  EXPECT_EQ(qogam::test::join(d.sentence_topics[0].topics), "participatory_budgeting");
  EXPECT_EQ(d.sentence_topics[1].sentence, 2u);
  EXPECT_EQ(qogam::test::join(d.sentence_topics[1].topics), "heating_energy");
}

// The main topic is what is learnt to be it, or what its file tells to go before.
TEST(Topics, the_main_one_first) {
  const struct {
    const char *language, *text, *main;
  } cases[] = {
      {"ru", "Директор школы получила взятку. Антикор задержал директора школы за взятки родителей учеников.", "anti_corruption"},
      {"ru", "Медсёстрам не платят зарплату. Долг по зарплате больницы перед медсёстрами и врачами вырос, профсоюз больницы готовит забастовку.", "employment"},
      {"kk", "Тұрғындар қатысу бюджеті бойынша ауланы таңдады. Қатысу бюджеті есебінен аулалар мен саябақ абаттандырылады.", "participatory_budgeting"},
  };
  for (const auto& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    ASSERT_FALSE(d.topics.empty()) << c.text;
    EXPECT_EQ(d.topics.front().id, c.main) << c.text << " gives " << ids(d);
  }
}

// What stands around an article is not what it is about.
TEST(Topics, related_headlines_and_tags_do_not_count) {
  const char* article = "В селе построили водопровод\n\n19 апреля 2024\n\nПитьевой водой обеспечили пять сёл района. Водопровод длиной девять километров строили год.\n";
  const char* around = "\nТеги: ремонт дорог, асфальт\nЧитайте также:\nРемонт дорог начнётся в мае: асфальт уложат на трёх улицах\nДорожники открыли мост\n";
  const Document alone = test::analysed(article), framed = test::analysed(std::string(article) + around);
  EXPECT_EQ(ids(alone), "water_supply");
  EXPECT_EQ(ids(framed), "water_supply");
}

Document judged(const std::string& topics, const std::string& words) {
  const auto small = test::small_knowledge({{"common/topics/a.topic", topics}});
  Document d = test::words_of(*small, words, "xx");
  make_topics(*small)->run(d);
  return d;
}

// Without weights evidence alone decides.
TEST(Topics, told_to_go_before_are_first_and_the_others_stay_by_score) {
  const std::string topics = "id a\ncue xx 12 альфа\nid b\ncue xx 10 бета\nid c\nbefore a\ncue xx 8 гамма\nid d\nbefore a\ncue xx 9 дельта\n";
  EXPECT_EQ(ids(judged(topics, "альфа бета гамма")), "c a b");
  EXPECT_EQ(ids(judged(topics, "альфа бета дельта гамма")), "d a b c");
  EXPECT_EQ(ids(judged(topics, "бета гамма")), "b c") << "it goes before another one only";
}

TEST(Topics, thresholds_and_numbers) {
  EXPECT_EQ(ids(judged("id a\ncue xx 3 альфа\nid b\nthreshold 2\ncue xx 2 бета\n", "альфа")), "");
  EXPECT_EQ(ids(judged("id a\ncue xx 3 альфа\nid b\nthreshold 2\ncue xx 2 бета\n", "бета")), "b");
  EXPECT_EQ(judged("id a\ncue xx 5 а\nid b\ncue xx 5 б\nid c\ncue xx 5 в\nid d\ncue xx 5 г\nid e\ncue xx 5 д\nid f\ncue xx 5 е\n", "а б в г д е").topics.size(), 5u);
}

TEST(Topics, in_a_span) {
  const Document d = words_of(*real_knowledge(), "Вот бюджет участия. А вот отопительный сезон.", "ru");
  const Span first = d.sentences[0].span, second = d.sentences[1].span;
  EXPECT_EQ(qogam::test::join(topics_in(d, *real_knowledge(), first)), "participatory_budgeting");
  EXPECT_EQ(qogam::test::join(topics_in(d, *real_knowledge(), second)), "heating_energy");
}

}  // namespace
}  // namespace qogam::extract
