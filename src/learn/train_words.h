// Training the tagger of words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "learn/conllu.h"

namespace qogam::learn {

struct WordTraining {
  int epochs = 6;
  int bits = 20;           // 2^bits weights
  std::uint64_t seed = 1;  // of the order of sentences
};

// One epoch's outcome, for whoever wants to show it.
struct EpochReport {
  int epoch = 0;
  std::size_t words = 0, ambiguous = 0, right = 0;  // with something to learn; of those chosen right
};

// Gold with the number of times each sentence is seen in an epoch.
struct WeightedGold {
  GoldWords gold;
  int times = 1;
};

// The weights of the tagger (see words/tagger.h) learnt from gold: an averaged perceptron (Collins
// 2002), scaled for lang::weights_text. Where none of a word's candidates has the gold's part of speech
// nothing is learnt from it. The same input and seed give the same weights.
std::vector<double> train_words(const lang::Knowledge& knowledge, const std::string& language,
                                     const std::vector<WeightedGold>& gold, const WordTraining& options,
                                     const std::function<void(const EpochReport&)>& report);

}  // namespace qogam::learn
