// Dates from tables that a linguist can read and extend: tests/mentions/dates/*.tsv. A row that fails is a row for the
// rules or lexicons of models/.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <utility>

#include "support/analysis.h"

namespace qogam::mentions {
namespace {

using Row = std::vector<std::string>;

// The rows of a table, without comments and the line that names the columns.
std::vector<Row> rows_of(const std::string& name) {
  std::ifstream file(std::string(QOGAM_SOURCE_DIR) + "/tests/mentions/dates/" + name);
  std::vector<Row> rows;
  bool head = true;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || std::exchange(head, false)) continue;
    std::istringstream stream(line);
    Row row;
    for (std::string field; std::getline(stream, field, '\t');) row.push_back(field);
    rows.push_back(row);
  }
  return rows;
}

Document dates_of(const std::string& sentence, const std::string& reference, const std::string& language) {
  return test::mentions_of(*test::real_knowledge(), sentence, reference, language);
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
