// docs/patterns.md is true: what its tables say that patterns match, and which fields the rules of models/ give.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "lang/matching.h"
#include "lang/rule_parser.h"

namespace qogam::lang {
namespace {

using qogam::test::Files;
using qogam::test::KnowledgePtr;
using test::dump;

const std::string kPage = qogam::test::read_whole(std::string(QOGAM_SOURCE_DIR) + "/docs/patterns.md");

// Cells of a row of a table, without their blanks; \| is a | inside one.
std::vector<std::string> cells(const std::string& row) {
  std::vector<std::string> found(1);
  for (std::size_t at = 1; at < row.size(); ++at) {
    const bool escaped = row.compare(at, 2, "\\|") == 0;
    if (row[at] == '|' && !escaped) found.emplace_back();
    else found.back() += row[escaped ? ++at : at];
  }
  found.pop_back();  // behind the last |
  for (std::string& cell : found) cell = model::trim(cell);
  return found;
}

struct Row {
  std::string pattern, language, phrase, found;
};

// The rows below a head "| pattern | Russian | matches |".
std::vector<Row> rows_of_patterns() {
  std::vector<Row> rows;
  std::istringstream page(kPage);
  std::string language;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("| pattern | Russian |")) language = "ru";
    else if (line.starts_with("| pattern | Kazakh |")) language = "kk";
    else if (!line.starts_with("|")) language.clear();
    else if (const auto row = cells(line); !language.empty() && row.size() == 3 && row[0].starts_with('`'))
      rows.push_back({row[0].substr(1, row[0].size() - 2), language, row[1], row[2]});
  }
  return rows;
}

// The knowledge of models/ with each pattern of the page as a rule "rN" of a file "page".
KnowledgePtr with_patterns(const std::vector<Row>& rows) {
  Files files = model::read_sources(std::string(QOGAM_SOURCE_DIR) + "/models");
  for (const std::string language : {"ru", "kk"}) {
    std::string rules;
    for (std::size_t n = 0; n < rows.size(); ++n)
      if (rows[n].language == language) rules += qogam::test::rule("r" + std::to_string(n), rows[n].pattern);
    files.push_back({language + "/rules/page.rules", rules});
  }
  return qogam::test::knowledge_of(files);
}

TEST(PatternsPage, patterns_match_what_it_says) {
  const std::vector<Row> rows = rows_of_patterns();
  ASSERT_GT(rows.size(), 35u);
  const KnowledgePtr k = with_patterns(rows);
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const Row& row = rows[n];
    const Document d = qogam::test::mentions_of(*k, row.phrase, "2024-04-19", row.language);
    std::vector<std::string> found;
    for (const Sentence& s : d.sentences) {
      const SentenceIndex index(d, s.tokens, {0, static_cast<std::uint32_t>(d.mentions.size())}, k->strings());
      for (const Match& m : k->rules().find(index, k->lexicon(), "page", k->language(row.language)))
        if (k->rules().string(k->rules().rule(m.rule).name) == "r" + std::to_string(n)) found.push_back(dump(d, k->rules(), m, false));
    }
    EXPECT_EQ(found.empty() ? "—" : qogam::test::join(found, "; "), row.found) << row.pattern << " in «" << row.phrase << "»";
  }
}

TEST(PatternsPage, names_every_feature) {
  for (const FeatureName& f : kFeatureNames)
    EXPECT_NE(kPage.find("`" + std::string(f.name) + "`"), std::string::npos) << f.name;
}

TEST(PatternsPage, names_what_the_rules_give) {
  std::set<std::string> names;
  for (const model::SourceFile& file : model::read_sources(std::string(QOGAM_SOURCE_DIR) + "/models")) {
    if (!file.path.ends_with(".rules")) continue;
    names.insert(file.path.substr(file.path.rfind('/') + 1));
    for (const RuleSource& rule : parse_rules(file)) {
      names.insert(rule.gives);
      for (const Field& field : rule.fields) names.insert(field.name);
    }
  }
  for (const std::string& name : names) {
    const bool there = kPage.find("`" + name + "`") != std::string::npos || kPage.find("`" + name + "=") != std::string::npos;
    EXPECT_TRUE(there) << name << " stands in models/*/rules and not in docs/patterns.md";
  }
}

}  // namespace
}  // namespace qogam::lang
