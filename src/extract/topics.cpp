// Topics by their evidence, judged by learnt weights where there are some.
#include "extract/topics.h"

#include <algorithm>

#include "extract/topic_evidence.h"
#include "extract/topic_features.h"
#include "extract/topic_judge.h"

namespace qogam::extract {
namespace {

// With learnt weights.
constexpr double kProbable = 0.25;      // a topic is given that is so probable,
constexpr double kBestProbable = 0.2;   // and the most probable one already at this
// Without.
constexpr double kThreshold = 4.0;      // of the sum of evidence
constexpr double kShareOfBest = 0.2;    // a topic far behind the best is only touched upon

constexpr double kSure = 0.5;           // score of a topic that may stand before the best
constexpr std::size_t kMost = 5;
constexpr double kLeastOfSpan = 1.5;    // evidence for a topic of a quote or commitment
constexpr std::size_t kMostOfSpan = 3;

class Topics final : public Stage {
 public:
  Topics(const lang::Knowledge& knowledge, std::optional<double> min_score) : knowledge_(knowledge), min_score_(min_score) {
    if (!knowledge.topic_weights().empty()) judge_.emplace(knowledge.topic_weights());
  }

  std::string_view name() const override { return "topics"; }
  Layers needs() const override { return Layer::words | Layer::text; }
  Layers gives() const override { return Layer::topics; }

  void run(Document& d) const override {
    const std::vector<TopicEvidence> evidence = topic_evidence(d, knowledge_);
    const std::vector<double> scores = judge_ ? judged(d, evidence) : summed(evidence);
    const std::size_t best = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
    for (std::size_t t = 0; t < scores.size(); ++t)
      if (!evidence[t].places.empty() && passes(t, best, scores, evidence)) d.topics.push_back({knowledge_.topics()[t].id, scores[t], evidence[t].places, "topics"});
    std::ranges::stable_sort(d.topics, std::greater<>(), &Topic::score);
    put_main_first(d.topics);
    if (!min_score_ && d.topics.size() > kMost) d.topics.resize(kMost);
  }

 private:
  std::vector<double> judged(const Document& d, const std::vector<TopicEvidence>& evidence) const {
    const TopicFeatures features(d, knowledge_, evidence);
    std::vector<double> scores;
    for (std::size_t t = 0; t < evidence.size(); ++t) scores.push_back(features.judged(t) ? judge_->probability(features, t) : 0);
    return scores;
  }

  // What an article is filed under: the best topic, or a sure one that is told to go before it.
  void put_main_first(std::vector<Topic>& topics) const {
    const auto goes_before = [&](const Topic& t) {
      const auto info = std::ranges::find(knowledge_.topics(), t.id, &lang::TopicInfo::id);
      return t.score >= kSure && std::ranges::find(info->before, topics.front().id) != info->before.end();
    };
    const auto main = std::ranges::find_if(topics, goes_before);
    if (main != topics.end()) std::rotate(topics.begin(), main, main + 1);
  }

  static std::vector<double> summed(const std::vector<TopicEvidence>& evidence) {
    std::vector<double> scores;
    for (const TopicEvidence& e : evidence) scores.push_back(e.sum / (e.sum + kThreshold));
    return scores;
  }

  bool passes(std::size_t topic, std::size_t best, const std::vector<double>& scores, const std::vector<TopicEvidence>& evidence) const {
    if (min_score_) return scores[topic] >= *min_score_;
    if (judge_) return scores[topic] >= (topic == best ? kBestProbable : kProbable);
    const double own = knowledge_.topics()[topic].threshold;
    return own > 0 ? evidence[topic].sum >= own : evidence[topic].sum >= std::max(kThreshold, evidence[best].sum * kShareOfBest);
  }

  const lang::Knowledge& knowledge_;
  std::optional<double> min_score_;
  std::optional<TopicJudge> judge_;
};

}  // namespace

std::unique_ptr<Stage> make_topics(const lang::Knowledge& knowledge, std::optional<double> min_score) {
  return std::make_unique<Topics>(knowledge, min_score);
}

std::vector<std::string> topics_in(const Document& d, const lang::Knowledge& knowledge, Span span) {
  const std::vector<TopicEvidence> evidence = topic_evidence(d, knowledge, span);
  std::vector<std::pair<double, std::string>> found;
  for (std::size_t t = 0; t < evidence.size(); ++t)
    if (evidence[t].sum >= kLeastOfSpan) found.emplace_back(-evidence[t].sum, knowledge.topics()[t].id);
  std::ranges::sort(found);
  std::vector<std::string> ids;
  for (auto& [score, id] : found) ids.push_back(std::move(id));
  if (ids.size() > kMostOfSpan) ids.resize(kMostOfSpan);
  return ids;
}

}  // namespace qogam::extract
