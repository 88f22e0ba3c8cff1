// Dates from tables that a linguist can read and extend: tests/mentions/dates/*.tsv. A row that fails is a row for the
// rules or lexicons of models/.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "support/analysis.h"
#include "support/table.h"

namespace qogam::mentions {
namespace {

using test::byte_of;
using Row = std::vector<std::string>;

std::vector<Row> rows_of(const std::string& name) { return test::rows_of("mentions/dates/" + name); }

Document dates_of(const std::string& sentence, const std::string& reference, const std::string& language) {
  return test::mentions_of(*test::real_knowledge(), sentence, reference, language);
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string told(const Document& d) {
  std::string all;
  for (const TimeExpression& t : d.dates)
    all += (all.empty() ? "" : "; ") + std::string(d.surface(t.span)) + " = " + t.value + " [" + t.begin + " " + t.end_date + "]";
  return all;
}

// Columns: language, day of publication, sentence, and the one expression in it: text, value, begin, end.
void expect_table(const std::string& name, std::size_t least) {
  const auto rows = rows_of(name);
  EXPECT_GE(rows.size(), least) << name;
  for (Row row : rows) {
    row.resize(7);
    EXPECT_EQ(told(dates_of(row[2], row[1], row[0])), row[3] + " = " + row[4] + " [" + row[5] + " " + row[6] + "]") << row[2] << " on " << row[1];
  }
}

TEST(DateTables, russian) { expect_table("russian.tsv", 300); }

TEST(DateTables, kazakh) { expect_table("kazakh.tsv", 250); }

// The documents that stand in tests/mentions/dates/nerel-dev-60.tsv as offsets and values only; QOGAM_NEREL names the
// folder with their texts. At least 95 in a hundred of the values must be right.
TEST(DateTables, values_in_sixty_articles_of_a_corpus) {
  const char* folder = std::getenv("QOGAM_NEREL");
  if (folder == nullptr) GTEST_SKIP() << "QOGAM_NEREL names no folder with the texts of NEREL dev";
  std::map<std::string, Document> documents;
  std::size_t found = 0, right = 0;
  const auto rows = rows_of("nerel-dev-60.tsv");
  for (const Row& row : rows) {
    auto [place, fresh] = documents.try_emplace(row[0]);
    if (fresh) place->second = dates_of(text_of(std::string(folder) + "/" + row[0] + ".txt"), row[1], "ru");
    const Document& d = place->second;
    const Span span{byte_of(d.text, std::stoul(row[2])), byte_of(d.text, std::stoul(row[3]))};
    std::string values;
    for (const TimeExpression& t : d.dates)
      if (t.span.begin < span.end && span.begin < t.span.end) values += t.value + ";";
    found += !values.empty();
    const bool same = (";" + values).find(";" + (row[4] == "?" ? "" : row[4]) + ";") != std::string::npos;
    right += same;
    if (!same) std::cout << row[0] << " " << row[2] << " «" << d.surface(span) << "» is " << row[4] << ", got " << values << "\n";
  }
  std::cout << right << " of " << rows.size() << " values are right, " << found << " expressions were found\n";
  EXPECT_EQ(documents.size(), 60u);
  EXPECT_GE(static_cast<double>(right), 0.95 * static_cast<double>(rows.size()));
}

// Numbers that are no dates. Columns: language, sentence.
TEST(DateTables, decoys_find_nothing) {
  for (const char* name : {"decoys-ru.tsv", "decoys-kk.tsv"}) {
    const auto rows = rows_of(name);
    EXPECT_FALSE(rows.empty()) << name;
    for (const Row& row : rows) EXPECT_EQ(told(dates_of(row.at(1), "2024-04-19", row.at(0))), "") << row.at(1);
  }
}

}  // namespace
}  // namespace qogam::mentions
