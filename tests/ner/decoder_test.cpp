// The best labels, beside those that trying all gives.
#include "ner/decoder.h"

#include <gtest/gtest.h>

#include "ner/random_scores.h"

namespace qogam::ner {
namespace {

int total(const Scores& s, const std::vector<std::uint16_t>& labels) {
  int sum = s.starts[labels[0]];
  for (std::size_t t = 0; t < labels.size(); ++t) {
    sum += s.tokens[t * s.labels.size() + labels[t]];
    if (t > 0) sum += s.pairs[labels[t - 1] * s.labels.size() + labels[t]];
  }
  return sum;
}

bool allowed(const Labels& l, const std::vector<std::uint16_t>& labels) {
  bool all = l.may_start(labels.front()) && l.may_end(labels.back());
  for (std::size_t t = 1; t < labels.size(); ++t) all = all && l.may_follow(labels[t - 1], labels[t]);
  return all;
}

int best_of_all(const Scores& s) {
  std::vector<std::uint16_t> labels(s.count, 0);
  int best = -1'000'000;
  for (;;) {
    if (allowed(s.labels, labels)) best = std::max(best, total(s, labels));
    std::size_t t = 0;
    while (t < s.count && ++labels[t] == s.labels.size()) labels[t++] = 0;
    if (t == s.count) return best;
  }
}

TEST(Decoder, finds_what_trying_all_finds) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round)
    for (std::size_t count = 1; count <= 4; ++count) {
      const Scores s = random_scores(random, count, round % 2 ? 5 : 400);
      std::vector<std::uint16_t> labels;
      Decoder(s.labels, s.starts, s.pairs).best(s.tokens, s.labels.size(), count, labels);
      ASSERT_TRUE(allowed(s.labels, labels));
      ASSERT_EQ(total(s, labels), best_of_all(s));
    }
}

TEST(Decoder, an_empty_sentence_has_no_labels) {
  const Scores s;
  std::vector<std::uint16_t> labels{1, 2};
  Decoder(s.labels, std::vector<std::int16_t>(9), std::vector<std::int16_t>(81)).best({}, 9, 0, labels);
  EXPECT_TRUE(labels.empty());
}

}  // namespace
}  // namespace qogam::ner
