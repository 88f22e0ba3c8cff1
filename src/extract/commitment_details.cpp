// Deadlines, sums, actions and beneficiaries.
#include "extract/commitment_details.h"

#include <algorithm>

#include "extract/quotation_marks.h"
#include "extract/within.h"

namespace qogam::extract {
namespace {

constexpr std::uint32_t kLongestObject = 8;  // tokens

}  // namespace

DetailReader::DetailReader(const Document& d, const lang::Knowledge& k)
    : d_(d), knowledge_(k), inflector_(k), within_(k.lexicon().class_number("within")), beneficiary_(k.lexicon().class_number("beneficiary")),
      for_whom_(k.lexicon().class_number("for-whom")), of_period_(k.lexicon().class_number("of-period")) {}

std::optional<Deadline> DetailReader::deadline(const CommitmentCandidate& c) const {
  const TimeExpression* best = nullptr;
  int best_rank = 0;
  const Span clause = d_.span_of(c.clause);
  for (const TimeExpression& t : beginning_in(d_.dates, clause)) {
    if (!clause.contains(t.span)) continue;
    const int rank = deadline_rank(t);
    if (rank > best_rank) best = &t, best_rank = rank;
  }
  if (best == nullptr) return std::nullopt;
  return Deadline{best->span, best->value, best->begin, best->end_date};
}

// What a rule marks comes first, then days and ranges, lengths of time, what cannot be resolved, and what is done again and again. 0: none.
int DetailReader::deadline_rank(const TimeExpression& t) const {
  if (t.value.ends_with("_REF")) return 0;
  if (is_marked(t)) return 6;
  if (t.type == "duration") return is_within(t) ? 4 : 0;
  if (t.type == "set") return is_predicate(t) ? 0 : 2;
  if (is_attribute(t)) return 0;
  if (t.end_date.empty()) return 3;
  const bool ahead = d_.published.value.empty() || t.end_date >= d_.published.value.substr(0, 10);
  return ahead ? 5 : 0;
}

const Mention* DetailReader::mention_of(const TimeExpression& t) const {
  const auto mentions = beginning_in(d_.mentions, t.span);
  const auto it = std::ranges::find_if(mentions, [&](const Mention& m) { return m.type == MentionType::date && m.span == t.span; });
  return it == mentions.end() ? nullptr : &*it;
}

bool DetailReader::is_marked(const TimeExpression& t) const {
  const Mention* m = mention_of(t);
  return m != nullptr && t.type != "duration" && std::ranges::any_of(m->captures, [](const Capture& c) { return c.name == "deadline"; });
}

// A length of time "within" which it will be done.
bool DetailReader::is_within(const TimeExpression& t) const {
  const Mention* m = mention_of(t);
  if (m == nullptr) return false;
  auto terms = terms_overlapping(d_, m->tokens);
  if (std::ranges::any_of(terms, [&](const Term& x) { return x.lexicon == within_; })) return true;
  const bool head_last = knowledge_.head_last(d_.sentences[d_.tokens[m->tokens.first].sentence].language);
  if (!head_last) return m->tokens.first > 0 && is_covered(within_, m->tokens.first - 1);
  return is_covered(within_, m->tokens.last) || (d_.words[m->tokens.last - 1].tag & feature::loc);
}

// "We will make it daily": an adjective that no noun follows says how something will be, not how often it will be done.
bool DetailReader::is_predicate(const TimeExpression& t) const {
  const Mention* m = mention_of(t);
  if (m == nullptr || !(d_.words[m->tokens.last - 1].tag & feature::adj)) return false;
  return m->tokens.last >= d_.tokens.size() || !(d_.words[m->tokens.last].tag & (feature::noun | feature::adj));
}

// "The budget of 2019", "for July": it says of which time something is, not when it will be done.
bool DetailReader::is_attribute(const TimeExpression& t) const {
  const Mention* m = mention_of(t);
  if (m == nullptr) return false;
  if (is_covered(of_period_, m->tokens.first) || (m->tokens.first > 0 && is_covered(of_period_, m->tokens.first - 1))) return true;
  const bool head_last = knowledge_.head_last(d_.sentences[d_.tokens[m->tokens.first].sentence].language);
  return head_last && (d_.words[m->tokens.last - 1].tag & (feature::gen | feature::adj));
}

std::int32_t DetailReader::money(const CommitmentCandidate& c) const {
  const Span clause = d_.span_of(c.clause);
  for (const Money& m : beginning_in(d_.money, clause))
    if (clause.contains(m.span)) return static_cast<std::int32_t>(&m - d_.money.data());
  return kNone;
}

// An infinitive or verbal noun inside the cue or beside it; else the last verb of the cue.
std::optional<std::uint32_t> DetailReader::main_verb(const CommitmentCandidate& c) const {
  constexpr Features kDo = feature::inf | feature::vnoun;
  const bool head_last = knowledge_.head_last(d_.sentences[c.sentence].language);
  const auto does = [&](std::uint32_t t) { return (d_.words[t].tag & feature::verb) && (d_.words[t].tag & kDo); };
  for (std::uint32_t t = c.cue.tokens.first; t < c.cue.tokens.last; ++t)
    if (does(t)) return t;
  if (head_last) {
    for (std::uint32_t t = c.cue.tokens.first; t > c.clause.first && c.cue.tokens.first - t < 3; --t)
      if (does(t - 1)) return t - 1;
  } else {
    for (std::uint32_t t = c.cue.tokens.last; t < c.clause.last; ++t)
      if (does(t)) return t;
  }
  for (std::uint32_t t = c.cue.tokens.last; t-- > c.cue.tokens.first;)
    if ((d_.words[t].tag & (feature::verb | feature::short_form)) && !(d_.words[t].tag & feature::aux)) return t;
  return std::nullopt;
}

bool DetailReader::in_date(std::uint32_t token) const {
  const Span s = d_.tokens[token].span;
  auto it = std::ranges::upper_bound(d_.dates, s.begin, {}, [](const TimeExpression& t) { return t.span.begin; });
  return it != d_.dates.begin() && std::prev(it)->span.contains(s);
}

bool DetailReader::ends_phrase(std::uint32_t t) const {
  const std::string_view w = d_.surface(d_.tokens[t].span);
  return w == "," || w == ";" || w == ":" || w == "." || w == "(" || is_dash(w) || in_date(t);
}

// The form of a verb that lexicons use, or its lemma where they have none.
std::string DetailReader::citation(std::uint32_t verb) const {
  const Word& w = d_.words[verb];
  for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
    if (d_.analyses[a].lemma != 0 && (d_.analyses[a].features & feature::verb)) return std::string(knowledge_.words()[d_.analyses[a].lemma]);
  return std::string(d_.lemma(w));
}

std::string DetailReader::action(const CommitmentCandidate& c) const {
  const auto verb = main_verb(c);
  if (!verb) return {};
  const std::string lemma = citation(*verb);
  const bool head_last = knowledge_.head_last(d_.sentences[c.sentence].language);
  TokenRange object{*verb, *verb};
  if (!head_last) {
    object = {*verb + 1, *verb + 1};
    while (object.first < c.clause.last && in_date(object.first)) object = {object.first + 1, object.first + 1};
    while (object.last < c.clause.last && object.size() < kLongestObject && !ends_phrase(object.last)) ++object.last;
  }
  // Where verbs stand last, or nothing follows, it stands before the verb.
  if (head_last || object.empty()) {
    object = {*verb, *verb};
    while (object.first > c.clause.first && object.size() < kLongestObject && !ends_phrase(object.first - 1)) --object.first;
  }
  const std::string text = lang::Inflector::surface(d_, object);
  if (text.empty()) return lemma;
  return head_last ? text + " " + lemma : lemma + " " + text;
}

bool DetailReader::is_covered(std::uint32_t lexicon, std::uint32_t token) const {
  if (token >= d_.tokens.size()) return false;
  auto terms = terms_overlapping(d_, {token, token + 1});
  return std::ranges::any_of(terms, [&](const Term& t) { return t.lexicon == lexicon; });
}

std::vector<std::string> DetailReader::beneficiaries(const CommitmentCandidate& c, const std::string& actor) const {
  std::vector<std::string> found;
  for (const Term& t : terms_overlapping(d_, c.clause)) {
    if (t.lexicon != beneficiary_ || !c.clause.contains(t.tokens)) continue;
    TokenRange phrase = t.tokens;
    while (phrase.first > c.clause.first && (d_.words[phrase.first - 1].tag & feature::adj) && d_.tokens[phrase.first - 1].kind == TokenKind::word) --phrase.first;
    const bool for_whom = (phrase.first > c.clause.first && is_covered(for_whom_, phrase.first - 1)) || (phrase.last < c.clause.last && is_covered(for_whom_, phrase.last));
    if (!for_whom && !(d_.words[t.tokens.last - 1].tag & feature::dat)) continue;
    std::string name = inflector_.phrase(d_, phrase);
    if (name != actor && std::ranges::find(found, name) == found.end()) found.push_back(std::move(name));
  }
  return found;
}

}  // namespace qogam::extract
