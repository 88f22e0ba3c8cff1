// Collects what was right and wrong while documents are scored.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "learn/score.h"

namespace qogam::learn {

// Item numbers of gold and prediction that belong together, and those left over.
struct Pairs {
  std::vector<std::pair<std::size_t, std::size_t>> matched;
  std::vector<std::size_t> missed, extra;
};

// How alike gold item g and predicted item p are; 0: not the same.
using Likeness = std::function<double(std::size_t g, std::size_t p)>;

// One to one and greedy, as score.h says.
Pairs pair_up(std::size_t gold, std::size_t predicted, const Likeness& likeness);

// The words for the items of one side, for the list of misses.
using Labels = std::vector<std::string>;

// Adds up Scores. Used by one thread.
class Scorebook {
 public:
  // Names of all figures and accuracies, in the order of the table.
  Scorebook(const std::vector<std::string>& figures, const std::vector<std::string>& accuracies);

  void add(const std::string& document, std::string_view finding, const Pairs& pairs,
           const Labels& gold, const Labels& predicted);
  // `what` is kept where the answer is wrong.
  void judge(const std::string& document, std::string_view accuracy, bool right,
             const std::string& what);

  Scores scores;
};

}  // namespace qogam::learn
