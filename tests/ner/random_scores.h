// Scores of a sentence and of pairs of labels, drawn at random.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "ner/labels.h"

namespace qogam::ner {

struct Scores {
  Labels labels{{"A", "B"}};
  std::vector<std::int16_t> starts, pairs, tokens;
  std::size_t count = 0;
};

// Of a sentence of `count` tokens, from -spread to spread.
inline Scores random_scores(std::mt19937& random, std::size_t count, int spread) {
  Scores s;
  s.count = count;
  const auto fill = [&](std::vector<std::int16_t>& to, std::size_t n) {
    for (std::size_t k = 0; k < n; ++k) to.push_back(static_cast<std::int16_t>(static_cast<int>(random() % (2 * spread + 1)) - spread));
  };
  fill(s.starts, s.labels.size());
  fill(s.pairs, s.labels.size() * s.labels.size());
  fill(s.tokens, s.labels.size() * count);
  return s;
}

}  // namespace qogam::ner
