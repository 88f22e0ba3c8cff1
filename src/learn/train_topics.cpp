// Topics of documents as chains of one.
#include "learn/train_topics.h"

#include <algorithm>

#include "extract/topic_features.h"

namespace qogam::learn {

TopicTraining::TopicTraining(const lang::Knowledge& knowledge, extract::TopicQuestion question, const NameTraining& options)
    : knowledge_(knowledge), question_(question), labels_({extract::name_of(question)}), training_(options, labels_) {}

void TopicTraining::read(const Document& d, const std::vector<std::string>& topics, FeatureIndex& index, std::vector<ChainSentence>& rows) const {
  const std::vector<extract::TopicEvidence> evidence = extract::TopicCues(d, knowledge_).of_document();
  const extract::TopicFeatures features(d, knowledge_, evidence);
  const auto end = question_ == extract::TopicQuestion::main ? topics.begin() + std::min<std::ptrdiff_t>(1, std::ssize(topics)) : topics.end();
  for (std::size_t t = 0; t < evidence.size(); ++t) {
    if (!features.judged(t)) continue;
    const bool yes = std::find(topics.begin(), end, knowledge_.topics()[t].id) != end;
    ChainSentence& row = rows.emplace_back();
    row.labels = ner::YesNo::answer(labels_, yes);
    for (const std::uint32_t f : features.of(t)) row.met.push_back({0, index.number({f, 0, 0}, false)});
  }
}

void TopicTraining::learn_from(const Document& document, const std::vector<std::string>& topics, int times) {
  training_.learn_from([&](FeatureIndex& index, std::vector<ChainSentence>& rows) { read(document, topics, index, rows); }, times);
}

void TopicTraining::hold_out(const std::function<void(const Take&)>& documents) {
  training_.hold_out([&](FeatureIndex& index, std::vector<ChainSentence>& rows) {
    documents([&](const Document& d, const std::vector<std::string>& topics) { read(d, topics, index, rows); });
  });
}

}  // namespace qogam::learn
