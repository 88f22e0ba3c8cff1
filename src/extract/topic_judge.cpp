// Sums of weights, topic by topic.
#include "extract/topic_judge.h"

#include <cmath>

#include "ner/labels.h"
#include "qogam/error.h"

namespace qogam::extract {

TopicJudge::TopicJudge(const lang::NameWeights& weights) : weights_(weights) {
  const ner::Labels labels = ner::Labels::of_names(weights.labels());
  if (labels.types() != std::vector<std::string>{kType})
    throw Error(Cause::models, "The weights of topics are weights of something else; make them with qogam train topics.");
  yes_ = labels.labels_of(std::vector<ner::TypedRange>{{{0, 1}, 0}}, {0, 1}).at(0);
}

double TopicJudge::probability(const TopicFeatures& features, std::size_t topic) const {
  const std::size_t own = lang::NameModel::kReach * weights_.labels().size();  // positions of the token itself
  std::vector<ner::Feature> seen;
  features.add(topic, seen);
  double yes = weights_.starts()[yes_] - weights_.starts()[0];
  for (const ner::Feature& f : seen)
    for (const lang::NameWeight& w : weights_.row(f.hash)) yes += w.position == own + yes_ ? w.weight : w.position == own ? -w.weight : 0;
  return 1 / (1 + std::exp(-yes / (lang::NameModel::kUnit * weights_.temperature())));
}

}  // namespace qogam::extract
