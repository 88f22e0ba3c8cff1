// From cue to clause, actor and deadline.
#include "extract/commitments.h"

#include <algorithm>

#include "extract/attribution.h"
#include "extract/quotation_marks.h"
#include "extract/topics.h"
#include "extract/within.h"

namespace qogam::extract {
namespace {

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view e) { return text.ends_with(e); });
}

class CommitmentFinder {
 public:
  CommitmentFinder(Document& d, const lang::Knowledge& k)
      : d_(d), knowledge_(k), reader_(d, k), complementizer_(k.lexicon().class_number("complementizer")),
        within_(k.lexicon().class_number("within")), quote_of_(d.tokens.size(), kNone) {
    for (std::size_t q = d.quotes.size(); q-- > 0;) {
      const auto first = std::ranges::lower_bound(d.tokens, d.quotes[q].span.begin, {}, [](const Token& t) { return t.span.begin; });
      for (auto t = first; t != d.tokens.end() && t->span.end <= d.quotes[q].span.end; ++t)
        quote_of_[static_cast<std::size_t>(t - d.tokens.begin())] = static_cast<std::int32_t>(q);
    }
  }

  void run() {
    if (!speaks_of_the_state()) return;
    for (std::uint32_t s = 0; s < d_.sentences.size(); ++s) {
      // A headline repeats what the article says.
      if (!d_.title.empty() && d_.sentences[s].paragraph == 0) continue;
      sentence(d_.sentences[s]);
    }
  }

 private:
  std::string_view word(std::uint32_t t) const { return d_.surface(d_.tokens[t].span); }

  // Plans of companies and of private people are none of the state's.
  bool speaks_of_the_state() const {
    return !d_.officials.empty() || std::ranges::any_of(d_.mentions, [](const Mention& m) { return m.kind == "state_body" || m.kind == "state"; });
  }

  void sentence(const Sentence& s) {
    const std::uint32_t language = knowledge_.base_language(s.language);
    if (language == 0) return;
    const auto begin = [](const Mention& m) { return m.span.begin; };
    const auto number = [&](std::uint32_t byte) {
      return static_cast<std::uint32_t>(std::ranges::lower_bound(d_.mentions, byte, {}, begin) - d_.mentions.begin());
    };
    const lang::SentenceIndex index(d_, s.tokens, {number(s.span.begin), number(s.span.end)}, knowledge_.strings());
    const lang::Rules& rules = knowledge_.rules();
    const auto matches = rules.select(rules.find(index, knowledge_.lexicon(), "commitments", language));
    if (std::ranges::any_of(matches, [&](const lang::Match& m) { return rules.gives(m.rule) == "veto"; })) return;
    std::vector<lang::Match> cues;
    for (const lang::Match& m : matches)
      if (rules.gives(m.rule) == "commitment") cues.push_back(m);
    for (const Part& part : parts_of(s, cues)) add(s, part);
  }

  // A piece of a sentence with one cue in it.
  struct Part {
    TokenRange tokens;
    const lang::Match* cue;
  };

  // A sentence with several cues is parted at the comma, semicolon or colon before each further
  // clause; where none stands between two cues, both are one commitment, told by the stronger cue.
  std::vector<Part> parts_of(const Sentence& s, const std::vector<lang::Match>& cues) const {
    std::vector<Part> parts;
    for (const lang::Match& m : cues) {
      const std::uint32_t border = parts.empty() ? s.tokens.first : border_between(parts.back().cue->tokens.last, m.tokens.first);
      if (!parts.empty() && border == 0) {
        if (stronger(m, *parts.back().cue)) parts.back().cue = &m;
        continue;
      }
      if (!parts.empty()) parts.back().tokens.last = border;
      parts.push_back({{border, s.tokens.last}, &m});
    }
    return parts;
  }

  bool stronger(const lang::Match& a, const lang::Match& b) const {
    return knowledge_.rules().rule(a.rule).priority > knowledge_.rules().rule(b.rule).priority;
  }

  // The first token behind the first clause mark in [from, to), or 0.
  std::uint32_t border_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t)
      if (word(t) == "," || word(t) == ";" || word(t) == ":" || is_dash(word(t))) return t + 1;
    return 0;
  }

  void add(const Sentence& s, const Part& part) {
    const lang::Rules& rules = knowledge_.rules();
    const lang::Match& m = *part.cue;
    Commitment c{.kind = std::string(rules.field(m, "kind").constant), .confidence = rules.confidence(m.rule), .by = rules.label(m.rule)};
    c.quote = quote_around(m.tokens);
    if (c.quote == kNone && c.kind == "promise" && only_attributes(m)) return;
    const TokenRange clause = clause_of(part.tokens, m.tokens, c.quote);
    // What a colon closes only announces what follows.
    if (clause.last < d_.tokens.size() && word(clause.last - 1) == ":") return;
    c.span = d_.span_of(clause);
    set_speaker(c, s);
    if (private_speaker(c)) return;
    if (c.kind == "future") c.kind = c.quote != kNone ? "promise" : "plan";
    set_actor(c, m);
    set_orderer(c, m);
    set_deadline(c);
    set_money(c);
    c.action = d_.surface(d_.span_of(m.tokens));
    c.topics = topics_in(d_, knowledge_, c.span);
    d_.commitments.push_back(std::move(c));
  }

  // The quotation that holds all these tokens.
  std::int32_t quote_around(TokenRange tokens) const {
    const std::int32_t q = quote_of_[tokens.first];
    return q != kNone && d_.quotes[static_cast<std::size_t>(q)].span.contains(d_.span_of(tokens)) ? q : kNone;
  }

  // The sentence; inside a quotation what of it is speech; without attribution and outer marks.
  TokenRange clause_of(TokenRange clause, TokenRange core, std::int32_t quote) const {
    if (quote != kNone) {
      const Span q = d_.quotes[static_cast<std::size_t>(quote)].span;
      while (clause.first < core.first && d_.tokens[clause.first].span.begin < q.begin) ++clause.first;
      while (clause.last > core.last && d_.tokens[clause.last - 1].span.end > q.end) --clause.last;
    }
    cut_attribution(clause, core);
    cut_told(clause, core);
    while (clause.first < core.first && (is_dash(word(clause.first)) || is_mark(word(clause.first)))) ++clause.first;
    while (clause.last > core.last && (ends_with_any(word(clause.last - 1), {".", ",", ";", "!", "?"}) || is_mark(word(clause.last - 1))) &&
           d_.tokens[clause.last - 1].kind == TokenKind::punctuation)
      --clause.last;
    close_marks(clause);
    return clause;
  }

  // A name that was opened inside the clause keeps its closing mark.
  void close_marks(TokenRange& clause) const {
    int open = 0;
    for (std::uint32_t t = clause.first; t < clause.last; ++t) open += word(t) == "\xC2\xAB" ? 1 : word(t) == "\xC2\xBB" ? -1 : 0;
    for (; open > 0 && clause.last < d_.tokens.size() && word(clause.last) == "\xC2\xBB"; --open) ++clause.last;
  }

  // "..., - promised X" behind direct speech only says who speaks: the speech itself is the promise.
  bool only_attributes(const lang::Match& m) const {
    const Span core = d_.span_of(m.tokens);
    for (std::uint32_t t = m.tokens.first; t-- > 0 && core.begin - d_.tokens[t].span.end < 16;)
      if (quote_of_[t] != kNone && d_.quotes[static_cast<std::size_t>(quote_of_[t])].span.end <= core.begin) return true;
    return false;
  }

  // A clause before the core that tells what has happened is no part of the commitment.
  void cut_told(TokenRange& clause, TokenRange core) const {
    bool past = false;
    for (std::uint32_t t = clause.first; t < core.first; ++t) {
      if (word(t) == "," && past) clause.first = t + 1, past = false;
      const Word& w = d_.words[t];
      for (std::uint32_t a = w.first; a < w.first + w.count; ++a) {
        const Features f = d_.analyses[a].features;
        past |= d_.analyses[a].lemma != 0 && (f & feature::verb) && (f & feature::past) && !(f & (feature::passive | feature::participle | feature::guessed));
      }
    }
  }

  bool is_complementizer(std::uint32_t token) const {
    auto it = std::ranges::lower_bound(d_.terms, token, {}, [](const Term& t) { return t.tokens.first; });
    for (; it != d_.terms.end() && it->tokens.first == token; ++it)
      if (it->lexicon == complementizer_) return true;
    return false;
  }

  static bool is_mark(std::string_view t) { return t == "\xC2\xAB" || t == "\xC2\xBB" || t == "\"" || t == "\xE2\x80\x9C" || t == "\xE2\x80\x9D" || t == "\xE2\x80\x9E"; }

  // "X said that" before the core, ", - said X" behind it.
  void cut_attribution(TokenRange& clause, TokenRange core) const {
    if (const auto verb = reader_.speech_verb({clause.first, core.first}))
      for (std::uint32_t t = verb->last; t < core.first; ++t)
        if (is_complementizer(t)) clause.first = t + 1;
    for (std::uint32_t t = core.last; t + 1 < clause.last; ++t) {
      const bool dash = is_dash(word(t)) && word(t - 1) == ",";
      if (!dash && word(t) != ",") continue;
      const auto verb = reader_.speech_verb({t + 1, std::min(clause.last, t + (dash ? 8 : 3))});
      if (!verb || (!dash && !reader_.read({t, clause.last}).somebody)) continue;
      clause.last = dash ? t - 1 : t;
      break;
    }
  }

  void set_speaker(Commitment& c, const Sentence& s) const {
    if (c.quote != kNone) {
      const Quote& q = d_.quotes[static_cast<std::size_t>(c.quote)];
      c.said_by = q.speaker;
      c.said_by_name = q.speaker_name;
      return;
    }
    const Attribution a = reader_.read_indirect(s.tokens);
    if (a.cue.empty() || a.speaker == kNone) return;
    c.said_by = a.speaker;
    c.said_by_name = a.name;
  }

  // What a private person foretells or demands in direct speech commits nobody.
  bool private_speaker(const Commitment& c) const {
    return c.said_by != kNone && c.kind != "order" && official_name(c.said_by).empty();
  }

  const Mention* mention_on(TokenRange tokens) const {
    for (const Mention& m : beginning_in(d_.mentions, d_.span_of(tokens)))
      if (m.tokens == tokens && (m.type == MentionType::organization || m.type == MentionType::person || m.type == MentionType::position)) return &m;
    return nullptr;
  }

  // Who a mention stands for: its entity, or the official who holds the post it names.
  std::int32_t entity_of(const Mention& m) const {
    return m.type == MentionType::position ? reader_.holder_of(m) : m.entity;
  }
  std::string name_of(const Mention& m) const {
    const std::int32_t e = entity_of(m);
    return e != kNone ? d_.entities[static_cast<std::size_t>(e)].name : m.name;
  }

  // A doer stands in the nominative, as it is printed; who is told to do stands in another case.
  bool in_nominative(const Mention& m) const {
    const std::string surface = knowledge_.fold(d_.surface(m.span));
    return surface == knowledge_.fold(m.name) || surface.ends_with("\xC2\xBB");
  }

  void set_actor(Commitment& c, const lang::Match& m) const {
    const auto v = knowledge_.rules().field(m, "actor");
    const Mention* actor = v.captured ? mention_on(v.tokens) : nullptr;
    if (actor == nullptr) actor = doer(c);
    if (actor == nullptr) return;
    c.actor = entity_of(*actor);
    c.actor_name = name_of(*actor);
  }

  // The first body or official of the clause: in the nominative, or for an order in another case.
  const Mention* doer(const Commitment& c) const {
    for (const Mention& m : beginning_in(d_.mentions, c.span)) {
      if (!c.span.contains(m.span)) continue;
      const bool body = m.type == MentionType::organization && (m.kind == "state_body" || m.kind == "company" || m.kind == "housing_association");
      if (!body && m.kind != "state" && m.type != MentionType::person) continue;
      if (in_nominative(m) == (c.kind != "order")) return &m;
    }
    return nullptr;
  }

  void set_orderer(Commitment& c, const lang::Match& m) const {
    const auto v = knowledge_.rules().field(m, "ordered_by");
    const Mention* mention = v.captured ? mention_on(v.tokens) : nullptr;
    if (mention != nullptr && in_nominative(*mention)) c.ordered_by = name_of(*mention);
    else if (rules_say(m, "active")) c.ordered_by = official_name(reader_.last_person_before(m.tokens.last, true));
    else if (c.kind == "obligation" && c.quote != kNone) c.ordered_by = official_name(c.said_by);
  }

  bool rules_say(const lang::Match& m, std::string_view field) const { return knowledge_.rules().field(m, field).constant == "yes"; }

  std::string official_name(std::int32_t person) const {
    const bool official = person != kNone && std::ranges::any_of(d_.officials, [&](const Official& o) { return o.person == person; });
    return official ? d_.entities[static_cast<std::size_t>(person)].name : std::string();
  }

  void set_deadline(Commitment& c) const {
    const TimeExpression* best = nullptr;
    bool best_marked = false;
    for (const TimeExpression& t : beginning_in(d_.dates, c.span)) {
      if (!c.span.contains(t.span) || t.value.empty() || t.value.ends_with("_REF")) continue;
      const bool marked = is_deadline(t);
      const bool ahead = !t.end_date.empty() && !d_.published.value.empty() && t.end_date >= d_.published.value.substr(0, 10);
      if (!marked && !ahead) continue;
      if (best == nullptr || (marked && !best_marked)) best = &t, best_marked = marked;
    }
    if (best != nullptr) c.deadline = Deadline{best->span, best->value, best->begin, best->end_date};
  }

  // A date that its rule marks, something to be done again and again, or a length of time "within".
  bool is_deadline(const TimeExpression& t) const {
    if (t.type == "set") return true;
    const auto mentions = beginning_in(d_.mentions, t.span);
    const auto it = std::ranges::find_if(mentions, [&](const Mention& m) { return m.type == MentionType::date && m.span == t.span; });
    if (it == mentions.end()) return false;
    if (t.type == "duration") {
      auto terms = terms_overlapping(d_, it->tokens);
      return std::ranges::any_of(terms, [&](const Term& x) { return x.lexicon == within_; });
    }
    return std::ranges::any_of(it->captures, [](const Capture& c) { return c.name == "deadline"; });
  }

  void set_money(Commitment& c) const {
    for (const Money& m : beginning_in(d_.money, c.span)) {
      if (!c.span.contains(m.span)) continue;
      c.money = static_cast<std::int32_t>(&m - d_.money.data());
      return;
    }
  }

  Document& d_;
  const lang::Knowledge& knowledge_;
  AttributionReader reader_;
  std::uint32_t complementizer_, within_;
  std::vector<std::int32_t> quote_of_;  // by token: the first quotation that holds it
};

class Commitments final : public Stage {
 public:
  explicit Commitments(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "commitments"; }
  Layers needs() const override { return Layer::quotes | Layer::entities; }
  Layers gives() const override { return Layer::commitments; }
  void run(Document& d) const override { CommitmentFinder(d, knowledge_).run(); }

 private:
  const lang::Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<Stage> make_commitments(const lang::Knowledge& knowledge) { return std::make_unique<Commitments>(knowledge); }

}  // namespace qogam::extract
