// CSV tables: RFC 4180, one table a list.
#include <algorithm>
#include <set>

#include "exports/world.h"

namespace qogam::exports::test {
namespace {

using Table = std::vector<std::vector<std::string>>;

// A reader of RFC 4180 that takes CRLF outside quotes as the only end of a line.
Table read_csv(const std::string& bytes) {
  Table rows(1, {std::string()});
  bool quoted = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string& cell = rows.back().back();
    const char c = bytes[i];
    if (quoted) {
      if (c != '"')
        cell += c;
      else if (i + 1 < bytes.size() && bytes[i + 1] == '"')
        cell += bytes[++i];
      else
        quoted = false;
    } else if (c == '"') {
      EXPECT_TRUE(cell.empty()) << "a quote inside a cell";
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\r') {
      EXPECT_TRUE(i + 1 < bytes.size() && bytes[i + 1] == '\n');
      ++i;
      rows.push_back({std::string()});
    } else {
      EXPECT_NE(c, '\n') << "a bare line end";
      cell += c;
    }
  }
  EXPECT_EQ(rows.back(), std::vector<std::string>{""}) << "no line end at the end";
  rows.pop_back();
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
  return rows;
}

std::string cell(const Table& table, std::size_t row, const std::string& column) {
  const auto at = std::find(table[0].begin(), table[0].end(), column);
  EXPECT_NE(at, table[0].end()) << column;
  return table.at(row).at(static_cast<std::size_t>(at - table[0].begin()));
}

constexpr const char* kTables[] = {"articles", "people", "posts", "bodies", "ngos", "dates", "money", "topics", "quotes", "commitments", "tellings", "mentions"};

class CsvTest : public ExportTest {};

TEST_F(CsvTest, each_list_is_a_table_with_a_row_an_item) {
  const Corpus corpus = SimpleRegistry::of(analysed());
  const fs::path out = exported("csv", corpus);
  std::map<std::string, std::size_t> items{{"articles", analysed().size()}, {"people", corpus.people.size()}, {"bodies", corpus.bodies.size()},
                                           {"commitments", corpus.commitments.size()}, {"tellings", corpus.commitments.size()}};
  for (const Json& article : analysed())
    for (const char* list : {"ngos", "dates", "money", "topics", "quotes", "mentions"}) items[list] += article[list].size();
  for (const registry::Person& person : corpus.people) items["posts"] += person.posts.size();
  for (const char* name : kTables) EXPECT_EQ(read_csv(bytes_of(out / (std::string(name) + ".csv"))).size(), items[name] + 1) << name;
}

TEST_F(CsvTest, tables_join_by_their_ids) {
  const fs::path out = exported("csv", SimpleRegistry::of(analysed()));
  std::set<std::string> known;
  for (const char* name : {"people", "bodies"}) {
    const Table table = read_csv(bytes_of(out / (std::string(name) + ".csv")));
    for (std::size_t i = 1; i < table.size(); ++i) EXPECT_TRUE(known.insert(cell(table, i, "id")).second);
  }
  const Table mentions = read_csv(bytes_of(out / "mentions.csv"));
  std::size_t joined = 0;
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const std::string id = cell(mentions, i, "person_or_body");
    joined += !id.empty();
    EXPECT_TRUE(id.empty() || known.contains(id));
  }
  EXPECT_GT(joined, 1000u);
}

TEST_F(CsvTest, nothing_gives_headers_only) {
  const fs::path out = exported("csv", Corpus{});
  for (const char* name : kTables) EXPECT_EQ(read_csv(bytes_of(out / (std::string(name) + ".csv"))).size(), 1u) << name;
}

TEST_F(CsvTest, failed_articles_say_why) {
  const Table table = read_csv(bytes_of(exported("csv", with_articles({failed_article("x")})) / "articles.csv"));
  EXPECT_EQ(cell(table, 1, "status"), "error");
  EXPECT_EQ(cell(table, 1, "problem"), "There is nothing in it.");
}

TEST_F(CsvTest, formulas_get_an_apostrophe_unless_asked_for_raw) {
  const fs::path out = exported("csv", SimpleRegistry::of(hostile_articles()));
  const Table articles = read_csv(bytes_of(out / "articles.csv"));
  for (std::size_t i = 1; i < articles.size(); ++i) {
    EXPECT_TRUE(cell(articles, i, "text").starts_with("'=cmd|' /C calc'!A0\n\n"));
    EXPECT_EQ(cell(articles, i, "title"), "'@SUM(1)|a=b; \"t\"\nu");
  }
  EXPECT_EQ(cell(read_csv(bytes_of(out / "people.csv")), 1, "forms"), "'-x;,");
  Options raw;
  raw.csv_raw = raw.csv_bom = true;
  const std::string bytes = bytes_of(exported("csv", with_articles(hostile_articles()), raw, "raw") / "articles.csv");
  EXPECT_TRUE(bytes.starts_with("\xEF\xBB\xBFid,"));
  EXPECT_EQ(cell(read_csv(bytes), 1, "text"), hostile_articles()[0]["text"]);
}

TEST_F(CsvTest, numbers_stay_numbers) {
  Json article = bare_article("x", "10 tenge");
  article["money"].push_back({{"start", 0}, {"end", 8}, {"text", "10 tenge"}, {"amount", 1500000000.0}, {"amount_max", 0.5}, {"currency", "KZT"}, {"confidence", 1.0}, {"by", "t"}});
  article["money"].push_back({{"start", 0}, {"end", 8}, {"text", "10 tenge"}, {"amount", -5}, {"amount_max", nullptr}, {"currency", "KZT"}, {"confidence", 0.25}, {"by", "t"}});
  const Table table = read_csv(bytes_of(exported("csv", with_articles({article})) / "money.csv"));
  EXPECT_EQ(table[1], (std::vector<std::string>{"x", "0", "8", "10 tenge", "1500000000", "0.5", "KZT", "1", "t"}));
  EXPECT_EQ(table[2], (std::vector<std::string>{"x", "0", "8", "10 tenge", "-5", "", "KZT", "0.25", "t"}));
}

TEST_F(CsvTest, facts_and_ratings_of_commitments_stand_in_their_row) {
  Corpus corpus;
  corpus.as_of = "2025-01-01";
  registry::Commitment one;
  one.id = "c1";
  one.text = "We will mend it";
  one.rating.status = "promise_kept";
  one.rating.by = "A. Person";
  for (const char* says : {"promised", "moved", "done"}) {
    registry::Telling telling;
    telling.says = says;
    telling.day = "2024-0" + std::to_string(one.tellings.size() + 1) + "-01";
    telling.deadline = "2024-06-01";
    one.tellings.push_back(telling);
  }
  corpus.commitments.push_back(one);
  const Table table = read_csv(bytes_of(exported("csv", corpus) / "commitments.csv"));
  const std::pair<const char*, const char*> cells[] = {{"first_said", "2024-01-01"}, {"last_mentioned", "2024-03-01"}, {"deadline", "2024-06-01"},
                                                       {"deadline_state", "passed"}, {"moved", "true"}, {"reported_done", "2024-03-01"},
                                                       {"contradicted", ""}, {"tellings", "3"}, {"status", "promise_kept"}, {"status_by", "A. Person"}};
  for (const auto& [column, value] : cells) EXPECT_EQ(cell(table, 1, column), value) << column;
}

TEST_F(CsvTest, a_second_export_replaces_the_first_and_leaves_other_files) {
  exported("csv", with_articles({bare_article("first", "words")}));
  save("out/notes.txt", "mine");
  const fs::path out = exported("csv", with_articles({bare_article("second", "words")}));
  EXPECT_EQ(cell(read_csv(bytes_of(out / "articles.csv")), 1, "id"), "second");
  EXPECT_EQ(bytes_of(out / "notes.txt"), "mine");
  EXPECT_FALSE(fs::exists(out.string() + ".part"));
}

}  // namespace
}  // namespace qogam::exports::test
