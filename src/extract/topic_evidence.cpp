// Cues found, and what they are worth together.
#include "extract/topic_evidence.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

#include "extract/within.h"
#include "lang/rules.h"
#include "ner/hashing.h"

namespace qogam::extract {
namespace {

constexpr double kTitleFactor = 2.5;   // a cue in the title speaks for the whole article
constexpr double kRepetition = 0.3;    // what each doubling of a cue adds
constexpr double kDecay = 0.55;        // each further cue of a topic counts so much of the one before
constexpr double kShareOfParent = 0.5; // a cue counts so much for the parent of its topic
constexpr double kUsualLength = 200;   // words; longer articles touch upon more
constexpr double kLengthPower = 0.45;
constexpr double kSpreadPower = 0.1;   // of the sentences with cues: what an article is about comes up again
constexpr std::uint32_t kLead = 600;   // bytes behind the title

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// A place where a cue of a topic stands.
struct Hit {
  std::size_t topic;
  TokenRange tokens;
  std::string_view phrase;
  double weight;
  bool inherited = false;  // from a child of the topic
};

class EvidenceReader {
 public:
  EvidenceReader(const Document& d, const lang::Knowledge& k, TokenRange range) : d_(d), knowledge_(k), range_(range), all_(k.topics().size()) {}

  std::vector<TopicEvidence> read(const DocumentHead& head) {
    find_phrases();
    find_patterns();
    std::vector<std::uint32_t> next_sentence(all_.size(), 0);
    for (const Hit& hit : uncovered()) add(hit, head, next_sentence[hit.topic]);
    for (TopicEvidence& e : all_) e.sum = worth(e);
    return std::move(all_);
  }

 private:
  void find_phrases() {
    auto term = std::ranges::lower_bound(d_.terms, range_.first, {}, [](const Term& t) { return t.tokens.first; });
    for (; term != d_.terms.end() && term->tokens.first < range_.last; ++term) {
      const std::int32_t topic = knowledge_.topic_of(term->lexicon);
      if (topic == kNone || term->tokens.last > range_.last) continue;
      take({static_cast<std::size_t>(topic), term->tokens, knowledge_.lexicon().phrase(term->entry), number(knowledge_.lexicon().attribute(term->entry, "weight"))});
    }
  }

  // Cues written in the notation of rules.
  void find_patterns() {
    if (range_.empty()) return;
    const std::uint32_t last = d_.tokens[range_.last - 1].sentence;
    for (std::uint32_t s = d_.tokens[range_.first].sentence; s <= last; ++s) {
      const std::uint32_t language = knowledge_.base_language(d_.sentences[s].language);
      if (!knowledge_.has_topic_patterns(language)) continue;
      const lang::SentenceIndex index(d_, d_.sentences[s].tokens, {}, knowledge_.strings());
      for (const lang::Match& m : knowledge_.rules().find(index, knowledge_.lexicon(), lang::kTopicPatterns, language)) {
        const std::int32_t topic = knowledge_.topic_of_pattern(m.rule);
        if (topic == kNone || m.tokens.first < range_.first || m.tokens.last > range_.last) continue;
        take({static_cast<std::size_t>(topic), m.tokens, knowledge_.rules().string(knowledge_.rules().rule(m.rule).name),
              number(knowledge_.rules().field(m, "weight").constant)});
      }
    }
  }

  void take(const Hit& hit) {
    if (!excluded(hit)) hits_.push_back(hit);
    Hit inherited = hit;
    const std::int32_t parent = knowledge_.topics()[hit.topic].parent_number;
    if (parent == kNone) return;
    inherited.topic = static_cast<std::size_t>(parent);
    inherited.weight *= kShareOfParent;
    inherited.inherited = true;
    if (!excluded(hit) && !excluded(inherited)) hits_.push_back(inherited);
  }

  bool excluded(const Hit& hit) const {
    auto near = terms_overlapping(d_, hit.tokens);
    return std::ranges::any_of(near, [&](const Term& t) { return t.lexicon == knowledge_.topics()[hit.topic].unless; });
  }

  // In the order of the text, without those that another cue of the topic covers: the earlier, then the longer, then the heavier
  // covers others, and cues of the topic itself cover those that it has from a child.
  std::vector<Hit> uncovered() {
    std::ranges::sort(hits_, [](const Hit& a, const Hit& b) {
      return std::tuple(a.inherited, a.tokens.first, b.tokens.last, b.weight, a.phrase) < std::tuple(b.inherited, b.tokens.first, a.tokens.last, a.weight, b.phrase);
    });
    std::vector<std::vector<TokenRange>> own(all_.size());
    std::vector<std::uint32_t> covered(all_.size(), 0);
    std::vector<Hit> kept;
    for (std::size_t k = 0; k < hits_.size(); ++k) {
      const Hit& hit = hits_[k];
      if (k > 0 && hit.inherited && !hits_[k - 1].inherited) std::ranges::fill(covered, 0);
      const auto over = std::ranges::upper_bound(own[hit.topic], hit.tokens.first, {}, &TokenRange::last);
      if (hit.tokens.first < covered[hit.topic] || (hit.inherited && over != own[hit.topic].end() && over->first < hit.tokens.last)) continue;
      covered[hit.topic] = hit.tokens.last;
      if (!hit.inherited) own[hit.topic].push_back(hit.tokens);
      kept.push_back(hit);
    }
    std::ranges::stable_sort(kept, {}, [](const Hit& h) { return h.tokens.first; });
    return kept;
  }

  void add(const Hit& hit, const DocumentHead& head, std::uint32_t& next_sentence) {
    TopicEvidence& e = all_[hit.topic];
    const std::uint32_t key = ner::hash_of(hit.phrase);
    auto cue = std::ranges::find(e.cues, key, &FoundCue::key);
    if (cue == e.cues.end()) cue = e.cues.insert(cue, {key, hit.weight, 0, false});
    cue->weight = std::max(cue->weight, hit.weight);
    ++cue->times;
    const bool in_head = hit.tokens.last <= head.head_end;
    cue->in_title = cue->in_title || (head.titled && in_head);
    e.in_head += in_head;
    e.in_lead += hit.tokens.last <= head.lead_end;
    e.places.push_back(d_.span_of(hit.tokens));
    const std::uint32_t sentence = d_.tokens[hit.tokens.first].sentence;
    if (sentence < next_sentence) return;
    ++e.sentences;
    next_sentence = sentence + 1;
  }

  // Cues in falling order, each weighing less than the one before: many weak words must not
  // outweigh the few that name a topic.
  double worth(const TopicEvidence& e) const {
    std::vector<double> worths;
    for (const FoundCue& c : e.cues) worths.push_back(c.weight * (c.in_title ? kTitleFactor : 1) * (1 + kRepetition * std::log2(c.times)));
    std::ranges::sort(worths, std::greater<>());
    double sum = 0, share = 1;
    for (const double w : worths) {
      sum += w * share;
      share *= kDecay;
    }
    return sum * std::pow(std::max(1U, e.sentences), kSpreadPower);
  }

  const Document& d_;
  const lang::Knowledge& knowledge_;
  TokenRange range_;
  std::vector<Hit> hits_;
  std::vector<TopicEvidence> all_;
};

// The tokens that begin before a byte of the text.
std::uint32_t tokens_before(const Document& d, std::uint32_t byte) {
  return static_cast<std::uint32_t>(std::ranges::lower_bound(d.tokens, byte, {}, [](const Token& t) { return t.span.begin; }) - d.tokens.begin());
}

}  // namespace

DocumentHead::DocumentHead(const Document& d) {
  if (d.sentences.empty()) return;
  titled = !d.title.empty() && d.paragraphs.size() > 1;
  const std::uint32_t end = titled ? d.paragraphs.front().span.end : d.sentences.front().span.end;
  head_end = tokens_before(d, end);
  lead_end = tokens_before(d, end + kLead);
}

std::vector<TopicEvidence> topic_evidence(const Document& d, const lang::Knowledge& knowledge) {
  std::vector<TopicEvidence> all = EvidenceReader(d, knowledge, {0, static_cast<std::uint32_t>(d.tokens.size())}).read(DocumentHead(d));
  const auto words = static_cast<double>(std::ranges::count(d.tokens, TokenKind::word, &Token::kind));
  const double length = std::pow(std::max(1.0, words / kUsualLength), kLengthPower);
  for (TopicEvidence& e : all) e.sum /= length;
  return all;
}

std::vector<TopicEvidence> topic_evidence(const Document& d, const lang::Knowledge& knowledge, Span span) {
  return EvidenceReader(d, knowledge, {tokens_before(d, span.begin), tokens_before(d, span.end)}).read(DocumentHead(Document{}));
}

}  // namespace qogam::extract
