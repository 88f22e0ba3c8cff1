// Training the tagger of names.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "lang/name_weights.h"
#include "learn/name_gold.h"

namespace qogam::learn {

struct NameTraining {
  std::string language = "ru";
  std::string domain;      // whose convention the weights follow; see NameGold
  int epochs = 12;
  int least = 2;           // features met less often are left out
  double rate = 0.1, l1 = 0.3, l2 = 0;
  double forget = 0;       // share of features that are left out of a sentence at random
  double lean = 0;         // what is taken from the score of a token outside names, for more names: recall for precision
  double tags = 0;         // share of texts whose names are also learnt as a list, see tag_list.h
  double temperature = 0;  // of the weights' probabilities; 0: fitted to what is held out
  std::uint64_t seed = 1;  // of the order of sentences, and of what is left to chance
};

// Texts that count so many times. Where a domain is named, each feature also gets weights of that domain alone
// (Daumé 2007, "Frustratingly easy domain adaptation"), as corpora disagree about what a name is.
struct NameGold {
  std::vector<NameText> texts;
  std::string domain;
  int times = 1;
};

// Names given and wanted, for precision and recall.
struct NameCounts {
  std::size_t right = 0, given = 0, wanted = 0;
  double f1() const { return given + wanted == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(given + wanted); }
};

// One epoch's outcome, for whoever wants to show it.
struct NameReport {
  int epoch = 0;
  double loss = 0;         // a token
  std::size_t weights = 0;  // that are not zero
  std::vector<std::pair<std::string, NameCounts>> types;  // on the development texts, "all" last
};

// The weights of ner::Tagger learnt from `gold`; `held_out` is only measured on, in the domain of `options`. The same
// input and seed give the same weights. A name whose ends are not those of tokens is learnt as the tokens it touches.
lang::NameModel train_names(const std::shared_ptr<const lang::Knowledge>& knowledge, const std::vector<NameGold>& gold,
                            const std::vector<NameText>& held_out, const NameTraining& options,
                            const std::function<void(const NameReport&)>& report);

}  // namespace qogam::learn
