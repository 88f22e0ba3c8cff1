// What the learnt model of topics sees of a document and one topic.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "extract/topic_evidence.h"
#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::extract {

// Features of the topics of a document that has words. Some are the same for all topics, so that a topic with few or no
// texts to learn from, or one of the user's own, is judged as others are; some are of one topic alone (cf. Daumé 2007). Refers to what it is
// given, which must outlive it.
class TopicFeatures {
 public:
  // `evidence`: that of the whole document, one a topic.
  TopicFeatures(const Document& document, const lang::Knowledge& knowledge, const std::vector<TopicEvidence>& evidence);

  // Whether a topic has evidence enough to be judged at all.
  bool judged(std::size_t topic) const { return evidence_[topic].sum >= kLeast; }
  // The features of a topic that is, as hashes.
  std::vector<std::uint32_t> of(std::size_t topic) const;

 private:
  static constexpr double kLeast = 0.4;

  struct Met;
  void read_words();
  void add_words(const std::map<std::uint32_t, Met>& met, std::uint32_t first);
  void add_shape(std::size_t topic, std::vector<std::uint32_t>& features) const;
  void add_own(std::size_t topic, std::vector<std::uint32_t>& features) const;

  const Document& document_;
  const lang::Knowledge& knowledge_;
  const std::vector<TopicEvidence>& evidence_;
  double best_ = 0, second_ = 0;      // sums
  bool any_in_head_ = false;
  std::vector<std::uint32_t> words_;  // hashes of the words of the document and of their clusters: what they are, and where
};

}  // namespace qogam::extract
