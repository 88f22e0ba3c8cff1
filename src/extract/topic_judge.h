// How probable it is that a topic is what a document is about, or its main topic, by learnt weights.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "extract/topic_features.h"
#include "lang/name_weights.h"
#include "ner/yes_no.h"

namespace qogam::extract {

// A question that is learnt: its file is models/common/topics/NAME.weights, and the one type of its labels is NAME too.
enum class TopicQuestion { about, main };
std::string name_of(TopicQuestion question);

// The answer to one of them from TopicFeatures. Refers to its weights. Immutable; safe from any thread.
class TopicJudge {
 public:
  // The judge of a question; nothing where the knowledge, which must outlive it, has no weights for it. Throws
  // Error{Cause::models} where they are of something else.
  static std::optional<TopicJudge> of(const lang::Knowledge& knowledge, TopicQuestion question);
  TopicJudge(const lang::NameWeights& weights, TopicQuestion question);

  // 0..1.
  double probability(const TopicFeatures& features, std::size_t topic) const { return probability(features, topic, of_words(features, topic)); }
  // The same where what the words of the document add is known, as TopicWordRows keeps it.
  double probability(const TopicFeatures& features, std::size_t topic, int of_words) const;
  int of_words(const TopicFeatures& features, std::size_t topic) const;

  const ner::YesNo& answer() const { return answer_; }

 private:
  ner::YesNo answer_;
};

}  // namespace qogam::extract
