// A linear-chain conditional random field that is being trained.
#pragma once

#include <cstdint>
#include <vector>

#include "ner/labels.h"

namespace qogam::learn {

// Weights that learn one by one: FTRL-Proximal (McMahan et al. 2013, "Ad click prediction"), which keeps those at
// zero that do not earn their place.
class FtrlWeights {
 public:
  struct Options {
    float rate = 0.1F, l1 = 0.3F, l2 = 0.0F;
  };
  FtrlWeights() = default;
  FtrlWeights(std::size_t size, Options options) : options_(options), w_(size), z_(size), n_(size), sums_(size) {}

  std::size_t size() const { return w_.size(); }
  float operator[](std::size_t k) const { return w_[k]; }
  // The mean of the weights at all calls of remember(); as they stand where there was none.
  float mean(std::size_t k) const { return times_ == 0 ? w_[k] : sums_[k] / static_cast<float>(times_); }
  void remember();
  // Takes the slope of the loss at weight k.
  void learn(std::size_t k, float slope);

 private:
  Options options_;
  std::vector<float> w_, z_, n_, sums_;
  int times_ = 0;
};

// A feature met at a token, by its number in Chain.
struct Met {
  std::uint32_t token, feature;
};

struct ChainSentence {
  std::vector<std::uint16_t> labels;
  std::vector<Met> met;
};

// The weights of features (each has those positions that were seen in gold), of first labels and of pairs.
class Chain {
 public:
  // `positions`: of each feature, as in lang::NameWeight.
  Chain(ner::Labels labels, const std::vector<std::vector<std::uint16_t>>& positions, FtrlWeights::Options options);

  // One step down the slope of a sentence's loss, which is returned.
  double learn(const ChainSentence& sentence);
  // Notes the weights as they stand; what is given below rests on the mean of those noted.
  void remember();
  // The best labels.
  std::vector<std::uint16_t> best(const ChainSentence& sentence);
  // What best() multiplies the weights of features with.
  void set_scale(float scale) { scale_ = scale; }

  const ner::Labels& labels() const { return labels_; }
  float start(std::size_t label) const { return starts_.mean(label); }
  float pair(std::size_t before, std::size_t label) const { return pairs_.mean(before * labels_.size() + label); }
  // Calls take(position, weight) for each weight of a feature.
  template <typename Take>
  void each(std::size_t feature, Take take) const {
    for (std::uint32_t k = first_[feature]; k < first_[feature + 1]; ++k) take(positions_[k], weights_.mean(k));
  }

 private:
  template <typename Weight>
  void score(const ChainSentence& sentence, Weight weight);
  double forward(std::size_t tokens);
  void backward(const ChainSentence& sentence);
  void update(const ChainSentence& sentence);
  void update_pairs(const ChainSentence& sentence);

  ner::Labels labels_;
  std::vector<std::uint32_t> first_;  // of a feature's weights, and the end
  std::vector<std::uint16_t> positions_;
  FtrlWeights weights_, starts_, pairs_;
  float scale_ = 1;
  std::vector<float> allowed_;        // exp of the pairs' weights; 0: never
  std::vector<float> scores_, slopes_;  // rows of labels, kReach of them before the first token and behind the last
  std::vector<float> shown_, alpha_, beta_, expected_;
};

}  // namespace qogam::learn
