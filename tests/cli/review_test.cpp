// qogam review: the sheet, what a person decides in it, and sheets that are wrong.
#include <sstream>

#include "cli/program.h"
#include "support/stored.h"

namespace qogam::cli::test {
namespace {

using qogam::test::asked;
using qogam::test::dump_of;
using qogam::test::joined;
using qogam::test::small_world;

class Review : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("w.jsonl", joined(small_world()));
    ASSERT_EQ(qogam("store -q w.db w.jsonl").code, 0);
  }

  std::string db() const { return (folder_ / "w.db").string(); }
  std::string ask(const std::string& sql) const { return asked(db(), sql); }
  std::string sheet() {
    const Ended e = qogam("review w.db");
    EXPECT_EQ(e.code, 0) << e.err;
    return e.out;
  }
  // The lines that are no comments.
  std::string lines() {
    std::istringstream in(sheet());
    std::string out;
    for (std::string line; std::getline(in, line);)
      if (line[0] != '#') out += line + "\n";
    return out;
  }
  Ended apply(const std::string& text, int code = 0) {
    write("s.tsv", text);
    Ended e = qogam("review w.db --apply s.tsv");
    EXPECT_EQ(e.code, code) << text << e.err;
    return e;
  }
  std::string start_of_street() { return ask("SELECT t.start FROM tellings t JOIN documents d ON d.id = t.document WHERE d.doc_id = 'a1'"); }
};

TEST_F(Review, the_sheet_of_a_small_world) {
  const std::string text = lines();
  EXPECT_TRUE(has(text, "?\ta4#e4\ta1#e1\t\t\t\t\tЕрлан Сапаров | Ерлан Сапаров | same surname and given name\n")) << text;
  EXPECT_TRUE(has(text, "not_yet_rated\ta1@0\t\t\t\t\t\tc")) << text;
  EXPECT_TRUE(has(text, "not_yet_rated\ta4@0\t")) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
  EXPECT_TRUE(has(sheet(), "# verdict\tfirst\tsecond\twho\tday\tsource\tnote\tabout\n"));
}

TEST_F(Review, a_sheet_that_is_given_back_as_it_is_changes_nothing) {
  const std::string before = dump_of(db());
  EXPECT_TRUE(has(apply(sheet()).err, "0 decisions taken"));
  EXPECT_EQ(dump_of(db()), before);
}

TEST_F(Review, same_is_applied_and_outlives_new_articles) {
  apply("same\ta4#e4\ta1#e1\tАйгүл\t2024-01-01\tзвонок\tодин человек\n");
  const char* const people = "SELECT count(DISTINCT e.person) FROM entities e WHERE e.name IN ('Ерлан Сапаров', 'Ерлан Сәпаров')";
  EXPECT_EQ(ask(people), "1\n");
  EXPECT_EQ(ask("SELECT count(*) FROM doubts"), "0\n");
  EXPECT_TRUE(has(lines(), "same\ta4#e4\ta1#e1\tАйгүл\t2024-01-01\tзвонок\tодин человек\t")) << lines();
  auto again = small_world();
  again[0].replace(again[0].find("Что с дорогами"), std::string("Что с дорогами").size(), "Что же с дорогами");
  write("again.jsonl", joined(again));
  ASSERT_EQ(qogam("store -q w.db again.jsonl").code, 0);
  EXPECT_EQ(ask(people), "1\n");
  const std::string before = dump_of(db());
  apply(sheet());
  EXPECT_EQ(dump_of(db()), before);
  apply("forget\ta1#e1\ta4#e4\n");
  EXPECT_EQ(ask(people), "2\n");
  EXPECT_EQ(ask("SELECT count(*) FROM decisions"), "0\n");
}

TEST_F(Review, apart_is_applied_to_people_bodies_and_commitments) {
  EXPECT_EQ(ask("SELECT count(*) FROM commitments"), "2\n");
  const std::string second = ask("SELECT 'a2@' || t.start FROM tellings t JOIN documents d ON d.id = t.document WHERE d.doc_id = 'a2'");
  apply("apart\ta1#e1\ta2#e1\napart\ta1#e2\ta2#e2\napart\ta1@0\t" + second.substr(0, second.size() - 1) + "\n");
  EXPECT_EQ(ask("SELECT count(DISTINCT person), count(DISTINCT body) FROM entities WHERE name IN ('Ерлан Сапаров', 'Ерлан Сәпаров', 'отдел ЖКХ', 'ТКШ бөлімі') AND document < 3"), "2|2\n");
  EXPECT_EQ(ask("SELECT count(*) FROM commitments"), "3\n");
  apply("same\ta1@0\t" + second.substr(0, second.size() - 1) + "\n");
  EXPECT_EQ(ask("SELECT count(*) FROM commitments"), "2\n") << "the later word counts";
  EXPECT_EQ(ask("SELECT count(*) FROM decisions WHERE first LIKE '%@%'"), "1\n");
}

TEST_F(Review, commitments_may_be_made_one) {
  apply("same\ta1@0\ta4@0\n");
  EXPECT_EQ(ask("SELECT count(*) FROM commitments"), "1\n");
}

TEST_F(Review, ratings) {
  apply("broken\ta1@0\t\tАйгүл\t2024-01-15\thttps://example.org/осмотр\tне отремонтировано\n");
  EXPECT_EQ(ask("SELECT status, status_by, status_on, status_source, status_note FROM commitments WHERE first_said = '2023-02-01'"), "broken|Айгүл|2024-01-15|https://example.org/осмотр|не отремонтировано\n");
  EXPECT_TRUE(has(lines(), "broken\ta1@0\t\tАйгүл\t2024-01-15\t")) << lines();
  EXPECT_TRUE(has(qogam("query w.db commitments --status broken -f csv").out, "Улицу Абая"));
  ASSERT_EQ(qogam("store -q w.db w.jsonl").code, 0);
  EXPECT_EQ(ask("SELECT count(*) FROM commitments WHERE status = 'broken'"), "1\n");
  apply("compromise\ta1@0\t\tАйгүл\t2024-02-15\tосмотр\t\n");
  EXPECT_EQ(ask("SELECT status FROM commitments WHERE first_said = '2023-02-01'"), "compromise\n");
  apply("not_yet_rated\ta1@0\n");  // of a sheet that was printed before
  EXPECT_EQ(ask("SELECT status FROM commitments WHERE first_said = '2023-02-01'"), "compromise\n");
  apply("forget\ta1@0\n");
  EXPECT_EQ(ask("SELECT status FROM commitments WHERE first_said = '2023-02-01'"), "not_yet_rated\n");
  EXPECT_EQ(ask("SELECT count(*) FROM decisions"), "0\n");
}

// The sheet names the first telling, and which that is changes when older articles are stored.
TEST_F(Review, a_new_rating_takes_the_place_of_that_of_another_telling) {
  apply("stalled\ta1@0\t\tАйгүл\t2024-01-15\tосмотр\t\n");
  auto older = nlohmann::json::parse(small_world()[0]);
  older["id"] = "a0", older["published"]["value"] = "2023-01-20";
  write("o.jsonl", older.dump() + "\n");
  ASSERT_EQ(qogam("store -q w.db o.jsonl").code, 0);
  ASSERT_TRUE(has(lines(), "stalled\ta0@0\t\tАйгүл\t2024-01-15\t")) << lines();
  apply("kept\ta0@0\t\tАйгүл\t2024-01-14\tосмотр\t\n");
  EXPECT_TRUE(has(lines(), "kept\ta0@0\t\tАйгүл\t2024-01-14\t")) << lines();
  apply("forget\ta1@0\n");
  EXPECT_TRUE(has(lines(), "not_yet_rated\ta0@0\t")) << lines();
  EXPECT_EQ(ask("SELECT count(*) FROM decisions"), "0\n");
}

// A cell holds no line ends; what stands in their place leads back to the article all the same.
TEST_F(Review, articles_with_line_ends_in_their_ids_are_rated_too) {
  const std::string promise = "Мост через Нуру построим к 1 мая";
  write("odd.jsonl", qogam::test::StoredArticle("odd\tid\nof two", "2023-03-01", "ru", "Мост", promise + ".").promise(promise, "2024-05-01", "", "", "", "", "roads_transport").line());
  ASSERT_EQ(qogam("store -q w.db odd.jsonl").code, 0);
  EXPECT_TRUE(has(sheet(), "not_yet_rated\todd id of two@0\t"));
  apply("kept\todd id of two@0\t\tАйгүл\t2024-06-01\tосмотр\t\n");
  EXPECT_EQ(ask("SELECT count(*) FROM commitments WHERE status = 'kept'"), "1\n");
}

// A line that another maker wrote or broke: what could not be named in a sheet is no row of it.
TEST_F(Review, commitments_without_a_place_or_text_are_not_on_the_sheet) {
  nlohmann::json promise = nlohmann::json::parse(small_world()[0]), report = nlohmann::json::parse(small_world()[2]);
  std::string broken;
  for (const nlohmann::json& start : {nlohmann::json(nullptr), nlohmann::json(-1), nlohmann::json(1.5), nlohmann::json(1ull << 33), nlohmann::json("x")}) {
    const std::string tail = std::to_string(broken.size());
    promise["id"] = "p" + tail, report["id"] = "r" + tail;
    promise["commitments"][0]["start"] = start, report["commitment_reports"][0]["start"] = start;
    broken += promise.dump() + "\n" + report.dump() + "\n";
  }
  report["id"] = "without_text", report["commitment_reports"][0]["text"] = "", report["commitment_reports"][0]["start"] = 0;
  broken += report.dump() + "\n";
  const std::string before = lines();
  write("b.jsonl", broken);
  ASSERT_EQ(qogam("store -q w.db b.jsonl").code, 0);
  EXPECT_EQ(ask("SELECT count(*) FROM documents WHERE doc_id LIKE 'p%' OR doc_id LIKE 'r%'"), "10\n");
  const std::string ratings = lines();
  EXPECT_EQ(ratings.substr(ratings.find("not_yet_rated")), before.substr(before.find("not_yet_rated")));
  apply(sheet());
}

TEST_F(Review, sheets_that_are_wrong_change_nothing_and_name_the_line) {
  const std::string good = "# a sheet\n\nsame\ta4#e4\ta1#e1\n";
  const std::string before = dump_of(db());
  const struct {
    const char *line, *says;
  } cases[] = {
      {"same a4#e4 a1#e1", "has no TABs"},
      {"same\ta4#e4", "of one thing only"},
      {"apart\ta4#e4\t", "of one thing only"},
      {"same\ta4#e4\ta9#e1", "names a9#e1"},
      {"same\ta4#e99\ta1#e1", "names a4#e99"},
      {"same\tнечто\ta1#e1", "names нечто"},
      {"kept\ta1@0", "a rating is a person's word"},
      {"kept\ta1@0\t\tАйгүл\t2024-02-30\tосмотр", "YYYY-MM-DD"},
      {"kept\ta1@0\t\tАйгүл\t2024-02-03\t", "by which source"},
      {"kept\ta1@17\t\tАйгүл\t2024-02-03\tосмотр", "names a1@17"},
      {"keept\ta1@0\t\tАйгүл\t2024-02-03\tосмотр", "'keept'"},
      {"\ta1@0\t", "''"},
      {"same\ta4#e4\ta1@0", "not of one kind"},
      {"same\ta1#e2\ta1#e1", "not of one kind"},
      {"same\ta1#e1\ta1#e1", "itself"},
      {"kept\ta1#e1\t\tАйгүл\t2024-02-03\tосмотр", "no commitment"},
      {"kept\t\t\tАйгүл\t2024-02-03\tосмотр", "no commitment"},
  };
  for (const auto& c : cases) {
    const Ended e = apply(good + c.line + "\n", 3);
    EXPECT_TRUE(has(e.err, "s.tsv:4 ")) << c.line << ": " << e.err;
    EXPECT_TRUE(has(e.err, c.says)) << c.line << ": " << e.err;
    EXPECT_TRUE(dump_of(db()) == before) << c.line;
  }
}

TEST_F(Review, sheets_of_spreadsheets) {
  apply("\xEF\xBB\xBF# What a person decides\t\t\r\n#\t\t\r\nsame\ta4#e4\ta1#e1\t\t\t\t\t\r\n\r\n");
  EXPECT_EQ(ask("SELECT count(*) FROM decisions WHERE verdict = 'same'"), "1\n");
}

TEST_F(Review, what_was_joined_under_an_id) {
  const std::string id = ask("SELECT person FROM entities WHERE document = 1 AND entity = 'e1'");
  const Ended e = qogam("review w.db --of " + id);
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.out, "joined\ta1#e1\t\t\t\t\t\tЕрлан Сапаров\njoined\ta2#e1\ta1#e1\t\t\t\t\tЕрлан Сәпаров\n")) << e.out;
  write("of.tsv", e.out);
  EXPECT_TRUE(has(qogam("review w.db --apply of.tsv").err, "0 decisions taken"));
  shell("sed -i 's/^joined\\ta2/apart\\ta2/' of.tsv");
  EXPECT_EQ(qogam("review w.db --apply of.tsv").code, 0);
  EXPECT_EQ(ask("SELECT count(DISTINCT person) FROM entities WHERE document IN (1, 2) AND entity = 'e1'"), "2\n");
  for (const char* table : {"bodies", "commitments"}) EXPECT_EQ(qogam("review w.db --of " + ask(std::string("SELECT id FROM ") + table + " LIMIT 1")).code, 0) << table;
  const Ended none = qogam("review w.db --of p00000000");
  EXPECT_EQ(none.code, 2);
  EXPECT_TRUE(has(none.err, "p00000000"));
}

TEST_F(Review, calls_that_are_off) {
  EXPECT_EQ(qogam("review").code, 2);
  EXPECT_EQ(qogam("review w.db other.db").code, 2);
  EXPECT_EQ(qogam("review w.db --apply missing.tsv").code, 3);
  EXPECT_EQ(qogam("review missing.db --apply missing.tsv").code, 3);
  EXPECT_EQ(shell("printf 'same\\ta4#e4\\ta1#e1\\n' | \"$Q\" review w.db --apply -").code, 0);
  EXPECT_EQ(qogam("review --help").code, 0);
  EXPECT_FALSE(exists("missing.db"));
}

}  // namespace
}  // namespace qogam::cli::test
