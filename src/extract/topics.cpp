// Scoring topics by their cues.
#include "extract/topics.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "extract/within.h"

namespace qogam::extract {
namespace {

constexpr double kTitleFactor = 2.5;   // a cue in the title speaks for the whole article
constexpr double kRepetition = 0.3;    // what each doubling of a cue adds
constexpr double kDecay = 0.55;        // each further cue of a topic counts so much of the one before
constexpr double kUsualLength = 200;   // words; longer articles touch upon more
constexpr double kLengthPower = 0.45;
constexpr double kSpreadPower = 0.1;    // of the sentences with cues: what an article is about comes up again
constexpr double kThreshold = 4.0;     // of the sum below
constexpr double kShareOfBest = 0.2;   // a topic far behind the best is only touched upon
constexpr std::size_t kMost = 5;

struct Tally {
  std::map<std::uint32_t, std::pair<int, double>> cues;  // entry -> times, greatest factor
  std::vector<Span> evidence;
  std::size_t sentences = 0;     // with a cue
  std::uint32_t next_sentence = 0;  // after the last of them
};

double weight_of(const lang::Lexicon& lexicon, std::uint32_t entry) {
  const std::string_view text = lexicon.attribute(entry, "weight");
  double weight = 0;
  std::from_chars(text.data(), text.data() + text.size(), weight);
  return weight;
}

class TopicCounter {
 public:
  TopicCounter(const Document& d, const lang::Knowledge& k) : d_(d), knowledge_(k), tallies_(k.topics().size()) {}

  // Longer articles need more evidence.
  void weigh_length() {
    const auto words = std::ranges::count(d_.tokens, TokenKind::word, &Token::kind);
    length_factor_ = std::pow(std::max(1.0, static_cast<double>(words) / kUsualLength), kLengthPower);
  }

  // Counts the cues in a span; longer cues of a topic cover shorter ones inside them.
  void count(Span span) {
    std::vector<std::uint32_t> covered(tallies_.size(), 0);  // the first token that is free again
    const auto token = std::ranges::lower_bound(d_.tokens, span.begin, {}, [](const Token& t) { return t.span.begin; });
    for (auto term = terms_from(static_cast<std::uint32_t>(token - d_.tokens.begin())); term != d_.terms.end(); ++term) {
      const Span place = d_.span_of(term->tokens);
      if (place.begin >= span.end) break;
      const std::int32_t topic = knowledge_.topic_of(term->lexicon);
      if (topic == kNone || place.end > span.end) continue;
      const auto t = static_cast<std::size_t>(topic);
      if (term->tokens.first < covered[t] || excluded(knowledge_.topics()[t], *term)) continue;
      covered[t] = term->tokens.last;
      add(tallies_[t], *term, place);
    }
  }

  // Cues in falling order, each weighing less than the one before: many weak words must not
  // outweigh the few that name a topic.
  double score(std::size_t topic) const {
    std::vector<double> worth;
    for (const auto& [entry, found] : tallies_[topic].cues)
      worth.push_back(weight_of(knowledge_.lexicon(), entry) * found.second * (1 + kRepetition * std::log2(found.first)));
    std::ranges::sort(worth, std::greater<>());
    double sum = 0, share = 1;
    for (const double w : worth) {
      sum += w * share;
      share *= kDecay;
    }
    const double spread = std::pow(std::max<std::size_t>(1, tallies_[topic].sentences), kSpreadPower);
    return sum * spread / length_factor_;
  }
  const std::vector<Span>& evidence(std::size_t topic) const { return tallies_[topic].evidence; }

 private:
  void add(Tally& tally, const Term& term, Span place) const {
    auto& [times, factor] = tally.cues[term.entry];
    ++times;
    factor = std::max(factor, factor_at(place));
    tally.evidence.push_back(place);
    note_sentence(tally, d_.tokens[term.tokens.first].sentence);
  }

  std::vector<Term>::const_iterator terms_from(std::uint32_t token) const {
    return std::ranges::lower_bound(d_.terms, token, {}, [](const Term& t) { return t.tokens.first; });
  }

  // Cues come in the order of the text.
  static void note_sentence(Tally& tally, std::uint32_t sentence) {
    if (sentence < tally.next_sentence) return;
    ++tally.sentences;
    tally.next_sentence = sentence + 1;
  }

  bool excluded(const lang::TopicInfo& topic, const Term& cue) const {
    auto near = terms_overlapping(d_, cue.tokens);
    return std::ranges::any_of(near, [&](const Term& t) { return t.lexicon == topic.unless; });
  }

  double factor_at(Span place) const {
    const bool titled = !d_.title.empty() && !d_.paragraphs.empty();
    return titled && d_.paragraphs.front().span.contains(place) ? kTitleFactor : 1.0;
  }

  const Document& d_;
  const lang::Knowledge& knowledge_;
  std::vector<Tally> tallies_;
  double length_factor_ = 1;
};

class Topics final : public Stage {
 public:
  Topics(const lang::Knowledge& knowledge, std::optional<double> min_score) : knowledge_(knowledge), min_score_(min_score) {}

  std::string_view name() const override { return "topics"; }
  Layers needs() const override { return Layer::words | Layer::text; }
  Layers gives() const override { return Layer::topics; }

  void run(Document& d) const override {
    TopicCounter counter(d, knowledge_);
    counter.weigh_length();
    counter.count({0, static_cast<std::uint32_t>(d.text.size())});
    double best = 0;
    for (std::size_t t = 0; t < knowledge_.topics().size(); ++t) best = std::max(best, counter.score(t));
    for (std::size_t t = 0; t < knowledge_.topics().size(); ++t) {
      const double sum = counter.score(t), score = sum / (sum + kThreshold);
      if (min_score_ ? sum > 0 && score >= *min_score_ : passes(knowledge_.topics()[t], sum, best))
        d.topics.push_back({knowledge_.topics()[t].id, score, counter.evidence(t), "topics"});
    }
    std::ranges::stable_sort(d.topics, std::greater<>(), &Topic::score);
    if (!min_score_ && d.topics.size() > kMost) d.topics.resize(kMost);
  }

 private:
  // A narrow topic is named rather than talked about, so its own threshold is all it must pass.
  static bool passes(const lang::TopicInfo& topic, double sum, double best) {
    if (topic.threshold > 0) return sum >= topic.threshold;
    return sum >= kThreshold && sum >= best * kShareOfBest;
  }

  const lang::Knowledge& knowledge_;
  std::optional<double> min_score_;
};

}  // namespace

std::unique_ptr<Stage> make_topics(const lang::Knowledge& knowledge, std::optional<double> min_score) {
  return std::make_unique<Topics>(knowledge, min_score);
}

std::vector<std::string> topics_in(const Document& d, const lang::Knowledge& knowledge, Span span) {
  TopicCounter counter(d, knowledge);
  counter.count(span);
  std::vector<std::pair<double, std::string>> found;
  for (std::size_t t = 0; t < knowledge.topics().size(); ++t)
    if (const double score = counter.score(t); score >= 1.5) found.emplace_back(-score, knowledge.topics()[t].id);
  std::ranges::sort(found);
  std::vector<std::string> ids;
  for (auto& [score, id] : found) ids.push_back(std::move(id));
  if (ids.size() > 3) ids.resize(3);
  return ids;
}

}  // namespace qogam::extract
