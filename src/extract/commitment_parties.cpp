// Subjects, addressees and those who order.
#include "extract/commitment_parties.h"

#include <algorithm>

#include "extract/within.h"

namespace qogam::extract {
namespace {

constexpr std::uint32_t kAside = 150;        // tokens back to a body that a noun stands for
constexpr std::size_t kShortEnding = 2;      // bytes of an ending that a lemma may lose in a name
constexpr std::size_t kLeastStem = 6;        // bytes

bool is_party(const Mention& m) {
  if (m.type == MentionType::person || m.type == MentionType::position) return true;
  if (m.kind == "state") return true;
  return m.type == MentionType::organization && m.kind != "media" && m.kind != "party";
}

}  // namespace

PartyReader::PartyReader(const Document& d, const lang::Knowledge& k, const AttributionReader& reader, const CommitmentCandidates& candidates)
    : d_(d), knowledge_(k), reader_(reader), candidates_(candidates), inflector_(k), doer_(k.lexicon().class_number("doer")),
      adposition_(k.lexicon().class_number("addressee-adposition")),
      by_order_(k.lexicon().class_number("by-order")) {
  find_appositions();
}

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
  if (m.type == MentionType::position && ((d_.words[m.tokens.first].tag | d_.words[m.tokens.last - 1].tag) & feature::pl) && m.tokens.size() < 6) return {kNone, inflector_.phrase(d_, m.tokens)};
  if (m.type != MentionType::position) return person(m.entity, m.name);
  const std::int32_t holder = reader_.holder_of(m);
  if (holder == kNone)
    for (const Term& t : terms_overlapping(d_, m.tokens))
      if (t.lexicon == doer_)
        if (const Mention* body = stands_for(t.entry, m.tokens)) return person(body->entity, body->name);
  return person(holder, m.name);
}

Party PartyReader::person(std::int32_t entity, const std::string& otherwise) const {
  return {entity, entity != kNone ? d_.entities[static_cast<std::size_t>(entity)].name : otherwise};
}

bool PartyReader::is_official(const Party& p) const { return kind_of(p) == "official"; }

std::string PartyReader::kind_of(const Party& p) const { return p.entity == kNone ? std::string() : d_.entities[static_cast<std::size_t>(p.entity)].kind; }

// In one of these cases, by its head: the first noun, or the last word where heads stand last; printed otherwise than in the nominative.
bool PartyReader::is_oblique(const Mention& m, Features cases) const {
  if (d_.surface(m.span).ends_with("\xC2\xBB")) return true;  // of a name in quotation marks nobody can tell
  if (reader_.in_nominative(m)) return false;
  const bool head_last = knowledge_.head_last(d_.sentences[d_.tokens[m.tokens.first].sentence].language);
  // A name has several heads, and initials none.
  if (m.type == MentionType::person && !head_last) {
    for (std::uint32_t t = m.tokens.first; t < m.tokens.last; ++t)
      if (may_be(t, cases)) return true;
    return false;
  }
  std::uint32_t head = head_last ? m.tokens.last - 1 : m.tokens.first;
  while (!head_last && head + 1 < m.tokens.last && !(d_.words[head].tag & feature::noun)) ++head;
  return may_be(head, cases);
}

bool PartyReader::may_be(std::uint32_t token, Features features) const {
  const Word& w = d_.words[token];
  return std::any_of(d_.analyses.begin() + w.first, d_.analyses.begin() + w.first + w.count, [&](const Analysis& a) { return a.features & features; });
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
  if (!reader_.speech_verb(sentence, true) && !reader_.speech_noun(sentence, true)) return {};
  const Attribution a = reader_.read_indirect(sentence);
  return {a.speaker, a.name};
}

Party PartyReader::orderer(const CommitmentCandidate& c, const std::string& kind, const Party& speaker) const {
  if (c.announced_by != kNone) {
    const lang::Match& announcement = candidates_.announcements()[static_cast<std::size_t>(c.announced_by)];
    if (const Party p = who_orders(announcement.tokens); p.told()) return p;
  }
  if (const Party p = by_order_of(c); p.told()) return p;
  const bool by_speaker = has_authority(speaker);
  if (kind == "order") {
    if ((first_person(c) || is_imperative(c)) && by_speaker) return speaker;
    if (knowledge_.rules().field(c.cue, "active").constant == "yes")
      if (const Party p = who_orders(c.cue.tokens); p.told()) return p;
  }
  // Bodies tell of orders that others gave.
  const bool may = kind == "obligation" || (kind == "order" && kind_of(speaker) != "state_body");
  return may && by_speaker ? speaker : Party{};
}

// Who may order: officials and bodies, and people of whom only a name or a post is told.
bool PartyReader::has_authority(const Party& p) const {
  if (!p.told()) return false;
  const std::string kind = kind_of(p);
  const bool for_an_ngo = std::ranges::any_of(d_.ngos, [&](const Ngo& n) { return std::ranges::find(n.representatives, p.entity, &Representative::person) != n.representatives.end(); });
  return is_official(p) || kind == "state_body" || kind.empty() || (kind == "person" && !for_an_ngo);
}

// "By order of X", in the clause or before it: X stands behind such words (lexicon class `by-order`), or before them where heads stand last.
Party PartyReader::by_order_of(const CommitmentCandidate& c) const {
  const TokenRange sentence = d_.sentences[c.sentence].tokens;
  const bool head_last = is_head_last(c);
  for (const Term& t : terms_overlapping(d_, sentence)) {
    if (t.lexicon != by_order_) continue;
    const auto parties = parties_in(sentence);
    const auto beside = std::ranges::find_if(parties, [&](const Mention* m) { return head_last ? m->tokens.last == t.tokens.first : m->tokens.first == t.tokens.last; });
    if (beside != parties.end()) return party(**beside);
  }
  return {};
}

// The subject of an order's verb: in the nominative in its sentence, or a pronoun, or nobody told, who was named last. The subject opens a sentence whose verbs stand last.
Party PartyReader::who_orders(TokenRange cue) const {
  const Sentence& s = d_.sentences[d_.tokens[cue.first].sentence];
  const bool head_last = knowledge_.head_last(s.language);
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
  if (is_imperative(c)) return addressed(c);
  if (kind == "order" || c.listed()) {
    if (ordered_subject(c))
      if (const Party p = subject(c); p.told()) return p;
    if (const Party p = addressee(c); p.told()) return p;
  }
  if (kind == "order" && !c.listed() && knowledge_.rules().field(c.cue, "active").constant == "yes") return {};
  if (first_person(c)) return first_person(c) & feature::sg ? speaker(c) : Party{};
  if (const Party p = subject(c); p.told()) return p;
  if (const Party p = by_whom(c); p.told()) return p;
  if (kind == "obligation")
    if (const Party p = addressee(c); p.told()) return p;
  return kind == "order" ? Party{} : carried_over(c);
}

bool PartyReader::is_imperative(const CommitmentCandidate& c) const {
  constexpr Features kDo = feature::verb | feature::imp;
  return std::any_of(d_.words.begin() + c.cue.tokens.first, d_.words.begin() + c.cue.tokens.last, [](const Word& w) { return (w.tag & kDo) == kDo && !(w.tag & feature::p3); });
}

// "X, do ...": who is spoken to.
Party PartyReader::addressed(const CommitmentCandidate& c) const {
  for (const Mention* m : parties_in(d_.sentences[c.sentence].tokens))
    if (m->tokens.last < d_.tokens.size() && d_.surface(d_.tokens[m->tokens.last].span) == "," && reader_.in_nominative(*m) && m->type != MentionType::organization) return party(*m);
  return {};
}

// "X was obliged to do", where what is to be done stands in the dative: X is no addressee.
bool PartyReader::ordered_subject(const CommitmentCandidate& c) const {
  const bool passive = std::any_of(d_.words.begin() + c.cue.tokens.first, d_.words.begin() + c.cue.tokens.last,
                                   [](const Word& w) { return (w.tag & feature::passive) && !(w.tag & feature::vnoun); });
  return passive && has_vnoun(c, feature::dat);
}

// Who is told to: in the dative, as an object, or behind such words as "from", "before"; the nearest between the verb and what is to be done, or else before the verb. Where
// verbs stand last, the first: further ones belong to what is to be done.
Party PartyReader::addressee(const CommitmentCandidate& c) const {
  const TokenRange sentence = d_.sentences[c.sentence].tokens;
  const bool head_last = is_head_last(c);
  const Features cases = c.listed() ? feature::dat : !head_last ? feature::dat | feature::acc : has_vnoun(c, feature::dat) ? feature::acc : feature::dat;
  const TokenRange around{std::min(c.clause.first, c.cue.tokens.first), std::max(c.clause.last, c.cue.tokens.last)};
  std::uint32_t done = c.cue.tokens.first;  // where what is to be done begins
  while (done < around.last && !(d_.words[done].tag & feature::inf)) ++done;
  const auto told_to = [&](const Mention& m) {
    // An abbreviation has one form for all cases; behind the verb it is told to.
    const bool abbreviation = m.type == MentionType::organization && !head_last && m.tokens.first > c.cue.tokens.first && (d_.words[m.tokens.first].features & feature::upper);
    return abbreviation || is_oblique(m, cases) || (m.tokens.first > sentence.first && reader_.is_term(adposition_, m.tokens.first - 1) && !reader_.in_nominative(m));
  };
  const Mention *behind = nullptr, *before = nullptr;
  for (const Mention* m : parties_in(around)) {
    if (!told_to(*m)) continue;
    const bool earlier = m->tokens.first < (head_last ? c.cue.tokens.last : c.cue.tokens.first);
    if (!earlier && m->tokens.first < done && behind == nullptr) behind = m;
    if (earlier && (!head_last || before == nullptr)) before = m;
  }
  if (behind != nullptr) return party(*behind);
  if (!head_last && done > c.cue.tokens.first)
    if (const Party p = noun({c.cue.tokens.first, done}, cases, {c.cue.tokens.first, c.cue.tokens.first + 1}); p.told()) return p;
  if (before != nullptr) return party(*before);
  if (const Party p = noun({around.first, std::max(around.first, head_last ? c.cue.tokens.last : c.cue.tokens.first)}, feature::dat, c.cue.tokens); p.told()) return p;
  if (c.quote != kNone && first_person_dative(around)) return speaker(c);
  // "X, to Y: to do" told before the clause.
  const Mention* told = nullptr;
  for (const Mention* m : parties_in({sentence.first, around.first}))
    if (is_oblique(*m, feature::dat)) told = m;
  return told == nullptr ? Party{} : party(*told);
}

bool PartyReader::is_head_last(const CommitmentCandidate& c) const { return knowledge_.head_last(d_.sentences[c.sentence].language); }

// Whether the last verbal noun of the cue, which is what is to be done, stands in a case.
bool PartyReader::has_vnoun(const CommitmentCandidate& c, Features grammatical_case) const {
  for (std::uint32_t t = c.cue.tokens.last; t-- > c.cue.tokens.first;)
    if (d_.words[t].tag & feature::vnoun) return d_.words[t].tag & grammatical_case;
  return false;
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

// A noun that names who acts without being a name ("the contractor", "inspectors"), in one of these cases: the body it stands for, or its phrase in the nominative.
Party PartyReader::noun(TokenRange tokens, Features cases, TokenRange near) const {
  const Term* best = nullptr;
  const auto distance = [&](const Term& t) { return t.tokens.first >= near.last ? t.tokens.first - near.last : near.first - std::min(near.first, t.tokens.last); };
  for (const Term& t : terms_overlapping(d_, tokens)) {
    if (t.lexicon != doer_ || !tokens.contains(t.tokens)) continue;
    const bool told_to = t.tokens.first > 0 && reader_.is_term(adposition_, t.tokens.first - 1);
    // A noun that touches the verb may be its subject in any reading.
    const bool touches = cases == feature::nom && (t.tokens.last == near.first || t.tokens.first == near.last) && may_be(t.tokens.last - 1, cases);
    if (!told_to && !touches && (!(d_.words[t.tokens.last - 1].tag & cases) || (t.tokens.first > 0 && (d_.words[t.tokens.first - 1].tag & feature::adp)))) continue;
    if (best == nullptr || distance(t) < distance(*best)) best = &t;
  }
  if (best == nullptr) return {};
  if (const Mention* m = stands_for(best->entry, best->tokens)) return party(*m);
  TokenRange phrase = best->tokens;
  const auto joins = [&](std::uint32_t t, Features tag) { return d_.tokens[t].kind == TokenKind::word && (d_.words[t].tag & tag); };
  while (phrase.first > tokens.first && joins(phrase.first - 1, feature::adj)) --phrase.first;
  while (phrase.last < tokens.last && phrase.size() < 5 && joins(phrase.last, feature::noun | feature::adj) && (d_.words[phrase.last].tag & feature::gen) && !(d_.words[phrase.last].tag & feature::short_form)) ++phrase.last;
  return {kNone, inflector_.phrase(d_, phrase)};
}

// The body that a noun is told by: beside it ("the contractor, X LLP", "rescuers of the department"), or named before and called so: by a part of
// its name ("the commission"), or a company, where the noun is one for companies.
const Mention* PartyReader::stands_for(std::uint32_t entry, TokenRange noun) const {
  const auto is_body = [](const Mention& m) { return m.type == MentionType::organization; };
  const bool companies = knowledge_.lexicon().attribute(entry, "stands-for") == "company";
  const auto from = std::ranges::lower_bound(d_.mentions, noun.first, {}, [](const Mention& x) { return x.tokens.first; });
  for (auto m = from; m != d_.mentions.end() && m->tokens.first <= noun.last + 1; ++m) {
    const bool apposition = m->tokens.first == noun.last + 1 && d_.surface(d_.tokens[noun.last].span) == ",";
    const bool genitive = !companies && m->tokens.first == noun.last && !reader_.in_nominative(*m);
    if (is_body(*m) && (apposition || genitive)) return &*m;
  }
  std::string lemma(d_.lemma(d_.words[noun.last - 1]));
  if (lemma.size() > kShortEnding + kLeastStem) lemma.resize(lemma.size() - kShortEnding);
  for (auto m = from; m != d_.mentions.begin();) {
    --m;
    if (m->tokens.first + kAside < noun.first) break;
    if (!is_body(*m) || m->tokens.overlaps(noun)) continue;
    if (m->tokens.last == noun.first && (d_.words[m->tokens.last - 1].tag & feature::gen)) return &*m;
    const bool called_so = (" " + knowledge_.fold(m->name)).find(" " + lemma) != std::string::npos;
    if (called_so || (companies && m->kind == "company")) return &*m;
  }
  // Told so anywhere.
  const auto called = called_.find(entry);
  return called == called_.end() ? nullptr : called->second;
}

void PartyReader::find_appositions() {
  for (const Term& t : d_.terms) {
    if (t.lexicon != doer_ || t.tokens.last >= d_.tokens.size() || d_.surface(d_.tokens[t.tokens.last].span) != ",") continue;
    const auto m = std::ranges::lower_bound(d_.mentions, t.tokens.last + 1, {}, [](const Mention& x) { return x.tokens.first; });
    if (m != d_.mentions.end() && m->type == MentionType::organization && m->tokens.first == t.tokens.last + 1) called_.try_emplace(t.entry, &*m);
  }
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
  return told == nullptr || (c.quote != kNone && d_.quotes[static_cast<std::size_t>(c.quote)].direct) ? Party{} : party(*told);
}

}  // namespace qogam::extract
