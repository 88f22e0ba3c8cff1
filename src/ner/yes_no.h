// One question that is answered yes or no, by weights written as those of a chain of one token.
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lang/name_weights.h"
#include "ner/labels.h"

namespace qogam::ner {

// A maximum-entropy classifier (Berger et al. 1996): the answer is the label of that one token. Refers to the weights. Immutable; safe from any thread.
class YesNo {
 public:
  // Of weights whose labels have one type at least; the first is what is asked.
  explicit YesNo(const lang::NameWeights& weights) : weights_(&weights) {
    const std::size_t own = lang::NameModel::kReach * weights.labels().size();  // positions of the token itself
    const std::size_t yes = answer(Labels::of_names(weights.labels()), true).front();
    no_ = own;
    yes_ = own + yes;
    start_ = weights.starts()[yes] - weights.starts()[0];
  }

  // The label of the one token, as training has it.
  static std::vector<std::uint16_t> answer(const Labels& labels, bool yes) {
    return labels.labels_of(yes ? std::vector<TypedRange>{{{0, 1}, 0}} : std::vector<TypedRange>(), {0, 1});
  }
  const lang::NameWeights& weights() const { return *weights_; }
  // The name of the question.
  std::string name() const { return Labels::of_names(weights_->labels()).types().front(); }

  // What is known before any feature, and what a weight adds to it; whole numbers, so that their order does not count.
  int start() const { return start_; }
  int said(const lang::NameWeight& w) const { return w.position == yes_ ? w.weight : w.position == no_ ? -w.weight : 0; }
  // Logarithm of the odds of yes that a sum of these stands for: above 0 it is likelier.
  double log_odds(int sum) const { return sum / (lang::NameModel::kUnit * weights_->temperature()); }

  // That of features. `hash` gives the hash of a feature.
  template <typename Features, typename Hash = std::identity>
  double log_odds(const Features& features, Hash hash = {}) const {
    int sum = start_;
    for (const auto& f : features)
      for (const lang::NameWeight& w : weights_->row(std::invoke(hash, f))) sum += said(w);
    return log_odds(sum);
  }
  // 0..1.
  static double probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

 private:
  const lang::NameWeights* weights_;
  std::size_t yes_ = 0, no_ = 0;  // positions of the answers in rows of weights
  int start_ = 0;
};

}  // namespace qogam::ner
