// Names of people from tables: each inflected form must lead back to its nominative.
//
// A row that fails is a row for models/*/names.tsv or a lexicon of given names, never one for the code.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include "lang/inflection.h"
#include "support/analysis.h"

namespace qogam::lang {
namespace {

using qogam::test::real_knowledge;

struct Tally {
  std::size_t right = 0, all = 0;
  std::string failed;

  double share() const { return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all); }
};

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
  return fields;
}

std::string nominative(const std::string& name, const std::string& language) {
  const Document d = test::words_of(*real_knowledge(), name, language);
  return Inflector(*real_knowledge()).person(d, {0, static_cast<std::uint32_t>(d.tokens.size())});
}

// By language. A row is a name: its language, its nominative and its other cases, each of which may be left out.
std::map<std::string, Tally> tallies(const std::string& path) {
  std::ifstream file(path);
  std::map<std::string, Tally> tallies;
  bool head = true;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || std::exchange(head, false)) continue;
    const std::vector<std::string> row = fields(line);
    Tally& tally = tallies[row.at(0)];
    for (std::size_t k = 1; k < row.size(); ++k) {
      if (row[k].empty()) continue;
      const std::string found = nominative(row[k], row[0]);
      ++tally.all;
      if (found == row.at(1)) ++tally.right;
      else tally.failed += "  " + row[k] + " -> " + found + ", not " + row.at(1) + "\n";
    }
  }
  return tallies;
}

void expect_nearly_all(const std::string& path) {
  const auto found = tallies(path);
  EXPECT_FALSE(found.empty()) << path;
  for (const auto& [language, tally] : found) {
    std::cout << path << ' ' << language << ": " << tally.right << " of " << tally.all << '\n' << tally.failed;
    EXPECT_GE(tally.share(), 0.98) << language << " of " << path << '\n' << tally.failed;
  }
}

const std::string kTables = std::string(QOGAM_SOURCE_DIR) + "/tests/lang/names/";

TEST(Names, Slavic_names_lead_back_to_their_nominatives) { expect_nearly_all(kTables + "slavic.tsv"); }

TEST(Names, names_of_Kazakhstan_lead_back_in_Russian) { expect_nearly_all(kTables + "kazakhstan-ru.tsv"); }

TEST(Names, names_of_Kazakhstan_lead_back_in_Kazakh) { expect_nearly_all(kTables + "kazakh.tsv"); }

// A table that is no part of the project: QOGAM_NAMES=table.tsv.
TEST(Names, a_table_from_outside_is_read_too) {
  const char* table = std::getenv("QOGAM_NAMES");
  if (table == nullptr) GTEST_SKIP() << "QOGAM_NAMES names no table";
  expect_nearly_all(table);
}

}  // namespace
}  // namespace qogam::lang
