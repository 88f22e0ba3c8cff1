// People in articles of the press that stand in tests/mentions/persons/*.tsv as offsets and names only. QOGAM_KZNEWS names
// the folder with the texts, JSON Lines with id, title and content or text.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "support/analysis.h"
#include "support/table.h"

namespace qogam::mentions {
namespace {

using Json = nlohmann::json;
using Article = std::pair<std::string, std::string>;  // file and id

// The spans of people in each article; an article without people has a row of dashes.
std::map<Article, std::vector<std::vector<std::string>>> annotated() {
  std::map<Article, std::vector<std::vector<std::string>>> articles;
  for (auto& row : test::rows_of("mentions/persons/kznews-100.tsv")) {
    auto& rows = articles[{row[0], row[1]}];
    if (row[2] != "-") rows.push_back(std::move(row));
  }
  return articles;
}

// The value of a key; empty where it is left out or null.
std::string value_of(const Json& record, const char* key) {
  const auto value = record.find(key);
  return value != record.end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::string text_of(const Json& record) {
  const std::string content = value_of(record, "content");
  return value_of(record, "title") + "\n" + (content.empty() ? value_of(record, "text") : content);
}

struct Counts {
  std::size_t wanted = 0, found = 0, given = 0, right = 0;
};

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

void count(const std::string& text, const std::vector<std::vector<std::string>>& rows, Counts& counts) {
  const Document d = test::mentions_of(*test::real_knowledge(), text, "", "ru");
  std::vector<Span> gold, ours;
  for (const auto& row : rows) gold.push_back({test::byte_of(text, std::stoul(row[2])), test::byte_of(text, std::stoul(row[3]))});
  for (const Mention& m : d.mentions)
    if (m.type == MentionType::person) ours.push_back(m.span);
  counts.wanted += gold.size();
  counts.given += ours.size();
  for (const Span g : gold) {
    const bool found = std::ranges::any_of(ours, [&](Span o) { return overlap(o, g); });
    counts.found += found;
    if (!found) std::cout << "missed «" << g.of(text) << "»\n";
  }
  for (const Span o : ours) {
    const bool right = std::ranges::any_of(gold, [&](Span g) { return overlap(o, g); });
    counts.right += right;
    if (!right) std::cout << "no person: «" << o.of(text) << "»\n";
  }
}

TEST(PersonsOfThePress, in_a_hundred_articles) {
  const char* folder = std::getenv("QOGAM_KZNEWS");
  if (folder == nullptr) GTEST_SKIP() << "QOGAM_KZNEWS names no folder with the articles";
  auto articles = annotated();
  EXPECT_EQ(articles.size(), 100u);
  Counts counts;
  for (const char* name : {"ru.jsonl", "ru2.jsonl"}) {
    std::ifstream file(std::string(folder) + "/" + name);
    for (std::string line; std::getline(file, line);) {
      const Json record = Json::parse(line);
      const auto article = articles.find({name, value_of(record, "id")});
      if (article == articles.end()) continue;
      count(text_of(record), article->second, counts);
      articles.erase(article);  // the same article may stand in a file twice
    }
  }
  EXPECT_TRUE(articles.empty()) << articles.size() << " articles are not there";
  std::cout << counts.found << " of " << counts.wanted << " mentions of people are found; " << counts.right << " of " << counts.given << " given are people\n";
  EXPECT_GE(static_cast<double>(counts.found), 0.95 * static_cast<double>(counts.wanted));
  EXPECT_GE(static_cast<double>(counts.right), 0.96 * static_cast<double>(counts.given));
}

}  // namespace
}  // namespace qogam::mentions
