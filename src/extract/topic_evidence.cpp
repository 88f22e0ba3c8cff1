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

// Cues in falling order, each weighing less than the one before: many weak words must not
// outweigh the few that name a topic.
double worth(const TopicEvidence& e) {
  const auto alone = [](const FoundCue& c) { return c.weight * (c.in_title ? kTitleFactor : 1) * (c.times == 1 ? 1 : 1 + kRepetition * std::log2(c.times)); };
  const double spread = e.sentences <= 1 ? 1 : std::pow(e.sentences, kSpreadPower);
  if (e.cues.empty()) return 0;
  if (e.cues.size() == 1) return alone(e.cues.front()) * spread;
  std::vector<double> worths;
  for (const FoundCue& c : e.cues) worths.push_back(alone(c));
  std::ranges::sort(worths, std::greater<>());
  double sum = 0, share = 1;
  for (const double w : worths) {
    sum += w * share;
    share *= kDecay;
  }
  return sum * spread;
}

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

TopicCues::TopicCues(const Document& document, const lang::Knowledge& knowledge)
    : TopicCues(document, knowledge, TokenRange{0, static_cast<std::uint32_t>(document.tokens.size())}) {}

TopicCues::TopicCues(const Document& document, const lang::Knowledge& knowledge, Span span)
    : TopicCues(document, knowledge, TokenRange{tokens_before(document, span.begin), tokens_before(document, span.end)}) {}

TopicCues::TopicCues(const Document& document, const lang::Knowledge& knowledge, TokenRange range) : document_(document), knowledge_(knowledge) {
  find_phrases(range);
  find_patterns(range);
  leave_uncovered();
}

void TopicCues::find_phrases(TokenRange range) {
  auto term = std::ranges::lower_bound(document_.terms, range.first, {}, [](const Term& t) { return t.tokens.first; });
  for (; term != document_.terms.end() && term->tokens.first < range.last; ++term) {
    const std::int32_t topic = knowledge_.topic_of(term->lexicon);
    if (topic == kNone || term->tokens.last > range.last) continue;
    take({static_cast<std::size_t>(topic), term->tokens, knowledge_.lexicon().phrase(term->entry), number(knowledge_.lexicon().attribute(term->entry, "weight"))});
  }
}

// Cues written in the notation of rules.
void TopicCues::find_patterns(TokenRange range) {
  if (range.empty()) return;
  const lang::Rules& rules = knowledge_.rules();
  const std::uint32_t last = document_.tokens[range.last - 1].sentence;
  lang::SentenceIndex index(document_, knowledge_.strings());
  for (std::uint32_t s = document_.tokens[range.first].sentence; s <= last; ++s) {
    const std::uint32_t language = knowledge_.base_language(document_.sentences[s].language);
    if (!knowledge_.has_topic_patterns(language)) continue;
    index.move_to(document_.sentences[s].tokens, {});
    for (const lang::Match& m : rules.find(index, knowledge_.lexicon(), lang::kTopicPatterns, language)) {
      const std::int32_t topic = knowledge_.topic_of_pattern(m.rule);
      if (topic == kNone || !range.contains(m.tokens)) continue;
      take({static_cast<std::size_t>(topic), m.tokens, rules.string(rules.rule(m.rule).name), number(rules.field(m, "weight").constant)});
    }
  }
}

void TopicCues::take(Cue cue) {
  if (excluded(cue)) return;
  cues_.push_back(cue);
  const std::int32_t parent = knowledge_.topics()[cue.topic].parent_number;
  if (parent == kNone) return;
  cue.topic = static_cast<std::size_t>(parent);
  cue.weight *= kShareOfParent;
  cue.inherited = true;
  if (!excluded(cue)) cues_.push_back(cue);
}

bool TopicCues::excluded(const Cue& cue) const {
  const std::uint32_t unless = knowledge_.topics()[cue.topic].unless;
  return unless != 0 && std::ranges::any_of(terms_overlapping(document_, cue.tokens), [&](const Term& t) { return t.lexicon == unless; });
}

// Leaves, in the order of the text, those that no other cue of the topic covers: the earlier, then the longer, then the heavier
// covers others, and cues of the topic itself cover those that it has from a child.
void TopicCues::leave_uncovered() {
  if (cues_.size() < 2) return;
  std::ranges::sort(cues_, [](const Cue& a, const Cue& b) {
    return std::tuple(a.inherited, a.tokens.first, b.tokens.last, b.weight, a.phrase) < std::tuple(b.inherited, b.tokens.first, a.tokens.last, a.weight, b.phrase);
  });
  const std::size_t topics = knowledge_.topics().size();
  std::vector<std::vector<TokenRange>> own(topics);
  std::vector<std::uint32_t> covered(topics, 0), covered_inherited(topics, 0);  // the first token that is free again
  std::erase_if(cues_, [&](const Cue& cue) {
    std::uint32_t& end = cue.inherited ? covered_inherited[cue.topic] : covered[cue.topic];
    const auto over = std::ranges::upper_bound(own[cue.topic], cue.tokens.first, {}, &TokenRange::last);
    if (cue.tokens.first < end || (cue.inherited && over != own[cue.topic].end() && over->first < cue.tokens.last)) return true;
    end = cue.tokens.last;
    if (!cue.inherited) own[cue.topic].push_back(cue.tokens);
    return false;
  });
  std::ranges::stable_sort(cues_, {}, [](const Cue& c) { return c.tokens.first; });
}

std::vector<TopicEvidence> TopicCues::evidence(std::span<const Cue> cues, const DocumentHead& head) const {
  std::vector<TopicEvidence> all(knowledge_.topics().size());
  std::vector<std::uint32_t> next_sentence(all.size(), 0);
  for (const Cue& cue : cues) add(cue, head, all[cue.topic], next_sentence[cue.topic]);
  for (TopicEvidence& e : all) e.sum = worth(e);
  return all;
}

void TopicCues::add(const Cue& cue, const DocumentHead& head, TopicEvidence& e, std::uint32_t& next_sentence) const {
  const std::uint32_t key = ner::hash_of(cue.phrase);
  auto found = std::ranges::find(e.cues, key, &FoundCue::key);
  if (found == e.cues.end()) found = e.cues.insert(found, {key, cue.weight, 0, false});
  found->weight = std::max(found->weight, cue.weight);
  ++found->times;
  const bool in_head = cue.tokens.last <= head.head_end;
  found->in_title = found->in_title || (head.titled && in_head);
  e.in_head += in_head;
  e.in_lead += cue.tokens.last <= head.lead_end;
  e.places.push_back(document_.span_of(cue.tokens));
  const std::uint32_t sentence = sentence_of(cue);
  if (sentence < next_sentence) return;
  ++e.sentences;
  next_sentence = sentence + 1;
}

std::vector<TopicEvidence> TopicCues::of_document() const {
  std::vector<TopicEvidence> all = evidence(cues_, DocumentHead(document_));
  const auto words = static_cast<double>(std::ranges::count(document_.tokens, TokenKind::word, &Token::kind));
  const double length = std::pow(std::max(1.0, words / kUsualLength), kLengthPower);
  for (TopicEvidence& e : all) e.sum /= length;
  return all;
}

// Evidence of a few topics, whose memory serves for the next part of a document too.
struct TopicCues::Tally {
  explicit Tally(std::size_t topics) : evidence(topics), next_sentence(topics, 0) {}

  std::vector<TopicEvidence> evidence;  // empty but for the topics of `worths`
  std::vector<std::uint32_t> next_sentence;
  std::vector<TopicWorth> worths;
};

void TopicCues::tally(std::span<const Cue> cues, Tally& tally) const {
  tally.worths.clear();
  for (const Cue& cue : cues) {
    TopicEvidence& e = tally.evidence[cue.topic];
    if (e.cues.empty()) tally.worths.push_back({cue.topic, 0});
    add(cue, DocumentHead(), e, tally.next_sentence[cue.topic]);
  }
  for (TopicWorth& w : tally.worths) {
    TopicEvidence& e = tally.evidence[w.topic];
    w.sum = worth(e);
    e.cues.clear();
    e.places.clear();
    e.sentences = e.in_head = e.in_lead = 0;
    tally.next_sentence[w.topic] = 0;
  }
}

std::vector<TopicWorth> TopicCues::worths() const {
  if (cues_.empty()) return {};
  Tally all(knowledge_.topics().size());
  tally(cues_, all);
  return std::move(all.worths);
}

void TopicCues::each_sentence(const std::function<void(std::uint32_t, std::span<const TopicWorth>)>& take) const {
  Tally all(knowledge_.topics().size());
  for (auto first = cues_.begin(); first != cues_.end();) {
    const std::uint32_t sentence = sentence_of(*first);
    const auto last = std::find_if(first, cues_.end(), [&](const Cue& c) { return sentence_of(c) != sentence; });
    tally({first, last}, all);
    take(sentence, all.worths);
    first = last;
  }
}

}  // namespace qogam::extract
