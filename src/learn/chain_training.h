// Sentences with labels, and the weights that epochs over them leave.
#pragma once

#include <functional>
#include <random>
#include <vector>

#include "lang/name_weights.h"
#include "learn/chain.h"
#include "learn/name_sentences.h"
#include "learn/train_names.h"

namespace qogam::learn {

// Training of a Chain: first learn_from() as often as there is gold, then hold_out() once, then run().
class ChainTraining {
 public:
  // Puts sentences behind those that are there, and numbers their features.
  using Read = std::function<void(FeatureIndex&, std::vector<ChainSentence>&)>;

  ChainTraining(const NameTraining& options, ner::Labels labels) : options_(options), labels_(std::move(labels)) {}

  // Sentences that are learnt so many times an epoch.
  void learn_from(const Read& read, int times);
  // Sentences that are measured on; features that training has not seen tell nothing. Rare features are left out now.
  void hold_out(const Read& read);
  // The weights after all epochs; each one's outcome is told to `report`.
  lang::NameModel run(const std::function<void(const NameReport&)>& report);

 private:
  const ChainSentence& without_some(const ChainSentence& sentence, std::mt19937_64& random);
  std::vector<std::vector<std::uint16_t>> positions() const;
  void measure(Chain& chain, NameReport& report) const;
  lang::NameModel model(const Chain& chain) const;

  const NameTraining& options_;
  ner::Labels labels_;
  FeatureIndex index_;
  std::vector<ner::Feature> features_;
  std::vector<bool> of_domain_;  // one a feature
  std::vector<ChainSentence> sentences_, held_out_;
  ChainSentence partial_;
  std::vector<std::size_t> order_;
};

}  // namespace qogam::learn
