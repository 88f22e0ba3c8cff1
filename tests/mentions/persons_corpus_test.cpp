// People in articles of the press that stand in tests/mentions/persons/*.tsv, see support/press.h.
#include <gtest/gtest.h>

#include <iostream>

#include "support/analysis.h"
#include "support/press.h"
#include "support/table.h"

namespace qogam::mentions {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// The spans of people in each article; an article without people has a row of dashes.
std::map<test::PressArticle, Rows> annotated() {
  std::map<test::PressArticle, Rows> articles;
  for (auto& row : test::rows_of("mentions/persons/kznews-100.tsv")) {
    auto& rows = articles[{row[0], row[1]}];
    if (row[2] != "-") rows.push_back(std::move(row));
  }
  return articles;
}

struct Counts {
  std::size_t wanted = 0, found = 0, given = 0, right = 0;
};

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

void count(const std::string& text, const Rows& rows, Counts& counts) {
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
  const auto articles = annotated();
  EXPECT_EQ(articles.size(), 100u);
  Counts counts;
  test::read_press(folder, articles, [&](const std::string& text, const Rows& rows) { count(text, rows, counts); });
  std::cout << counts.found << " of " << counts.wanted << " mentions of people are found; " << counts.right << " of " << counts.given << " given are people\n";
  EXPECT_GE(static_cast<double>(counts.found), 0.95 * static_cast<double>(counts.wanted));
  EXPECT_GE(static_cast<double>(counts.right), 0.96 * static_cast<double>(counts.given));
}

}  // namespace
}  // namespace qogam::mentions
