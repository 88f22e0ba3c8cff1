// Topics by their evidence, judged by learnt weights where there are some.
#include "extract/topics.h"

#include <algorithm>
#include <cmath>

#include "extract/topic_evidence.h"
#include "extract/topic_features.h"
#include "extract/topic_judge.h"
#include "extract/topic_word_rows.h"
#include "text/pool.h"

namespace qogam::extract {
namespace {

// With learnt weights.
constexpr double kProbable = 0.2;       // a topic is given that is so probable,
constexpr double kBestProbable = 0.15;  // and the most probable one already at this
// Without.
constexpr double kThreshold = 4.0;      // of the sum of evidence
constexpr double kShareOfBest = 0.2;    // a topic far behind the best is only touched upon

constexpr double kSure = 0.5;           // score of a topic that may stand before the best
constexpr double kMostLogOdds = 5, kLeastOdds = 1e-4;  // what is surer than that is as sure
constexpr std::size_t kMost = 5;
constexpr double kLeastOfSpan = 1.5;    // evidence for a topic of a quote or commitment
constexpr std::size_t kMostOfSpan = 3;

// What a part of a document is about, best first.
std::vector<std::string> topics_of_part(const lang::Knowledge& knowledge, std::span<const TopicWorth> worths) {
  std::vector<TopicWorth> found;
  for (const TopicWorth& w : worths)
    if (w.sum >= kLeastOfSpan) found.push_back(w);
  const auto& topics = knowledge.topics();
  std::ranges::sort(found, [&](const TopicWorth& a, const TopicWorth& b) { return a.sum != b.sum ? a.sum > b.sum : topics[a.topic].id < topics[b.topic].id; });
  std::vector<std::string> ids;
  for (std::size_t k = 0; k < std::min(found.size(), kMostOfSpan); ++k) ids.push_back(topics[found[k].topic].id);
  return ids;
}

class Topics final : public Stage {
 public:
  Topics(const lang::Knowledge& knowledge, std::optional<double> min_score)
      : knowledge_(knowledge), min_score_(min_score), judge_(TopicJudge::of(knowledge, TopicQuestion::about)), main_judge_(TopicJudge::of(knowledge, TopicQuestion::main)) {}

  std::string_view name() const override { return "topics"; }
  Layers needs() const override { return Layer::words | Layer::text; }
  Layers gives() const override { return Layer::topics; }

  void run(Document& d) const override {
    const TopicCues cues(d, knowledge_);
    const std::vector<TopicEvidence> evidence = cues.of_document();
    auto work = works_.borrow([] { return std::make_unique<Work>(); });
    const TopicFeatures features(d, knowledge_, evidence, work->clusters);
    const std::vector<double> scores = scores_of(evidence, features, *work);
    works_.give_back(std::move(work));
    const auto best = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
    std::vector<std::size_t> given;
    for (std::size_t t = 0; t < scores.size(); ++t)
      if (!evidence[t].places.empty() && passes(t, best, scores, evidence)) given.push_back(t);
    std::ranges::stable_sort(given, std::greater<>(), [&](std::size_t t) { return scores[t]; });
    if (!min_score_ && given.size() > kMost) given.resize(kMost);
    put_main_first(given, scores, features);
    for (const std::size_t t : given) d.topics.push_back({knowledge_.topics()[t].id, scores[t], evidence[t].places, "topics"});
    cues.each_sentence([&](std::uint32_t sentence, std::span<const TopicWorth> in_it) {
      if (auto topics = topics_of_part(knowledge_, in_it); !topics.empty()) d.sentence_topics.push_back({sentence, std::move(topics)});
    });
  }

 private:
  // What is kept from document to document.
  struct Work {
    ClusterCache clusters;
    std::optional<TopicWordRows> words;
  };

  std::vector<double> scores_of(const std::vector<TopicEvidence>& evidence, const TopicFeatures& features, Work& work) const {
    std::vector<double> scores;
    if (!judge_) {
      for (const TopicEvidence& e : evidence) scores.push_back(e.sum / (e.sum + kThreshold));
      return scores;
    }
    if (!work.words) work.words.emplace(*judge_, owns(features));
    // Documents of many words are read without the rows, which are made for those that are many.
    const std::size_t kept = features.words().size() <= TopicWordRows::kMostWords ? std::min(evidence.size(), TopicWordRows::kMostTopics) : 0;
    TopicWordRows::Topics judged = 0;
    for (std::size_t t = 0; t < kept; ++t) judged |= TopicWordRows::Topics{features.judged(t)} << t;
    const std::span<const int> words = work.words->sums(features.words(), judged);
    for (std::size_t t = 0; t < evidence.size(); ++t) {
      const double probable = !features.judged(t) ? 0 : t < kept ? judge_->probability(features, t, words[t]) : judge_->probability(features, t);
      scores.push_back(named(t, evidence[t]) ? std::max(probable, kProbable) : probable);
    }
    return scores;
  }

  std::vector<std::uint32_t> owns(const TopicFeatures& features) const {
    std::vector<std::uint32_t> own;
    for (std::size_t t = 0; t < knowledge_.topics().size(); ++t) own.push_back(features.own(t));
    return own;
  }

  // A narrow topic is named rather than talked about: evidence that reaches a threshold of its own is enough.
  bool named(std::size_t topic, const TopicEvidence& evidence) const {
    const double own = knowledge_.topics()[topic].threshold;
    return own > 0 && evidence.sum >= own;
  }

  bool passes(std::size_t topic, std::size_t best, const std::vector<double>& scores, const std::vector<TopicEvidence>& evidence) const {
    if (min_score_) return scores[topic] >= *min_score_;
    if (judge_) return scores[topic] >= (topic == best ? kBestProbable : kProbable);
    if (knowledge_.topics()[topic].threshold > 0) return named(topic, evidence[topic]);
    return evidence[topic].sum >= std::max(kThreshold, evidence[best].sum * kShareOfBest);
  }

  // What an article is filed under: the topic that is most probably the main one, or a sure one that is told to go before it.
  // `given` is in the order of the scores.
  void put_main_first(std::vector<std::size_t>& given, const std::vector<double>& scores, const TopicFeatures& features) const {
    if (given.empty()) return;
    std::size_t main = given.front();
    if (main_judge_) {
      std::vector<double> ranks;
      for (const std::size_t t : given)
        ranks.push_back(std::min(log_odds(scores[t]), kMostLogOdds) + log_odds(features.judged(t) ? main_judge_->probability(features, t) : 0));
      main = given[static_cast<std::size_t>(std::ranges::max_element(ranks) - ranks.begin())];
    }
    const auto goes_before = [&](std::size_t t) {
      const std::vector<std::string>& others = knowledge_.topics()[t].before;
      return scores[t] >= kSure && std::ranges::find(others, knowledge_.topics()[main].id) != others.end();
    };
    auto first = std::ranges::find_if(given, goes_before);
    if (first == given.end()) first = std::ranges::find(given, main);
    std::rotate(given.begin(), first, first + 1);
  }

  static double log_odds(double probability) { return std::log((probability + kLeastOdds) / (1 - probability + kLeastOdds)); }

  const lang::Knowledge& knowledge_;
  std::optional<double> min_score_;
  std::optional<TopicJudge> judge_, main_judge_;
  mutable text::Pool<Work> works_;
};

}  // namespace

std::unique_ptr<Stage> make_topics(const lang::Knowledge& knowledge, std::optional<double> min_score) {
  return std::make_unique<Topics>(knowledge, min_score);
}

std::vector<std::string> topics_in(const Document& d, const lang::Knowledge& knowledge, Span span) {
  return topics_of_part(knowledge, TopicCues(d, knowledge, span).worths());
}

}  // namespace qogam::extract
