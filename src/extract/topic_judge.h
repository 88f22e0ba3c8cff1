// How probable it is that a document is about a topic, by learnt weights.
#pragma once

#include <optional>

#include "extract/topic_features.h"
#include "lang/name_weights.h"

namespace qogam::extract {

// A logistic regression over TopicFeatures (a maximum-entropy classifier, Berger et al. 1996), its weights written as those of a
// chain of one token. Refers to them. Immutable; safe from any thread.
class TopicJudge {
 public:
  static constexpr const char* kType = "ABOUT";  // the one type of its labels

  // Throws Error{Cause::models} where the weights are of something else.
  explicit TopicJudge(const lang::NameWeights& weights);

  // 0..1.
  double probability(const TopicFeatures& features, std::size_t topic) const;

 private:
  const lang::NameWeights& weights_;
  std::size_t yes_;  // the label of a topic that the document is about
};

}  // namespace qogam::extract
