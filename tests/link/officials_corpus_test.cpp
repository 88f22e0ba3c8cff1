// Officials in articles of the press that stand in tests/link/officials/*.tsv as offsets and names only. QOGAM_KZNEWS names the
// folder with the texts, JSON Lines with id, title and text.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "link/names.h"
#include "support/analysis.h"
#include "support/table.h"

namespace qogam::link {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;
using Article = std::pair<std::string, std::string>;  // file and id

std::map<Article, Names> annotated() {
  std::map<Article, Names> articles;
  for (const auto& row : test::rows_of("link/officials/kznews-60.tsv")) {
    Names& names = articles[{row[0], row[1]}];
    if (row[2] == "official") names.push_back(row[5]);
  }
  return articles;
}

std::string value_of(const Json& record, const char* key) {
  const auto value = record.find(key);
  return value != record.end() && value->is_string() && *value != "None" ? value->get<std::string>() : std::string();
}

bool named(const Names& names, const std::string& name) {
  const auto& knowledge = *test::real_knowledge();
  return std::ranges::any_of(names, [&](const std::string& n) { return same_person(name_words(knowledge, n), name_words(knowledge, name)); });
}

struct Counts {
  std::size_t wanted = 0, found = 0, given = 0, right = 0;
};

void count(const std::string& text, const Names& gold, Counts& counts) {
  Names ours;
  for (const Official& o : test::analysed_plain(text, "auto").officials) ours.push_back(o.name);
  counts.wanted += gold.size();
  counts.given += ours.size();
  for (const std::string& g : gold) counts.found += named(ours, g);
  for (const std::string& o : ours) counts.right += named(gold, o);
}

TEST(OfficialsOfThePress, in_sixty_articles) {
  const char* folder = std::getenv("QOGAM_KZNEWS");
  if (folder == nullptr) GTEST_SKIP() << "QOGAM_KZNEWS names no folder with the articles";
  auto articles = annotated();
  Counts counts;
  for (const char* name : {"ru2.jsonl", "kk.jsonl"}) {
    std::ifstream file(std::string(folder) + "/" + name);
    for (std::string line; std::getline(file, line);) {
      const Json record = Json::parse(line);
      const auto article = articles.find({name, value_of(record, "id")});
      if (article == articles.end()) continue;
      count(value_of(record, "title") + "\n" + value_of(record, "text"), article->second, counts);
      articles.erase(article);  // the same article may stand in a file twice
    }
  }
  EXPECT_TRUE(articles.empty()) << articles.size() << " articles are not there";
  std::cout << counts.found << " of " << counts.wanted << " officials are found; " << counts.right << " of " << counts.given << " given are officials\n";
  EXPECT_GE(static_cast<double>(counts.found), 0.70 * static_cast<double>(counts.wanted));
  EXPECT_GE(static_cast<double>(counts.right), 0.85 * static_cast<double>(counts.given));
}

}  // namespace
}  // namespace qogam::link
