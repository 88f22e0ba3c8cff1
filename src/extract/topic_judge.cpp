// Questions, and the weights that answer them.
#include "extract/topic_judge.h"

#include "extract/each_weight.h"
#include "ner/hashing.h"
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

double TopicJudge::probability(const TopicFeatures& features, std::size_t topic, int of_words) const {
  int sum = answer_.start() + of_words;
  const std::vector<std::uint32_t> beside = features.beside_words(topic);
  each_weight(answer_.weights(), beside.size(), [&](std::size_t k) { return beside[k]; }, [&](std::size_t, const lang::NameWeight& w) { sum += answer_.said(w); });
  return ner::YesNo::probability(answer_.log_odds(sum));
}

int TopicJudge::of_words(const TopicFeatures& features, std::size_t topic) const {
  int sum = 0;
  const std::span<const std::uint32_t> words = features.words();
  const std::uint32_t own = features.own(topic);
  each_weight(answer_.weights(), words.size(), [&](std::size_t k) { return ner::joined(own, words[k]); }, [&](std::size_t, const lang::NameWeight& w) { sum += answer_.said(w); });
  return sum;
}

}  // namespace qogam::extract
