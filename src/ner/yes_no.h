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
  explicit YesNo(const lang::NameWeights& weights) : weights_(&weights), yes_(answer(Labels::of_names(weights.labels()), true).front()) {}

  // The label of the one token, as training has it.
  static std::vector<std::uint16_t> answer(const Labels& labels, bool yes) {
    return labels.labels_of(yes ? std::vector<TypedRange>{{{0, 1}, 0}} : std::vector<TypedRange>(), {0, 1});
  }
  // The name of the question.
  std::string name() const { return Labels::of_names(weights_->labels()).types().front(); }

  // Logarithm of the odds of yes: above 0 it is likelier. `hash` gives the hash of a feature.
  template <typename Features, typename Hash = std::identity>
  double log_odds(const Features& features, Hash hash = {}) const {
    const std::size_t own = lang::NameModel::kReach * weights_->labels().size();  // positions of the token itself
    double yes = weights_->starts()[yes_] - weights_->starts()[0];
    for (const auto& f : features)
      for (const lang::NameWeight& w : weights_->row(std::invoke(hash, f))) yes += w.position == own + yes_ ? w.weight : w.position == own ? -w.weight : 0;
    return yes / (lang::NameModel::kUnit * weights_->temperature());
  }
  // 0..1.
  static double probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

 private:
  const lang::NameWeights* weights_;
  std::size_t yes_;
};

}  // namespace qogam::ner
