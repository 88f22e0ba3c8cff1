// Training the model that judges topics.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "extract/topic_judge.h"
#include "lang/knowledge.h"
#include "lang/name_weights.h"
#include "learn/chain_training.h"
#include "qogam/document.h"

namespace qogam::learn {

// Documents in, weights of extract::TopicJudge for one of its questions out: a logistic regression over all topics of which a document has evidence. First
// learn_from() for each document, then hold_out() once, then run(). The same documents in the same order give the same weights. Used by one thread.
class TopicTraining {
 public:
  // Of the options language, domain, tags and temperature are not used. Both must outlive it.
  TopicTraining(const lang::Knowledge& knowledge, extract::TopicQuestion question, const NameTraining& options);

  // A document with its layer "words", the topics that it is about (the main one first), and how often it counts in an epoch.
  void learn_from(const Document& document, const std::vector<std::string>& topics, int times);
  // Documents that are only measured on: each is given to what this calls.
  using Take = std::function<void(const Document&, const std::vector<std::string>&)>;
  void hold_out(const std::function<void(const Take&)>& documents);
  lang::NameModel run(const std::function<void(const NameReport&)>& report) { return training_.run(report); }

 private:
  void read(const Document& document, const std::vector<std::string>& topics, FeatureIndex& index, std::vector<ChainSentence>& rows) const;

  const lang::Knowledge& knowledge_;
  extract::TopicQuestion question_;
  ner::Labels labels_;
  ChainTraining training_;
};

}  // namespace qogam::learn
