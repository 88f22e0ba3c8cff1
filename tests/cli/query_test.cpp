// qogam query: each question with each of its filters, formats, and calls that are off.
#include <algorithm>
#include <sstream>

#include "cli/program.h"
#include "support/stored.h"

namespace qogam::cli::test {
namespace {

using qogam::test::joined;
using qogam::test::small_world;
using qogam::test::StoredArticle;

class Query : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("w.jsonl", joined(small_world()));
    ASSERT_EQ(qogam("store -q w.db w.jsonl").code, 0);
  }

  // The cells of one column, or what is wrong with the call.
  std::string column(const std::string& call, const std::string& name) {
    const Ended e = qogam("query w.db " + call + " -f json");
    EXPECT_EQ(e.code, 0) << call << ": " << e.err;
    std::string all;
    for (const auto& row : objects(e.out)) {
      const auto& cell = row.at(name);
      all += (all.empty() ? "" : " ") + (cell.is_string() ? cell.get<std::string>() : cell.dump());
    }
    return all;
  }

  std::string id_of_street() { return objects(qogam("query w.db commitments --topic roads_transport -f json").out).at(0)["id"]; }
};

// The world's commitments by the day on which they were first said: the street on 2023-02-01, the garden on 2023-06-20.
TEST_F(Query, filters) {
  const struct {
    const char *call, *column, *cells;
  } cases[] = {
      {"commitments", "first_said", "2023-02-01 2023-06-20"},
      {"commitments --topic education", "first_said", "2023-06-20"},
      {"commitments --topic sport", "first_said", ""},
      {"commitments --place Темиртау", "first_said", "2023-02-01"},
      {"commitments --place Теміртау", "first_said", "2023-02-01"},
      {"commitments --place темир", "first_said", "2023-02-01"},
      {"commitments --place Жаркентский", "first_said", "2023-06-20"},
      {"commitments --by Сапаров", "first_said", "2023-02-01"},
      {"commitments --by 'Сәпаров Ерлан'", "first_said", "2023-02-01"},
      {"commitments --by Искаков", "first_said", ""},
      {"commitments --actor ЖКХ", "first_said", "2023-02-01"},
      {"commitments --actor образования", "first_said", "2023-06-20"},
      {"commitments --since 2023-02-02", "first_said", "2023-06-20"},
      {"commitments --until 2023-02-01", "first_said", "2023-02-01"},
      {"commitments --since 2023-02-01 --until 2023-06-20", "first_said", "2023-02-01 2023-06-20"},
      {"commitments --changed-since 2023-11-01", "first_said", "2023-06-20"},
      {"commitments --status not_yet_rated", "first_said", "2023-02-01 2023-06-20"},
      {"commitments --status kept", "first_said", ""},
      {"commitments --limit 1", "first_said", "2023-02-01"},
      {"commitments --limit 0", "first_said", "2023-02-01 2023-06-20"},
      {"people --name Сапаров", "articles", "2 1"},
      {"people --name сәпаров", "articles", "2 1"},
      {"people --name 'ким динара'", "name", "Динара Ким"},
      {"people --topic public_oversight", "name", ""},
      {"people --since 2023-12-01", "name", "Айгуль Ахметова"},
      {"people --until 2023-04-01", "articles", "1"},
      {"people --name Ахметова", "first", "2023-12-15"},
      {"officials --name Ким", "position", "руководитель отдела"},
      {"officials --name Ким", "organization", "отдел образования"},
      {"officials --place Жаркент", "name", "Динара Ким"},
      {"officials --since 2023-06-01 --until 2023-06-30", "name", "Динара Ким"},
      {"bodies --name ЖКХ", "articles", "2"},
      {"bodies --place Жаркент", "name", "отдел образования"},
      {"ngos", "name", "ОФ «Ақ ниет»"},
      {"ngos --name ниет", "kind", "ngo"},
      {"ngos --name ЖКХ", "name", ""},
      {"quotes", "day", "2023-02-01 2023-05-10"},
      {"quotes --by Сапаров", "article", "a1 a2"},
      {"quotes --topic roads_transport --lang kk", "article", "a2"},
      {"quotes --since 2023-03-01", "article", "a2"},
      {"quotes --until 2023-03-01", "article", "a1"},
      {"quotes --search 'улиц Абая'", "article", "a1"},
      {"dates", "begin", "2023-09-01"},
      {"dates --since 2023-09-02", "begin", ""},
      {"dates --until 2023-09-01 --lang ru --topic roads_transport", "text", "до 1 сентября"},
      {"topics", "topic", "roads_transport education public_oversight"},
      {"topics --lang kk", "topic", "roads_transport"},
      {"topics --since 2023-10-01 --until 2023-10-31", "topic", "public_oversight roads_transport"},
      {"articles --lang kk", "article", "a2"},
      {"articles --topic education", "article", "a4 a6"},
      {"articles --since 2023-06-20 --until 2023-10-02", "article", "a4 a3"},
      {"articles --search сад", "article", "a4 a6"},
      {"search сады --since 2023-12-01", "article", "a6"},
      {"search дети сад", "article", ""},
      {"search улица --topic public_oversight", "article", "a3"},
      {"search көше --lang kk", "article", "a2"},
      {"doubts", "kind", "person"},
  };
  for (const auto& c : cases) EXPECT_EQ(column(c.call, c.column), c.cells) << c.call;
}

TEST_F(Query, overdue_as_of_a_day) {
  const struct {
    const char *day, *overdue;
  } cases[] = {
      {"2023-09-01", ""}, {"2023-09-02", "2023-02-01"}, {"2023-10-01", "2023-02-01"},
      {"2023-10-02", "2023-02-01 2023-06-20"},  // the garden was opened in December
      {"2023-12-14", "2023-02-01 2023-06-20"}, {"2023-12-15", "2023-02-01"}, {"2030-01-01", "2023-02-01"},
  };
  for (const auto& c : cases) EXPECT_EQ(column(std::string("commitments --overdue --as-of ") + c.day, "first_said"), c.overdue) << c.day;
  EXPECT_EQ(column("commitments --as-of 2023-09-15", "deadline_state"), "passed ahead");
}

// The report counts what has no day as known on any.
TEST_F(Query, what_has_no_day_is_known_on_any) {
  const std::string promise = "Построим бассейн на улице Сатпаева";
  write("o.jsonl", StoredArticle("b1", "", "ru", "Бассейн", promise + ".").town("Жаркент").promise(promise, "2024-06-01", "", "", "", "", "education").line());
  ASSERT_EQ(qogam("store -q w.db o.jsonl").code, 0);
  EXPECT_EQ(column("commitments --as-of 2023-01-01", "text"), promise);
  EXPECT_EQ(column("commitments --as-of 2023-01-01", "deadline_state"), "ahead");
}

TEST_F(Query, history_of_a_commitment) {
  const std::string id = id_of_street();
  EXPECT_EQ(column("history " + id, "says"), "promised repeated failed");
  EXPECT_EQ(column("history " + id, "article"), "a1 a2 a3");
  EXPECT_EQ(column("history " + id, "day"), "2023-02-01 2023-05-10 2023-10-02");
  const Ended unknown = qogam("query w.db history c00000000");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_TRUE(has(unknown.err, "c00000000")) << unknown.err;
}

TEST_F(Query, no_two_people_of_a_question_are_one) {
  const Ended e = qogam("query w.db people -f json");
  std::vector<std::string> ids;
  for (const auto& row : objects(e.out)) ids.push_back(row["id"]);
  EXPECT_EQ(ids.size(), 4u) << e.out;
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::unique(ids.begin(), ids.end()), ids.end());
}

TEST_F(Query, formats) {
  write("more.jsonl", StoredArticle("z,1", "2024-01-01", "ru", "Он сказал: \"да\", и\nушёл", "Текст.").line());
  ASSERT_EQ(qogam("store -q w.db more.jsonl").code, 0);
  const std::string call = "query w.db articles --since 2024-01-01 -f ";
  EXPECT_EQ(qogam(call + "csv").out, "day,article,title,language,url,status,duplicate_of\r\n2024-01-01,\"z,1\",\"Он сказал: \"\"да\"\", и\nушёл\",ru,\"https://news.example/z,1\",ok,\r\n");
  EXPECT_EQ(qogam(call + "json").out, "{\"day\":\"2024-01-01\",\"article\":\"z,1\",\"title\":\"Он сказал: \\\"да\\\", и\\nушёл\",\"language\":\"ru\",\"url\":\"https://news.example/z,1\",\"status\":\"ok\",\"duplicate_of\":null}\n");
  const Ended table = shell("COLUMNS=60 \"$Q\" " + call + "table");
  EXPECT_EQ(std::count(table.out.begin(), table.out.end(), '\n'), 2) << table.out;
  EXPECT_TRUE(has(table.out, "…")) << table.out;
  EXPECT_EQ(qogam("query w.db articles").out, qogam("query w.db articles -f csv").out) << "no terminal";
  for (const char* format : {"csv", "json", "table"}) {
    const Ended none = qogam(std::string("query w.db articles --since 2050-01-01 -f ") + format);
    EXPECT_EQ(none.code, 0);
    EXPECT_EQ(std::count(none.out.begin(), none.out.end(), '\n'), std::string(format) == "json" ? 0 : 1) << format;
  }
}

TEST_F(Query, every_question_answers_in_every_format) {
  for (const std::string question : {"commitments", "people", "officials", "bodies", "ngos", "quotes", "dates", "topics", "articles", "doubts", "search улица"})
    for (const std::string format : {"csv", "json", "table"}) {
      const Ended e = qogam("query w.db " + question + " -f " + format);
      EXPECT_EQ(e.code, 0) << question << e.err;
      EXPECT_EQ(e.err, "") << question;
      EXPECT_NE(e.out, "") << question << " " << format;
    }
}

TEST_F(Query, words_to_search_for_are_never_read_as_a_language) {
  for (const std::string words : {"'улица OR сад'", "'улица AND'", "'title:улица'", "'ул*'", "'NEAR(улица сад)'", "'\"улица'", "\"ул'ица\"", "'улица -сад'", "'^улица'", "'(улица'"}) {
    const Ended e = qogam("query w.db search " + words);
    EXPECT_EQ(e.code, 0) << words << ": " << e.err;
    EXPECT_FALSE(has(e.err, "fts5") || has(e.err, "syntax")) << e.err;
  }
  for (const std::string name : {"\"'; DROP TABLE people; --\"", "'%'", "''", "'\"'"}) EXPECT_EQ(qogam("query w.db people --name " + name).code, 0) << name;
  EXPECT_EQ(qogam("query w.db people").code, 0);
}

TEST_F(Query, calls_that_are_off) {
  const struct {
    const char *call, *says;
  } cases[] = {
      {"query", "Say which store"},
      {"query w.db", "Say which store"},
      {"query w.db commitment", "Did you mean 'commitments'?"},
      {"query w.db commitments слова", "takes no words"},
      {"query w.db search", "wants words"},
      {"query w.db search '!!'", "no word to search for"},
      {"query w.db history", "wants the id"},
      {"query w.db people --overdue", "takes no --overdue"},
      {"query w.db commitments --lang ru", "takes no --lang"},
      {"query w.db doubts --since 2023-01-01", "takes no --since"},
      {"query w.db commitments --since 2023-13-01", "YYYY-MM-DD"},
      {"query w.db commitments --as-of today", "YYYY-MM-DD"},
      {"query w.db commitments --limit many", "--limit"},
      {"query w.db commitments -f xml", "xml"},
      {"query w.db commitments --topik x", "Did you mean '--topic'?"},
  };
  for (const auto& c : cases) {
    const Ended e = qogam(c.call);
    EXPECT_EQ(e.code, 2) << c.call << ": " << e.err;
    EXPECT_TRUE(has(e.err, c.says)) << c.call << ": " << e.err;
    EXPECT_EQ(e.out, "") << c.call;
  }
}

TEST_F(Query, help_lists_each_question_with_its_options) {
  const Ended e = qogam("query --help");
  EXPECT_EQ(e.code, 0);
  for (const char* piece : {"commitments", "history", "people", "officials", "bodies", "ngos", "quotes", "dates", "topics", "articles", "search", "doubts", "--topic --place --by --actor --since --until --changed-since --overdue --status", "--as-of"})
    EXPECT_TRUE(has(e.out, piece)) << piece;
}

}  // namespace
}  // namespace qogam::cli::test
