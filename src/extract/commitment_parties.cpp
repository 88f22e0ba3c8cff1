// Subjects, addressees and those who order.
#include "extract/commitment_parties.h"

#include <algorithm>

#include "extract/within.h"

namespace qogam::extract {
namespace {

constexpr std::uint32_t kAside = 60;  // tokens back to a company that "the contractor" stands for, and then some

bool is_party(const Mention& m) {
  if (m.type == MentionType::person || m.type == MentionType::position) return true;
  if (m.kind == "state") return true;
  return m.type == MentionType::organization && m.kind != "media" && m.kind != "party";
}

}  // namespace

PartyReader::PartyReader(const Document& d, const lang::Knowledge& k, const AttributionReader& reader, const CommitmentCandidates& candidates)
    : d_(d), knowledge_(k), reader_(reader), candidates_(candidates), inflector_(k), doer_(k.lexicon().class_number("doer")),
      adposition_(k.lexicon().class_number("addressee-adposition")) {}

// Those that begin in the tokens; a post beside its holder's name, and a body inside a post, are left out.
std::vector<const Mention*> PartyReader::parties_in(TokenRange tokens) const {
  std::vector<const Mention*> found;
  for (const Mention& m : beginning_in(d_.mentions, d_.span_of(tokens))) {
    if (!is_party(m) || !tokens.contains(m.tokens)) continue;
    if (!found.empty() && found.back()->tokens.contains(m.tokens)) continue;
    if (!found.empty() && found.back()->type == MentionType::position && m.type == MentionType::person && m.tokens.first <= found.back()->tokens.last) found.pop_back();
    found.push_back(&m);
  }
  return found;
}

Party PartyReader::party(const Mention& m) const {
  // Several who hold such posts are no one of them.
  if (m.type == MentionType::position && (d_.words[m.tokens.first].tag & feature::pl)) return {kNone, inflector_.phrase(d_, m.tokens)};
  return person(m.type == MentionType::position ? reader_.holder_of(m) : m.entity, m.name);
}

Party PartyReader::person(std::int32_t entity, const std::string& otherwise) const {
  return {entity, entity != kNone ? d_.entities[static_cast<std::size_t>(entity)].name : otherwise};
}

bool PartyReader::is_official(const Party& p) const {
  return p.entity != kNone && std::ranges::any_of(d_.officials, [&](const Official& o) { return o.person == p.entity; });
}

std::string PartyReader::kind_of(const Party& p) const { return p.entity == kNone ? std::string() : d_.entities[static_cast<std::size_t>(p.entity)].kind; }

// In one of these cases, by what its first or last inflecting word may be; printed otherwise than in the nominative.
bool PartyReader::is_oblique(const Mention& m, Features cases) const {
  if (d_.surface(m.span).ends_with("\xC2\xBB")) return true;  // of a name in quotation marks nobody can tell
  if (reader_.in_nominative(m)) return false;
  for (const std::uint32_t t : {m.tokens.first, m.tokens.last - 1}) {
    const Word& w = d_.words[t];
    for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
      if (d_.analyses[a].features & cases) return true;
  }
  return false;
}

Party PartyReader::speaker(const CommitmentCandidate& c) const {
  if (c.quote != kNone) {
    const Quote& q = d_.quotes[static_cast<std::size_t>(c.quote)];
    if (q.speaker != kNone || !q.speaker_name.empty()) return {q.speaker, q.speaker_name};
    if (q.direct) return {};
  }
  const TokenRange sentence = d_.sentences[c.sentence].tokens;
  if (c.kind == "promise")
    for (const Mention* m : parties_in({sentence.first, c.cue.tokens.last}))
      if (reader_.in_nominative(*m)) return party(*m);
  const Attribution a = reader_.read_indirect(sentence);
  return a.cue.empty() ? Party{} : Party{a.speaker, a.name};
}

Party PartyReader::orderer(const CommitmentCandidate& c, const std::string& kind, const Party& speaker) const {
  if (c.announced_by != kNone) {
    const lang::Match& announcement = candidates_.announcements()[static_cast<std::size_t>(c.announced_by)];
    if (const Party p = who_orders(announcement.tokens); p.told()) return p;
  }
  const bool by_speaker = speaker.told() && (is_official(speaker) || kind_of(speaker) == "state_body");
  if (kind == "order") {
    if (first_person(c) && by_speaker) return speaker;
    if (knowledge_.rules().field(c.cue, "active").constant == "yes")
      if (const Party p = who_orders(c.cue.tokens); p.told()) return p;
  }
  return (kind == "order" || kind == "obligation") && by_speaker ? speaker : Party{};
}

// The subject of an order's verb: in the nominative in its sentence, or a pronoun, or nobody told, who was named last. The subject opens a sentence whose verbs stand last.
Party PartyReader::who_orders(TokenRange cue) const {
  const Sentence& s = d_.sentences[d_.tokens[cue.first].sentence];
  const bool head_last = knowledge_.languages()[knowledge_.base_language(s.language)].head_last;
  const Mention *before = nullptr, *behind = nullptr;
  for (const Mention* m : parties_in(s.tokens)) {
    if (!reader_.in_nominative(*m) || (m->type == MentionType::organization && m->kind != "state_body")) continue;
    if (m->tokens.last > cue.first) behind = behind == nullptr ? m : behind;
    else if (!head_last || before == nullptr) before = m;
  }
  const auto pronoun = reader_.pronoun_in({s.tokens.first, cue.last});
  if (pronoun && (before == nullptr || before->type == MentionType::organization || head_last))
    if (const std::int32_t e = reader_.last_person_before(s.tokens.first, true, *pronoun); e != kNone) return person(e);
  if (before != nullptr) return party(*before);
  if (behind != nullptr) return party(*behind);
  const std::int32_t e = reader_.last_person_before(cue.first);
  return is_official({e, {}}) ? person(e) : Party{};
}

Party PartyReader::actor(const CommitmentCandidate& c, const std::string& kind) const {
  if (kind == "order" || c.listed) {
    if (const Party p = addressee(c); p.told()) return p;
  }
  if (first_person(c)) return first_person(c) & feature::sg ? speaker(c) : Party{};
  if (const Party p = subject(c); p.told()) return p;
  if (const Party p = by_whom(c); p.told()) return p;
  if (kind != "order")
    if (const Party p = addressee(c); p.told() && kind == "obligation") return p;
  return kind == "order" ? Party{} : carried_over(c);
}

// Who is told to: in the dative, as an object, or behind such words as "from", "before"; the nearest between the cue and what is to be done, or else before the cue.
Party PartyReader::addressee(const CommitmentCandidate& c) const {
  constexpr Features kCases = feature::dat | feature::acc;
  const TokenRange sentence = d_.sentences[c.sentence].tokens;
  const TokenRange around{std::min(c.clause.first, c.cue.tokens.first), std::max(c.clause.last, c.cue.tokens.last)};
  std::uint32_t done = c.cue.tokens.last;  // where what is to be done begins
  while (done < around.last && !(d_.words[done].tag & feature::inf)) ++done;
  const auto told_to = [&](const Mention& m) {
    return is_oblique(m, c.listed ? feature::dat : kCases) || (m.tokens.first > sentence.first && reader_.is_term(adposition_, m.tokens.first - 1) && !reader_.in_nominative(m));
  };
  const Mention *behind = nullptr, *before = nullptr;
  for (const Mention* m : parties_in(around)) {
    if (!told_to(*m)) continue;
    if (m->tokens.first >= c.cue.tokens.first && m->tokens.first <= done && behind == nullptr) behind = m;
    if (m->tokens.first < c.cue.tokens.first) before = m;
  }
  if (behind != nullptr) return party(*behind);
  if (const Party p = noun({c.cue.tokens.last, std::max(done, c.cue.tokens.last)}, kCases, c.cue.tokens); p.told()) return p;
  if (before != nullptr) return party(*before);
  if (const Party p = noun(around, feature::dat, c.cue.tokens); p.told()) return p;
  if (c.quote != kNone && first_person_dative(around)) return speaker(c);
  // "X, to Y: to do" told before the clause.
  const Mention* told = nullptr;
  for (const Mention* m : parties_in({sentence.first, around.first}))
    if (is_oblique(*m, feature::dat)) told = m;
  return told == nullptr ? Party{} : party(*told);
}

bool PartyReader::first_person_dative(TokenRange tokens) const {
  constexpr Features kMe = feature::pron | feature::p1 | feature::dat | feature::sg;
  return std::any_of(d_.words.begin() + tokens.first, d_.words.begin() + tokens.last, [](const Word& w) { return (w.tag & kMe) == kMe; });
}

// The number of a verb of the cue in the first person; 0 where none is.
Features PartyReader::first_person(const CommitmentCandidate& c) const {
  for (std::uint32_t t = c.cue.tokens.first; t < c.cue.tokens.last; ++t)
    if ((d_.words[t].tag & feature::verb) && (d_.words[t].tag & feature::p1)) return d_.words[t].tag & (feature::numbers | feature::p1);
  return 0;
}

// In the nominative: the last before the verb, or else the first behind it.
Party PartyReader::subject(const CommitmentCandidate& c) const {
  const Mention *before = nullptr, *behind = nullptr;
  for (const Mention* m : parties_in(c.clause)) {
    if (!reader_.in_nominative(*m)) continue;
    if (m->tokens.first < c.cue.tokens.last) before = m;
    else if (behind == nullptr) behind = m;
  }
  if (before != nullptr) return party(*before);
  if (const Party p = noun(c.clause, feature::nom, c.cue.tokens); p.told()) return p;
  return behind == nullptr ? Party{} : party(*behind);
}

// In the instrumental of a passive clause.
Party PartyReader::by_whom(const CommitmentCandidate& c) const {
  for (const Mention* m : parties_in(c.clause))
    if (m->type == MentionType::organization && is_oblique(*m, feature::ins)) return party(*m);
  return {};
}

// A noun that names who acts without being a name ("the contractor", "inspectors"), in one of these cases, as its phrase in the nominative. One that stands for a company is the company named last.
Party PartyReader::noun(TokenRange tokens, Features cases, TokenRange near) const {
  const Term* best = nullptr;
  const auto distance = [&](const Term& t) { return t.tokens.first >= near.last ? t.tokens.first - near.last : near.first - std::min(near.first, t.tokens.last); };
  for (const Term& t : terms_overlapping(d_, tokens)) {
    if (t.lexicon != doer_ || !tokens.contains(t.tokens) || !(d_.words[t.tokens.last - 1].tag & cases)) continue;
    if (best == nullptr || distance(t) < distance(*best)) best = &t;
  }
  if (best == nullptr) return {};
  if (knowledge_.lexicon().attribute(best->entry, "stands-for") == "company") {
    auto m = std::ranges::lower_bound(d_.mentions, best->tokens.first, {}, [](const Mention& x) { return x.tokens.first; });
    while (m != d_.mentions.begin()) {
      --m;
      if (m->tokens.first + kAside < best->tokens.first) break;
      if (m->type == MentionType::organization && m->kind == "company") return party(*m);
    }
  }
  TokenRange phrase = best->tokens;
  while (phrase.first > tokens.first && (d_.words[phrase.first - 1].tag & feature::adj) && d_.tokens[phrase.first - 1].kind == TokenKind::word) --phrase.first;
  while (phrase.last < tokens.last && phrase.size() < 5 && (d_.words[phrase.last].tag & (feature::noun | feature::adj)) && (d_.words[phrase.last].tag & feature::gen) && d_.tokens[phrase.last].kind == TokenKind::word) ++phrase.last;
  return {kNone, inflector_.phrase(d_, phrase)};
}

// A clause without a subject has that of the clause before it in its sentence; a pronoun means who was named last.
Party PartyReader::carried_over(const CommitmentCandidate& c) const {
  const TokenRange sentence = d_.sentences[c.sentence].tokens;
  for (std::uint32_t t = c.clause.first; t < c.clause.last; ++t) {
    constexpr Features kHe = feature::pron | feature::p3 | feature::nom;
    if ((d_.words[t].tag & kHe) != kHe || (d_.words[t].tag & feature::pl)) continue;
    if (const std::int32_t e = reader_.last_person_before(c.clause.first, true, d_.words[t].tag & feature::genders); e != kNone) return person(e);
  }
  for (std::uint32_t t = c.cue.tokens.first; t < c.cue.tokens.last; ++t)
    if ((d_.words[t].tag & feature::passive) || (d_.words[t].tag & feature::pl)) return {};
  const Mention* told = nullptr;
  for (const Mention* m : parties_in({sentence.first, std::max(sentence.first, c.clause.first)}))
    if (reader_.in_nominative(*m)) told = m;
  return told == nullptr || c.quote != kNone ? Party{} : party(*told);
}

}  // namespace qogam::extract
