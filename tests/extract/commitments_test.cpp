// Commitments: the clause, its kind, and who is to act by when.
#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::extract {
namespace {

using qogam::test::analysed_plain;
using qogam::test::dump_all;

struct Case {
  const char *language, *text, *kind_and_clause, *deadline;
};

std::string clauses(const Document& d) {
  std::vector<std::string> all;
  for (const Commitment& c : d.commitments) all.push_back(c.kind + " «" + std::string(d.surface(c.span)) + "»");
  return qogam::test::join(all, "; ");
}

TEST(Commitments, clause_kind_and_deadline) {
  const Case cases[] = {
      // the clause inside the marks, without the words of saying
      {"ru", "«Все поднятые вопросы будут учтены», – сказал аким города Ерлан Кошанов.",
       "promise «Все поднятые вопросы будут учтены»", ""},
      {"ru", "«Мы построим школу, – сказал аким города Ерлан Кошанов. – Она откроется в сентябре».",
       "promise «Мы построим школу»; promise «Она откроется в сентябре»", ""},
      {"ru", "Мы построим новую школу, – сказал аким города Ерлан Кошанов.", "promise «Мы построим новую школу»", ""},
      {"kk", "«Ауылда келесі жылы жаңа мектеп салынады», – деді қала әкімі Ерлан Қошанов.", "promise «Ауылда келесі жылы жаңа мектеп салынады»", "2025"},
      {"kk", "«Жолды жыл соңына дейін жөндейміз», – деп уәде берді қала әкімі Ерлан Қошанов.",
       "promise «Жолды жыл соңына дейін жөндейміз»", "2024-12-31"},
      // told by the article
      {"ru", "Аким города Ерлан Кошанов поручил управлению образования построить школу до 1 сентября.",
       "order «Аким города Ерлан Кошанов поручил управлению образования построить школу до 1 сентября»", "2024-09-01"},
      {"ru", "Аким города Ерлан Кошанов пообещал отремонтировать дороги до конца года.",
       "promise «Аким города Ерлан Кошанов пообещал отремонтировать дороги до конца года»", "2024-12-31"},
      {"ru", "Акимат города планирует построить три школы в 2025 году.",
       "plan «Акимат города планирует построить три школы в 2025 году»", "2025"},
      {"ru", "Министерство здравоохранения должно открыть больницу до 1 мая.",
       "obligation «Министерство здравоохранения должно открыть больницу до 1 мая»", "2024-05-01"},
      {"kk", "Қала әкімі Ерлан Қошанов білім басқармасына мектепті 1 қыркүйекке дейін салуды тапсырды.",
       "order «Қала әкімі Ерлан Қошанов білім басқармасына мектепті 1 қыркүйекке дейін салуды тапсырды»", "2024-09-01"},
      {"kk", "Қала әкімдігі 2025 жылы үш мектеп салуды жоспарлап отыр.",
       "plan «Қала әкімдігі 2025 жылы үш мектеп салуды жоспарлап отыр»", "2025"},
      // none
      {"ru", "Аким города Ерлан Кошанов открыл школу.", "", ""},
      {"ru", "Аким города Ерлан Кошанов не обещал построить школу.", "", ""},
      {"ru", "Мы с соседями построим беседку.", "", ""},
      {"kk", "Қала әкімі Ерлан Қошанов мектеп ашты.", "", ""},
  };
  for (const Case& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    EXPECT_EQ(clauses(d), c.kind_and_clause) << c.text;
    if (d.commitments.size() != 1) continue;
    EXPECT_EQ(d.commitments[0].deadline ? d.commitments[0].deadline->value : "", c.deadline) << c.text;
  }
}

TEST(Commitments, who_acts_who_says_who_orders) {
  const Document order = analysed_plain(
      "Аким города Ерлан Кошанов поручил управлению образования построить школу до 1 сентября.", "ru");
  ASSERT_EQ(order.commitments.size(), 1u);
  EXPECT_EQ(order.commitments[0].actor_name, "управление образования");
  EXPECT_EQ(order.commitments[0].ordered_by, "Ерлан Кошанов");

  const Document promise = analysed_plain("«Все вопросы будут учтены», – сказал аким города Ерлан Кошанов.", "ru");
  ASSERT_EQ(promise.commitments.size(), 1u);
  EXPECT_EQ(promise.commitments[0].said_by_name, "Ерлан Кошанов");
  EXPECT_EQ(promise.commitments[0].actor_name, "");
  EXPECT_EQ(promise.commitments[0].quote, 0);

  const Document plan = analysed_plain("Қала әкімдігі 2025 жылы үш мектеп салуды жоспарлап отыр.", "kk");
  ASSERT_EQ(plan.commitments.size(), 1u);
  EXPECT_EQ(plan.commitments[0].actor_name, "Қала әкімдігі");
}

// Who acts and by whose order, where names stand apart from the verb.
TEST(Commitments, parties) {
  const struct {
    const char *language, *text, *actor, *ordered_by;
  } cases[] = {
      {"ru", "Заседание провёл аким города Ерлан Кошанов. Отделу ЖКХ он поручил вывезти снег до пятницы.", "Отдел ЖКХ", "Ерлан Кошанов"},
      {"ru", "Аким города Ерлан Кошанов потребовал от подрядчика, ТОО «Мост», завершить ремонт дороги до 1 июня.", "ТОО «Мост»", "Ерлан Кошанов"},
      {"ru", "Отделу ЖКХ города поручено вывезти снег до пятницы, сообщили в акимате.", "Отдел ЖКХ города", ""},
      {"kk", "Жиынды қала әкімі Ерлан Қошанов өткізді. Қала басшысы білім басқармасына мектепті 1 қыркүйекке дейін салуды тапсырды.", "білім басқармасы",
       "Ерлан Қошанов"},
  };
  for (const auto& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    ASSERT_EQ(d.commitments.size(), 1u) << c.text << dump_all(d, d.commitments);
    EXPECT_EQ(d.commitments[0].actor_name, c.actor) << c.text;
    EXPECT_EQ(d.commitments[0].ordered_by, c.ordered_by) << c.text;
  }
}

// The items of a list are orders of who announced it, until it ends.
TEST(Commitments, list_of_orders) {
  const Document d = analysed_plain(
      "Аким города Ерлан Кошанов поручил:\n1) управлению образования – до 1 мая открыть две школы;\n2) отделу ЖКХ – до пятницы вывезти снег.\nПосле заседания аким осмотрел парк.", "ru");
  EXPECT_EQ(clauses(d), "order «управлению образования – до 1 мая открыть две школы»; order «отделу ЖКХ – до пятницы вывезти снег»");
  for (const Commitment& c : d.commitments) EXPECT_EQ(c.ordered_by, "Ерлан Кошанов");
}

TEST(Commitments, details) {
  const Document d = analysed_plain("Акимат города до 1 мая отремонтирует за 200 млн тенге пять дорог для жителей микрорайона Коктем.", "ru");
  ASSERT_EQ(d.commitments.size(), 1u);
  const Commitment& c = d.commitments[0];
  EXPECT_EQ(c.action, "отремонтировать за 200 млн тенге пять дорог для жителей");
  EXPECT_EQ(c.cue, "отремонтирует");
  EXPECT_EQ(c.beneficiaries, (std::vector<std::string>{"жители"}));
  ASSERT_NE(c.money, kNone);
  EXPECT_EQ(d.money[0].amount, 200e6);
  ASSERT_TRUE(c.deadline);
  EXPECT_EQ(c.deadline->value, "2024-05-01");
}

// Which date of a clause is the deadline.
TEST(Commitments, deadlines) {
  const struct {
    const char *text, *value;
  } cases[] = {
      {"Акимат города каждый квартал будет публиковать отчёт, первый выйдет до 1 июля.", "R/P3M"},
      {"Аким города Ерлан Кошанов поручил отделу ЖКХ за две недели вывезти мусор.", "P2W"},
      {"Акимат подаст иск к подрядчику в понедельник.", "2024-04-22"},
      {"Акимат выплатит пострадавшим помощь за июль.", ""},
  };
  for (const auto& c : cases) {
    const Document d = analysed_plain(c.text, "ru");
    ASSERT_FALSE(d.commitments.empty()) << c.text;
    EXPECT_EQ(d.commitments[0].deadline ? d.commitments[0].deadline->value : "", c.value) << c.text;
  }
}

// Less is asked of a candidate with a lower threshold: the rules' cues stay, and confidence tells them apart.
TEST(Commitments, confidence_is_a_threshold) {
  Options options;
  options.plain = true;
  options.language = "ru";
  options.min_commitment_confidence = 0;
  const char* text = "Если найдут деньги, акимат построит мост.";
  const Document all = qogam::test::analysed(text, options);
  ASSERT_FALSE(all.commitments.empty());
  for (const Commitment& c : all.commitments) EXPECT_LT(c.confidence, 0.5);
  EXPECT_TRUE(analysed_plain(text, "ru").commitments.empty());
}

TEST(Commitments, reports_on_earlier_ones) {
  const struct {
    const char *language, *text, *says;
  } cases[] = {
      {"ru", "Поручение акима исполнено в срок, сообщили в управлении.", "done"},
      {"ru", "Срок сдачи школы перенесён на декабрь.", "moved"},
      {"ru", "Подрядчик сорвал сроки ремонта дороги.", "failed"},
      {"ru", "Ранее аким города поручил вывезти снег.", "repeated"},
      {"kk", "Әкімнің тапсырмасы орындалмады.", "failed"},
      {"ru", "Аким города поручил вывезти снег.", ""},
  };
  for (const auto& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    EXPECT_EQ(d.commitment_reports.empty() ? "" : d.commitment_reports[0].says, c.says) << c.text;
  }
}

// The words that say who promised are no promise of their own.
TEST(Commitments, words_of_saying_are_none) {
  const Document d = analysed_plain("«Мы отремонтируем дорогу до 1 сентября», – пообещал аким города Ерлан Кошанов.", "ru");
  EXPECT_EQ(clauses(d), "promise «Мы отремонтируем дорогу до 1 сентября»");
}

// A clause that holds an opening mark holds its closing mark too.
TEST(Commitments, marks_of_a_clause_are_balanced) {
  for (const char* text : {"По словам акима города Ерлана Кошанова, «школу построят к концу года».",
                           "Аким города Ерлан Кошанов поручил открыть центр «Парк».",
                           "Акимат города построит «Дом школьника»."}) {
    const Document d = analysed_plain(text, "ru");
    for (const Commitment& c : d.commitments) {
      int open = 0;
      const std::string clause(d.surface(c.span));
      for (std::size_t at = clause.find("«"); at != clause.npos; at = clause.find("«", at + 1)) ++open;
      for (std::size_t at = clause.find("»"); at != clause.npos; at = clause.find("»", at + 1)) --open;
      EXPECT_EQ(open, 0) << clause;
    }
  }
}

// The headline says again what the article says.
TEST(Commitments, the_headline_holds_none) {
  Options options;
  options.published = "2024-04-19";
  const Document d = qogam::test::analysed(
      "Акимат города построит три школы\n\nАкимат города построит три школы в 2025 году, сообщает пресс-служба. "
      "Об этом рассказали на брифинге в столице.\n", options);
  EXPECT_EQ(d.title, "Акимат города построит три школы");
  EXPECT_EQ(d.commitments.size(), 1u) << clauses(d);
}

}  // namespace
}  // namespace qogam::extract
