// Questions, and the weights that answer them.
#include "extract/topic_judge.h"

#include "qogam/error.h"

namespace qogam::extract {

std::string name_of(TopicQuestion question) { return question == TopicQuestion::about ? "about" : "main"; }

std::optional<TopicJudge> TopicJudge::of(const lang::Knowledge& knowledge, TopicQuestion question) {
  const auto weights = knowledge.topic_weights().find(name_of(question));
  return weights == knowledge.topic_weights().end() ? std::nullopt : std::optional<TopicJudge>(std::in_place, weights->second, question);
}

TopicJudge::TopicJudge(const lang::NameWeights& weights, TopicQuestion question) : answer_(weights) {
  const std::string name = name_of(question);
  if (ner::Labels::of_names(weights.labels()).types() != std::vector<std::string>{name})
    throw Error(Cause::models, "common/topics/" + name + ".weights are weights of something else; make them with qogam train topics.");
}

double TopicJudge::probability(const TopicFeatures& features, std::size_t topic) const { return ner::YesNo::probability(answer_.log_odds(features.of(topic))); }

}  // namespace qogam::extract
