// Reading attributions.
#include "extract/attribution.h"

#include <algorithm>

namespace qogam::extract {
namespace {

// The numbers of the mentions that begin in a range of tokens.
template <typename Visit>
void mentions_in(const Document& d, TokenRange range, Visit visit) {
  const Span span = d.span_of(range);
  auto it = std::ranges::lower_bound(d.mentions, span.begin, {}, [](const Mention& m) { return m.span.begin; });
  for (; it != d.mentions.end() && it->span.begin < span.end; ++it)
    if (range.contains(it->tokens)) visit(*it);
}

}  // namespace

AttributionReader::AttributionReader(const Document& document, const lang::Knowledge& knowledge)
    : d_(document), knowledge_(knowledge), speech_verb_(knowledge.lexicon().class_number("speech-verb")),
      speech_noun_(knowledge.lexicon().class_number("speech-noun")) {
  find_holders();
}

std::optional<TokenRange> AttributionReader::term_of(std::uint32_t lexicon, TokenRange range) const {
  auto it = std::ranges::lower_bound(d_.terms, range.first, {}, [](const Term& t) { return t.tokens.first; });
  for (; it != d_.terms.end() && it->tokens.first < range.last; ++it)
    if (it->lexicon == lexicon && it->tokens.last <= range.last) return it->tokens;
  return std::nullopt;
}

// A post that is named anywhere with its holder tells who is meant where its head stands alone.
void AttributionReader::find_holders() {
  std::map<std::string, std::int32_t> by_position;
  for (const Official& o : d_.officials) by_position[knowledge_.fold(o.position)] = o.person;
  for (const Mention& m : d_.mentions) {
    if (m.type != MentionType::position) continue;
    const auto head = std::ranges::find(m.captures, "head", &Capture::name);
    const auto holder = by_position.find(knowledge_.fold(m.name));
    if (head != m.captures.end() && holder != by_position.end()) holders_[knowledge_.fold(head->text)] = holder->second;
  }
}

std::int32_t AttributionReader::holder_of(const Mention& post) const {
  const auto head = std::ranges::find(post.captures, "head", &Capture::name);
  if (head == post.captures.end()) return kNone;
  const auto holder = holders_.find(knowledge_.fold(head->text));
  return holder == holders_.end() ? kNone : holder->second;
}

Attribution AttributionReader::read(TokenRange range) const {
  Attribution a{.tokens = range};
  if (range.empty()) return a;
  const auto verb = speech_verb(range);
  if (verb) a.cue = d_.surface(d_.span_of(*verb));
  const Mention *person = nullptr, *post = nullptr;
  // The nearest person to the speech verb speaks; without a verb, the first.
  const auto distance = [&](const Mention& m) {
    if (!verb) return m.tokens.first - range.first;
    return m.tokens.first >= verb->last ? m.tokens.first - verb->last : verb->first - m.tokens.first;
  };
  mentions_in(d_, range, [&](const Mention& m) {
    if (m.type == MentionType::person && (person == nullptr || distance(m) < distance(*person))) person = &m;
    if (m.type == MentionType::position && post == nullptr) post = &m;
    a.somebody |= m.type == MentionType::person || m.type == MentionType::position || m.type == MentionType::organization;
  });
  if (person != nullptr) a.speaker = person->entity;
  else if (post != nullptr) a.speaker = holder_of(*post);
  if (a.speaker != kNone) a.name = d_.entities[static_cast<std::size_t>(a.speaker)].name;
  return a;
}

Attribution AttributionReader::read_indirect(TokenRange sentence) const {
  Attribution a = read(sentence);
  const auto noun = term_of(speech_noun_, sentence);
  if (!noun) {
    const auto verb = speech_verb(sentence);
    if (verb && !a.somebody && pronoun_beside(*verb, sentence)) a.speaker = last_person_before(verb->first, true);
    if (a.speaker != kNone) a.name = d_.entities[static_cast<std::size_t>(a.speaker)].name;
    return a;
  }
  // "according to X": the name stands right beside the noun.
  const TokenRange beside{noun->first > sentence.first + 6 ? noun->first - 6 : sentence.first, std::min(sentence.last, noun->last + 8)};
  a = read(beside);
  a.cue = d_.surface(d_.span_of(*noun));
  if (a.speaker == kNone && !a.somebody) a.speaker = last_person_before(noun->first, true);
  if (a.speaker != kNone) a.name = d_.entities[static_cast<std::size_t>(a.speaker)].name;
  return a;
}

bool AttributionReader::pronoun_beside(TokenRange verb, TokenRange sentence) const {
  constexpr Features kHe = feature::pron | feature::p3 | feature::nom;
  const auto is_pronoun = [&](std::uint32_t token) {
    const Word& w = d_.words[token];
    return std::any_of(d_.analyses.begin() + w.first, d_.analyses.begin() + w.first + w.count,
                       [](const Analysis& a) { return (a.features & kHe) == kHe; });
  };
  return (verb.last < sentence.last && is_pronoun(verb.last)) || (verb.first > sentence.first && is_pronoun(verb.first - 1));
}

std::int32_t AttributionReader::last_person_before(std::uint32_t token, bool nominative) const {
  if (token == 0) return kNone;
  // `token` may be the end of the document.
  const std::uint32_t paragraph = d_.sentences[d_.tokens[std::min<std::size_t>(token, d_.tokens.size() - 1)].sentence].paragraph;
  auto m = std::ranges::lower_bound(d_.mentions, token, {}, [](const Mention& x) { return x.tokens.first; });
  while (m != d_.mentions.begin()) {
    --m;
    if (d_.sentences[d_.tokens[m->tokens.first].sentence].paragraph + 2 < paragraph) break;
    if (m->type != MentionType::person) continue;
    if (!nominative || knowledge_.fold(d_.surface(m->span)) == knowledge_.fold(m->name)) return m->entity;
  }
  return kNone;
}

}  // namespace qogam::extract
