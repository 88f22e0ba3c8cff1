// Sums of weights, topic by topic.
#include "extract/topic_judge.h"

#include <cmath>

#include "ner/labels.h"
#include "qogam/error.h"

namespace qogam::extract {

std::string name_of(TopicQuestion question) { return question == TopicQuestion::about ? "about" : "main"; }

std::optional<TopicJudge> TopicJudge::of(const lang::Knowledge& knowledge, TopicQuestion question) {
  const auto weights = knowledge.topic_weights().find(name_of(question));
  return weights == knowledge.topic_weights().end() ? std::nullopt : std::optional<TopicJudge>(std::in_place, weights->second, question);
}

TopicJudge::TopicJudge(const lang::NameWeights& weights, TopicQuestion question) : weights_(&weights) {
  const ner::Labels labels = ner::Labels::of_names(weights.labels());
  const std::string name = name_of(question);
  if (labels.types() != std::vector<std::string>{name})
    throw Error(Cause::models, "common/topics/" + name + ".weights are weights of something else; make them with qogam train topics.");
  yes_ = labels.labels_of(std::vector<ner::TypedRange>{{{0, 1}, 0}}, {0, 1}).at(0);
}

double TopicJudge::probability(const TopicFeatures& features, std::size_t topic) const {
  const std::size_t own = lang::NameModel::kReach * weights_->labels().size();  // positions of the token itself
  double yes = weights_->starts()[yes_] - weights_->starts()[0];
  for (const std::uint32_t f : features.of(topic))
    for (const lang::NameWeight& w : weights_->row(f)) yes += w.position == own + yes_ ? w.weight : w.position == own ? -w.weight : 0;
  return 1 / (1 + std::exp(-yes / (lang::NameModel::kUnit * weights_->temperature())));
}

}  // namespace qogam::extract
