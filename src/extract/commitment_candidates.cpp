// From cues to clauses.
#include "extract/commitment_candidates.h"

#include <algorithm>

#include "extract/clauses.h"
#include "extract/quotation_marks.h"
#include "extract/within.h"

namespace qogam::extract {
namespace {

constexpr std::uint32_t kListGap = 1;          // paragraphs from one item of a list to the next
constexpr std::uint32_t kLeastObject = 3;      // tokens between two verbs that are two commitments without a comma between
constexpr std::uint32_t kBesideSpeech = 16;    // bytes
constexpr std::uint32_t kLongestSource = 16;   // tokens of "according to X"

bool is_mark(std::string_view t) { return t == "\xC2\xAB" || t == "\xC2\xBB" || t == "\"" || t == "\xE2\x80\x9C" || t == "\xE2\x80\x9D" || t == "\xE2\x80\x9E"; }
bool is_stop(std::string_view t) { return t == "." || t == "," || t == ";" || t == "!" || t == "?" || t == "\xE2\x80\xA6"; }

}  // namespace

// A piece of a sentence with one cue in it.
struct CommitmentCandidates::Part {
  TokenRange tokens;
  const lang::Match* cue;
};

CommitmentCandidates::CommitmentCandidates(const Document& d, const lang::Knowledge& k, const AttributionReader& reader)
    : d_(d), knowledge_(k), reader_(reader), index_(d, k.strings()), complementizer_(k.lexicon().class_number("complementizer")), quote_of_(d.tokens.size(), kNone) {
  for (std::size_t q = 0; q < d.quotes.size(); ++q) {
    const auto first = std::ranges::lower_bound(d.tokens, d.quotes[q].span.begin, {}, [](const Token& t) { return t.span.begin; });
    for (auto t = first; t != d.tokens.end() && t->span.end <= d.quotes[q].span.end; ++t) {
      std::int32_t& held = quote_of_[static_cast<std::size_t>(t - d.tokens.begin())];
      if (held == kNone || d.quotes[q].span.size() < d.quotes[static_cast<std::size_t>(held)].span.size()) held = static_cast<std::int32_t>(q);
    }
  }
  if (!speaks_of_the_state()) return;
  for (std::uint32_t s = 0; s < d.sentences.size(); ++s) {
    // A headline repeats what the article says.
    if (!d.title.empty() && d.sentences[s].paragraph == 0) continue;
    sentence(s);
  }
}

// Plans of companies and of private people are none of the state's.
bool CommitmentCandidates::speaks_of_the_state() const {
  return !d_.officials.empty() || std::ranges::any_of(d_.mentions, [](const Mention& m) { return m.kind == "state_body" || m.kind == "state"; });
}

void CommitmentCandidates::sentence(std::uint32_t number) {
  const Sentence& s = d_.sentences[number];
  const std::uint32_t language = knowledge_.base_language(s.language);
  if (language == 0) return;
  follow_list(number);
  const auto mention = [&](std::uint32_t byte) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(d_.mentions, byte, {}, [](const Mention& m) { return m.span.begin; }) - d_.mentions.begin());
  };
  index_.move_to(s.tokens, {mention(s.span.begin), mention(s.span.end)});
  const lang::Rules& rules = knowledge_.rules();
  std::vector<lang::Match> cues, near_misses;
  for (lang::Match& m : rules.find(index_, knowledge_.lexicon(), "commitments", language))
    (rules.gives(m.rule) == "commitment" ? cues : near_misses).push_back(std::move(m));
  cues = rules.select(std::move(cues));
  for (const Part& part : parts_of(s.tokens, cues)) add(number, part, near_misses);
}

// Whether the list of an announcement goes on in a sentence: it stands in the same paragraph, or begins an item in the next one.
void CommitmentCandidates::follow_list(std::uint32_t sentence) {
  if (list_ == kNone) return;
  const std::uint32_t paragraph = d_.sentences[sentence].paragraph, first = d_.sentences[sentence].tokens.first;
  const Features f = d_.words[first].features;
  const bool item = (f & feature::lower) || d_.tokens[first].kind == TokenKind::number || is_dash(word(first)) || word(first - 1) == ";" || word(first - 1) == ":" || d_.tokens[first].kind == TokenKind::symbol;
  if (paragraph > list_paragraph_ + kListGap || (paragraph != list_paragraph_ && !item)) list_ = kNone;
  list_paragraph_ = paragraph;
}

// Without the number that an item of a list begins with: "1)", "2.".
TokenRange CommitmentCandidates::without_number(TokenRange clause, TokenRange core) const {
  if (clause.first + 2 <= core.first && d_.tokens[clause.first].kind == TokenKind::number && (word(clause.first + 1) == ")" || word(clause.first + 1) == "."))
    clause.first += 2;
  return clause;
}

// A sentence with several cues is parted before each further clause; where nothing parts two cues, both are one commitment, told by the
// stronger one.
std::vector<CommitmentCandidates::Part> CommitmentCandidates::parts_of(TokenRange sentence, const std::vector<lang::Match>& cues) const {
  const auto priority = [&](const lang::Match& m) { return knowledge_.rules().rule(m.rule).priority; };
  std::vector<Part> parts;
  for (const lang::Match& m : cues) {
    const std::uint32_t border = parts.empty() ? sentence.first : border_between(*parts.back().cue, m);
    if (!parts.empty() && border == 0) {
      if (priority(m) > priority(*parts.back().cue)) parts.back().cue = &m;
      continue;
    }
    if (!parts.empty()) parts.back().tokens.last = border;
    parts.push_back({{border, sentence.last}, &m});
  }
  return parts;
}

// The first token of the clause of `b`, or 0: behind the last mark before it, those with a conjunction or a semicolon first; or at a conjunction
// between two verbs with an object each.
std::uint32_t CommitmentCandidates::border_between(const lang::Match& a, const lang::Match& b) const {
  std::uint32_t best = 0;
  bool strong = false;
  for (std::uint32_t t = a.tokens.last; t < b.tokens.first; ++t) {
    const std::string_view w = word(t);
    const bool mark = w == "," || w == ";" || w == ":" || is_dash(w);
    if (!mark) continue;
    const bool conjunction = (d_.words[t + 1].features & (feature::cconj | feature::sconj));
    const bool stronger = w == ";" || conjunction || is_dash(w);
    if (stronger || !strong) best = t + 1, strong = stronger;
  }
  if (best != 0) return best;
  for (std::uint32_t t = a.tokens.last; t < b.tokens.first; ++t)
    if ((d_.words[t].tag & feature::cconj) && t - a.tokens.last >= kLeastObject && b.tokens.first - t <= kLeastObject && has_object(b)) return t + 1;
  return 0;
}

// Whether a noun in the accusative follows before the next mark.
bool CommitmentCandidates::has_object(const lang::Match& cue) const {
  const std::uint32_t last = d_.sentences[d_.tokens[cue.tokens.first].sentence].tokens.last;
  for (std::uint32_t t = cue.tokens.last; t < last && d_.tokens[t].kind != TokenKind::punctuation; ++t)
    if ((d_.words[t].tag & feature::noun) && (d_.words[t].tag & feature::acc)) return true;
  return false;
}

void CommitmentCandidates::add(std::uint32_t sentence, const Part& part, const std::vector<lang::Match>& near_misses) {
  const lang::Rules& rules = knowledge_.rules();
  const lang::Match& cue = *part.cue;
  CommitmentCandidate c{.cue = cue, .kind = std::string(rules.field(cue, "kind").constant), .sentence = sentence};
  c.quote = quote_around(cue.tokens);
  if (c.quote == kNone && (c.kind == "promise" || c.kind == "order") && !says_what(cue) && only_attributes(cue)) return;
  c.clause = without_number(clause_of(part.tokens, cue.tokens, c.quote), cue.tokens);
  // What a colon closes only announces what follows.
  const std::uint32_t last = d_.sentences[sentence].tokens.last;
  if (c.clause.last + 1 >= last && word(last - 1) == ":") {
    if (c.kind != "order") return;
    list_ = static_cast<std::int32_t>(announcements_.size());
    list_paragraph_ = d_.sentences[sentence].paragraph;
    announcements_.push_back(cue);
    return;
  }
  if (!all_.empty() && all_.back().sentence + 1 >= sentence) {
    c.after = all_.back().cue.rule;
    c.after_sentence = all_.back().sentence != sentence;
  }
  c.announced_by = list_;
  for (const lang::Match& m : near_misses) {
    const bool over = m.tokens.overlaps(cue.tokens), within = m.tokens.overlaps(c.clause);
    c.near_misses.push_back({m.rule, over ? NearMiss::Where::over : within ? NearMiss::Where::clause : NearMiss::Where::sentence});
  }
  all_.push_back(std::move(c));
}

// The speech that holds all these tokens.
std::int32_t CommitmentCandidates::quote_around(TokenRange tokens) const {
  const std::int32_t q = quote_of_[tokens.last - 1];
  return q != kNone && quote_of_[tokens.first] != kNone ? q : kNone;
}

// The sentence; inside speech what of it is speech; without attribution and outer marks.
TokenRange CommitmentCandidates::clause_of(TokenRange clause, TokenRange core, std::int32_t quote) const {
  if (quote != kNone) {
    const Span q = d_.quotes[static_cast<std::size_t>(quote)].span;
    while (clause.first < core.first && d_.tokens[clause.first].span.begin < q.begin) ++clause.first;
    while (clause.last > core.last && d_.tokens[clause.last - 1].span.end > q.end) --clause.last;
  }
  cut_attribution(clause, core);
  clause = clause_around(d_, reader_, clause, core, knowledge_.head_last(d_.sentences[d_.tokens[core.first].sentence].language));
  while (clause.first < core.first && (is_dash(word(clause.first)) || is_mark(word(clause.first)) || is_stop(word(clause.first)))) ++clause.first;
  while (clause.last > core.last && d_.tokens[clause.last - 1].kind == TokenKind::punctuation && (is_stop(word(clause.last - 1)) || is_mark(word(clause.last - 1)) || is_dash(word(clause.last - 1)))) --clause.last;
  while (clause.last > core.last && (d_.words[clause.last - 1].tag & feature::cconj)) --clause.last;
  // A conjunction that opens the clause only joins it to what stands before.
  while (clause.first < core.first && (d_.words[clause.first].tag & feature::cconj)) ++clause.first;
  close_marks(clause);
  return clause;
}

// A name that was opened inside the clause keeps its closing mark.
void CommitmentCandidates::close_marks(TokenRange& clause) const {
  int open = 0;
  for (std::uint32_t t = clause.first; t < clause.last; ++t) open += word(t) == "\xC2\xAB" ? 1 : word(t) == "\xC2\xBB" ? -1 : 0;
  for (; open > 0 && clause.last < d_.tokens.size() && word(clause.last) == "\xC2\xBB"; --open) ++clause.last;
}

// Whether the cue holds what is to be done.
bool CommitmentCandidates::says_what(const lang::Match& cue) const {
  return std::any_of(d_.words.begin() + cue.tokens.first, d_.words.begin() + cue.tokens.last, [](const Word& w) { return w.tag & (feature::inf | feature::vnoun); });
}

// "..., - promised X" behind direct speech only says who speaks: the speech itself is the promise.
bool CommitmentCandidates::only_attributes(const lang::Match& m) const {
  const Span core = d_.span_of(m.tokens);
  for (std::uint32_t t = m.tokens.first; t-- > 0 && core.begin - d_.tokens[t].span.end < kBesideSpeech;) {
    if (quote_of_[t] == kNone) continue;
    const Quote& q = d_.quotes[static_cast<std::size_t>(quote_of_[t])];
    if (q.direct && q.span.end <= core.begin) return true;
  }
  return false;
}

// "X said that" before the core, ", - said X" behind it.
void CommitmentCandidates::cut_attribution(TokenRange& clause, TokenRange core) const {
  constexpr std::uint32_t kBehindDash = 8, kBehindComma = 3;  // tokens to the speech verb
  // "According to X, ..." at its head.
  if (const auto noun = reader_.speech_noun({clause.first, core.first}, true); noun && noun->first == clause.first)
    for (std::uint32_t t = noun->last; t < std::min(core.first, noun->last + kLongestSource); ++t)
      if (word(t) == ",") {
        clause.first = t + 1;
        break;
      }
  if (const auto verb = reader_.speech_verb({clause.first, core.first}))
    for (std::uint32_t t = verb->last; t < core.first; ++t)
      if (reader_.is_term(complementizer_, t)) clause.first = t + 1;
  for (std::uint32_t t = core.last; t + 1 < clause.last; ++t) {
    const bool dash = is_dash(word(t)) && word(t - 1) == ",";
    if (!dash && word(t) != ",") continue;
    const auto verb = reader_.speech_verb({t + 1, std::min(clause.last, t + (dash ? kBehindDash : kBehindComma))});
    if (!verb || (!dash && !reader_.read({t, clause.last}).somebody)) continue;
    clause.last = dash ? t - 1 : t;
    break;
  }
}

}  // namespace qogam::extract
