// What the learnt model of topics sees of a document and one topic.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/cluster_cache.h"
#include "extract/topic_evidence.h"
#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::extract {

// Features of the topics of a document that has words. Some are the same for all topics, so that a topic with few or no
// texts to learn from, or one of the user's own, is judged as others are; some are of one topic alone (cf. Daumé 2007). Refers to what it is
// given, which must outlive it.
class TopicFeatures {
 public:
  // `evidence`: that of the whole document, one a topic. `clusters` serves many documents of the same knowledge.
  TopicFeatures(const Document& document, const lang::Knowledge& knowledge, const std::vector<TopicEvidence>& evidence, ClusterCache& clusters);
  TopicFeatures(const Document& document, const lang::Knowledge& knowledge, const std::vector<TopicEvidence>& evidence);

  // Whether a topic has evidence enough to be judged at all.
  bool judged(std::size_t topic) const { return evidence_[topic].sum >= kLeast; }
  // The features of a topic that is, as hashes, in an order that is the same on every machine.
  std::vector<std::uint32_t> of(std::size_t topic) const;

  // The same in parts, in no order: those beside words; and ner::joined(own(topic), w) for each w of words(), which are of all topics.
  std::vector<std::uint32_t> beside_words(std::size_t topic) const;
  std::uint32_t own(std::size_t topic) const;
  std::span<const std::uint32_t> words() const { return words_; }

 private:
  static constexpr double kLeast = 0.4;

  // Where a word, or one of a cluster of words, is met in a document.
  struct Met {
    std::uint32_t word = 0;  // its hash
    std::uint32_t times = 0;
    bool head = false, lead = false;
  };
  class MetWords;

  void read_words(ClusterCache& clusters);
  static void add_words(const std::vector<Met>& met, std::uint32_t first, std::vector<std::uint32_t>& features);
  void add_shape(std::size_t topic, std::vector<std::uint32_t>& features) const;
  void add_own(std::size_t topic, std::vector<std::uint32_t>& features) const;

  const Document& document_;
  const lang::Knowledge& knowledge_;
  const std::vector<TopicEvidence>& evidence_;
  double best_ = 0, second_ = 0;      // sums
  bool any_in_head_ = false;
  std::vector<Met> lemmas_, clusters_;  // of the document, in the order of the text
  std::vector<std::uint32_t> words_;    // hashes of both: what they are, and where
};

}  // namespace qogam::extract
