// Probabilities of names, beside those that trying all labels gives.
#include "ner/marginals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "ner/random_scores.h"

namespace qogam::ner {
namespace {

constexpr double kUnit = 64;

// The weight of all labels of a sentence that are allowed and hold `name`.
double mass(const Scores& s, std::size_t count, const TypedRange* name) {
  const std::size_t size = s.labels.size();
  std::vector<std::uint16_t> labels(count, 0);
  double sum = 0;
  for (;;) {
    bool allowed = s.labels.may_start(labels[0]) && s.labels.may_end(labels[count - 1]);
    double score = s.starts[labels[0]];
    for (std::size_t t = 0; t < count; ++t) {
      score += s.tokens[t * size + labels[t]];
      if (t == 0) continue;
      allowed = allowed && s.labels.may_follow(labels[t - 1], labels[t]);
      score += s.pairs[labels[t - 1] * size + labels[t]];
    }
    if (allowed && (name == nullptr || std::ranges::count(s.labels.ranges_of(labels, 0), *name) > 0)) sum += std::exp(score / kUnit);
    std::size_t t = 0;
    while (t < count && ++labels[t] == size) labels[t++] = 0;
    if (t == count) return sum;
  }
}

TEST(Marginals, are_those_of_all_labels) {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round)
    for (const std::uint32_t count : {1u, 2u, 4u}) {
      const Scores s = random_scores(random, count, 150);
      std::vector<TypedRange> names;
      for (std::uint32_t first = 0; first < count; ++first)
        for (std::uint32_t last = first + 1; last <= count; ++last)
          for (const std::uint32_t type : {0u, 1u}) names.push_back({{first, last}, type});
      const auto given = Marginals(s.labels, s.starts, s.pairs, kUnit).of(s.tokens, s.labels.size(), count, names, 0);
      for (std::size_t k = 0; k < names.size(); ++k) ASSERT_NEAR(given[k], mass(s, count, &names[k]) / mass(s, count, nullptr), 1e-4);
    }
}

TEST(Marginals, scores_out_of_all_measure_do_no_harm) {
  Scores s;
  s.starts.assign(9, 0), s.pairs.assign(81, 0), s.tokens.assign(9 * 3, -32000);
  s.tokens[4] = s.tokens[9] = s.tokens[18] = 32000;
  const TypedRange name{{10, 11}, 0};
  EXPECT_NEAR(Marginals(s.labels, s.starts, s.pairs, kUnit).of(s.tokens, 9, 3, std::span(&name, 1), 10)[0], 1, 1e-6);
}

}  // namespace
}  // namespace qogam::ner
