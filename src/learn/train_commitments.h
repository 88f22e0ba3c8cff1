// Training the model that judges commitments.
#pragma once

#include <functional>
#include <vector>

#include "lang/knowledge.h"
#include "lang/name_weights.h"
#include "learn/answer.h"
#include "learn/chain_training.h"
#include "learn/wording.h"
#include "qogam/document.h"

namespace qogam::learn {

// Documents and gold in, weights of extract::CommitmentJudge out: a maximum-entropy classifier over all candidates. First learn_from() for each document, then
// hold_out() once, then run(). The same documents in the same order give the same weights. Used by one thread.
class CommitmentTraining {
 public:
  // Of the options language, domain, tags and temperature are not used. Both must outlive it.
  CommitmentTraining(const lang::Knowledge& knowledge, const NameTraining& options);

  // A document with its layers quotes, entities and topics, the commitments that it holds, and how often it counts in an epoch. A candidate is the gold clause that it shares most words
  // with, as scoring has it; those of doubtful gold are passed over, all others are none.
  void learn_from(const Document& document, const std::vector<Pledge>& gold, int times);
  // Documents that are only measured on: each is given to what this calls.
  using Take = std::function<void(const Document&, const std::vector<Pledge>&)>;
  void hold_out(const std::function<void(const Take&)>& documents);
  lang::NameModel run(const std::function<void(const NameReport&)>& report) { return training_.run(report); }

  // What was learnt from or measured on so far.
  std::size_t candidates() const { return candidates_; }
  // Gold clauses that no candidate meets.
  std::size_t unmet() const { return unmet_; }

 private:
  void read(const Document& document, const std::vector<Pledge>& gold, FeatureIndex& index, std::vector<ChainSentence>& rows);

  const lang::Knowledge& knowledge_;
  ner::Labels labels_;
  Wording wording_;
  ChainTraining training_;
  std::size_t candidates_ = 0, unmet_ = 0;
};

}  // namespace qogam::learn
