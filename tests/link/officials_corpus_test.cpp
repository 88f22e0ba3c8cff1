// Officials in articles of the press that stand in tests/link/officials/*.tsv, see support/press.h.
#include <gtest/gtest.h>

#include <iostream>

#include "link/names.h"
#include "support/analysis.h"
#include "support/press.h"
#include "support/table.h"

namespace qogam::link {
namespace {

using Names = std::vector<std::string>;

std::map<test::PressArticle, Names> annotated() {
  std::map<test::PressArticle, Names> articles;
  for (const auto& row : test::rows_of("link/officials/kznews-60.tsv")) {
    Names& names = articles[{row[0], row[1]}];
    if (row[2] == "official") names.push_back(row[5]);
  }
  return articles;
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
  const auto articles = annotated();
  EXPECT_EQ(articles.size(), 60u);
  Counts counts;
  test::read_press(folder, articles, [&](const std::string& text, const Names& gold) { count(text, gold, counts); });
  std::cout << counts.found << " of " << counts.wanted << " officials are found; " << counts.right << " of " << counts.given << " given are officials\n";
  EXPECT_GE(static_cast<double>(counts.found), 0.80 * static_cast<double>(counts.wanted));
  EXPECT_GE(static_cast<double>(counts.right), 0.92 * static_cast<double>(counts.given));
}

}  // namespace
}  // namespace qogam::link
