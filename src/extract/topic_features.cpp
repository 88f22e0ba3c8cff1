// Sums, places and words in rough steps.
#include "extract/topic_features.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <utility>

#include "ner/hashing.h"

namespace qogam::extract {
namespace {

// Kinds of features. Weights rest on the numbers: new kinds go to the end.
enum Kind : std::uint32_t {
  t_sum = 2000, t_need, t_strongest, t_head, t_lead, t_places, t_cues, t_first, t_spread, t_share, t_rank, t_ahead, t_length, t_density, t_heads,
  t_head_share, t_head_sum, t_strongest_cues, t_own, t_beside, t_cue, t_title_cue, t_lemma, t_lemma_often, t_lemma_head, t_lemma_lead,
  t_cluster, t_cluster_often, t_cluster_head, t_cluster_lead, t_with
};

constexpr std::size_t kShortestLemma = 4;  // bytes
constexpr double kUsualNeed = 4;           // of a topic without a threshold of its own
constexpr std::uint32_t kOften = 3;

std::uint32_t step(double value, double width, double least, double most) {
  return static_cast<std::uint32_t>(std::lround((std::clamp(value, least, most) - least) / width));
}

std::uint32_t kind(Kind k, std::uint32_t value) { return ner::feature_hash(k, value); }

}  // namespace

// Words of a document, each told once: an open-addressed table of places in `all`.
class TopicFeatures::MetWords {
 public:
  MetWords(std::size_t most, std::vector<Met>& all) : all_(all), slots_(std::bit_ceil(2 * most + 2), 0) {}

  void add(std::uint32_t word, bool head, bool lead) {
    std::size_t at = word & (slots_.size() - 1);
    while (slots_[at] != 0 && all_[slots_[at] - 1].word != word) at = (at + 1) & (slots_.size() - 1);
    if (slots_[at] == 0) {
      all_.push_back({.word = word});
      slots_[at] = static_cast<std::uint32_t>(all_.size());
    }
    Met& met = all_[slots_[at] - 1];
    ++met.times;
    met.head = met.head || head;
    met.lead = met.lead || lead;
  }

 private:
  std::vector<Met>& all_;
  std::vector<std::uint32_t> slots_;  // number + 1
};

TopicFeatures::TopicFeatures(const Document& document, const lang::Knowledge& knowledge, const std::vector<TopicEvidence>& evidence, ClusterCache& clusters)
    : document_(document), knowledge_(knowledge), evidence_(evidence) {
  for (const TopicEvidence& e : evidence) {
    if (e.sum > best_) second_ = std::exchange(best_, e.sum);
    else second_ = std::max(second_, e.sum);
    any_in_head_ = any_in_head_ || e.in_head > 0;
  }
  // Without anything to judge no words are asked for.
  if (best_ >= kLeast) read_words(clusters);
}

TopicFeatures::TopicFeatures(const Document& document, const lang::Knowledge& knowledge, const std::vector<TopicEvidence>& evidence)
    : TopicFeatures(document, knowledge, evidence, *std::make_unique<ClusterCache>()) {}

// In two walks, so that clusters are fetched from memory side by side.
void TopicFeatures::read_words(ClusterCache& cache) {
  struct Read {
    std::uint32_t token;
    std::uint64_t folded;  // its hash
  };
  std::vector<Read> words;
  words.reserve(document_.tokens.size());
  for (std::uint32_t t = 0; t < document_.tokens.size(); ++t)
    if (document_.tokens[t].kind == TokenKind::word && document_.words[t].lemma.size() >= kShortestLemma) words.push_back({t, cache.expect(document_.folded(document_.words[t]))});
  const DocumentHead head(document_);
  lemmas_.reserve(words.size());
  clusters_.reserve(words.size());
  MetWords lemmas(words.size(), lemmas_), clusters(words.size(), clusters_);
  std::uint32_t sentence = 0xFFFFFFFF, language = 0;
  for (const Read& w : words) {
    const Word& word = document_.words[w.token];
    const bool in_head = w.token < head.head_end, in_lead = w.token < head.lead_end;
    lemmas.add(ner::hash_of(document_.lemma(word)), in_head, in_lead);
    if (const std::uint32_t own = document_.tokens[w.token].sentence; own != std::exchange(sentence, own)) language = knowledge_.base_language(document_.sentences[sentence].language);
    if (const std::uint32_t cluster = cache.find(knowledge_, language, document_.folded(word), w.folded); cluster != 0) clusters.add(ner::joined(knowledge_.languages()[language].in_weights, cluster), in_head, in_lead);
  }
  words_.reserve(2 * (lemmas_.size() + clusters_.size()));
  add_words(lemmas_, t_lemma, words_);
  add_words(clusters_, t_cluster, words_);
}

// Four kinds from `first` on: that it is there, is there often, in the head, in the lead.
void TopicFeatures::add_words(const std::vector<Met>& met, std::uint32_t first, std::vector<std::uint32_t>& features) {
  for (const Met& m : met) {
    features.push_back(ner::feature_hash(first, m.word));
    if (m.times >= kOften) features.push_back(ner::feature_hash(first + 1, m.word));
    if (m.head) features.push_back(ner::feature_hash(first + 2, m.word));
    if (m.lead) features.push_back(ner::feature_hash(first + 3, m.word));
  }
}

std::vector<std::uint32_t> TopicFeatures::of(std::size_t topic) const {
  std::vector<std::uint32_t> features = beside_words(topic), words;
  const auto by_hash = [](std::vector<Met> met) {
    std::ranges::sort(met, {}, &Met::word);
    return met;
  };
  add_words(by_hash(lemmas_), t_lemma, words);
  add_words(by_hash(clusters_), t_cluster, words);
  for (const std::uint32_t word : words) features.push_back(ner::joined(own(topic), word));
  return features;
}

std::vector<std::uint32_t> TopicFeatures::beside_words(std::size_t topic) const {
  constexpr std::size_t kUsual = 64;
  std::vector<std::uint32_t> features;
  features.reserve(kUsual);
  add_shape(topic, features);
  add_own(topic, features);
  return features;
}

std::uint32_t TopicFeatures::own(std::size_t topic) const { return kind(t_own, ner::hash_of(knowledge_.topics()[topic].id)); }

// What is judged alike for all topics.
void TopicFeatures::add_shape(std::size_t topic, std::vector<std::uint32_t>& features) const {
  const TopicEvidence& e = evidence_[topic];
  const auto add = [&](Kind k, std::uint32_t value) { features.push_back(kind(k, value)); };
  const auto size = static_cast<double>(std::max<std::size_t>(1, document_.text.size()));
  const double need = knowledge_.topics()[topic].threshold > 0 ? knowledge_.topics()[topic].threshold : kUsualNeed;
  const double other = e.sum >= best_ ? second_ : best_;
  const double strongest = std::ranges::max(e.cues, {}, &FoundCue::weight).weight;
  const auto rank = static_cast<std::uint32_t>(std::ranges::count_if(evidence_, [&](const TopicEvidence& o) { return o.sum > e.sum; }));
  const std::uint32_t in_head = std::min(2U, e.in_head), share = step(e.sum / best_, 0.1, 0, 1);
  const auto cues = static_cast<std::uint32_t>(std::min<std::size_t>(5, e.cues.size()));
  add(t_sum, step(std::log1p(e.sum), 0.25, 0, 4));
  add(t_need, step(std::log(e.sum / need), 0.35, -2.1, 2.1));
  add(t_strongest, step(strongest, 0.5, 0, 5));
  add(t_head, in_head);
  add(t_lead, std::min(4U, e.in_lead));
  add(t_places, step(std::log1p(static_cast<double>(e.places.size())), 0.5, 0, 4));
  add(t_cues, cues);
  add(t_first, step(e.places.front().begin / size, 0.25, 0, 1));
  add(t_spread, step((e.places.back().begin - e.places.front().begin) / size, 0.25, 0, 1));
  add(t_share, share);
  add(t_rank, std::min(4U, rank));
  add(t_ahead, step(std::log((e.sum + 0.5) / (other + 0.5)), 0.5, -3, 3));
  add(t_length, step(std::log(size / 3000), 0.7, -2.1, 2.8));
  add(t_density, step(static_cast<double>(e.places.size()) / std::max(3.0, size / 600), 0.3, 0, 2.1));
  add(t_heads, (e.in_head > 0 ? 2U : 0U) + (any_in_head_ ? 1U : 0U));
  add(t_head_share, in_head * 16 + share);
  add(t_head_sum, in_head * 32 + step(std::log1p(e.sum), 0.5, 0, 4));
  add(t_strongest_cues, step(strongest, 1, 0, 5) * 8 + cues);
  // An event of one topic may be about many others: a report meeting, a budget.
  for (std::size_t o = 0; o < evidence_.size(); ++o)
    if (o != topic && evidence_[o].sum >= best_ / 2) add(t_with, ner::joined(ner::hash_of(knowledge_.topics()[o].id), step(e.sum / best_, 0.25, 0, 1) + 1));
}

// What is learnt of this topic alone, beside words.
void TopicFeatures::add_own(std::size_t topic, std::vector<std::uint32_t>& features) const {
  const TopicEvidence& e = evidence_[topic];
  const std::uint32_t of_topic = own(topic);
  const auto add = [&](std::uint32_t what) { features.push_back(ner::joined(of_topic, what)); };
  features.push_back(of_topic);
  add(kind(t_sum, step(std::log1p(e.sum), 0.5, 0, 4)));
  add(kind(t_head, std::min(2U, e.in_head)));
  add(kind(t_share, step(e.sum / best_, 0.2, 0, 1)));
  for (std::size_t o = 0; o < evidence_.size(); ++o)
    if (o != topic && evidence_[o].sum >= best_ / 2) add(kind(t_beside, ner::hash_of(knowledge_.topics()[o].id)));
  for (const FoundCue& c : e.cues) {
    add(kind(t_cue, c.key));
    if (c.in_title) add(kind(t_title_cue, c.key));
  }
}

}  // namespace qogam::extract
