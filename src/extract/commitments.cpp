// From cue to clause, actor and deadline.
#include "extract/commitments.h"

#include <algorithm>

#include "extract/attribution.h"
#include "extract/quotation_marks.h"
#include "extract/topics.h"

namespace qogam::extract {
namespace {

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view e) { return text.ends_with(e); });
}

class CommitmentFinder {
 public:
  CommitmentFinder(Document& d, const lang::Knowledge& k) : d_(d), knowledge_(k), reader_(d, k) {}

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
    const lang::Match* best = nullptr;
    for (const lang::Match& m : matches) {
      if (rules.gives(m.rule) == "veto") return;
      if (rules.gives(m.rule) != "commitment") continue;
      if (best == nullptr || rules.rule(m.rule).priority > rules.rule(best->rule).priority) best = &m;
    }
    if (best != nullptr) add(s, *best);
  }

  void add(const Sentence& s, const lang::Match& m) {
    const lang::Rules& rules = knowledge_.rules();
    Commitment c{.kind = std::string(rules.field(m, "kind").constant), .by = rules.label(m.rule)};
    c.quote = quote_around(d_.span_of(m.tokens));
    const TokenRange clause = clause_of(s, m.tokens, c.quote);
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

  std::int32_t quote_around(Span span) const {
    for (std::size_t q = 0; q < d_.quotes.size(); ++q)
      if (d_.quotes[q].span.contains(span)) return static_cast<std::int32_t>(q);
    return kNone;
  }

  // The sentence; inside a quotation what of it is speech; without attribution and outer marks.
  TokenRange clause_of(const Sentence& s, TokenRange core, std::int32_t quote) const {
    TokenRange clause = s.tokens;
    if (quote != kNone) {
      const Span q = d_.quotes[static_cast<std::size_t>(quote)].span;
      while (clause.first < core.first && d_.tokens[clause.first].span.begin < q.begin) ++clause.first;
      while (clause.last > core.last && d_.tokens[clause.last - 1].span.end > q.end) --clause.last;
    }
    cut_attribution(clause, core);
    while (clause.first < core.first && (is_dash(word(clause.first)) || is_mark(word(clause.first)))) ++clause.first;
    while (clause.last > core.last && (ends_with_any(word(clause.last - 1), {".", ",", ";", "!", "?"}) || is_mark(word(clause.last - 1))) &&
           d_.tokens[clause.last - 1].kind == TokenKind::punctuation)
      --clause.last;
    return clause;
  }

  static bool is_mark(std::string_view t) { return t == "\xC2\xAB" || t == "\xC2\xBB" || t == "\"" || t == "\xE2\x80\x9C" || t == "\xE2\x80\x9D" || t == "\xE2\x80\x9E"; }

  // ", - said X" behind the core, and "X. - " before it.
  void cut_attribution(TokenRange& clause, TokenRange core) const {
    for (std::uint32_t t = core.last; t + 1 < clause.last; ++t) {
      if (!is_dash(word(t)) || word(t - 1) != ",") continue;
      if (!reader_.speech_verb({t + 1, std::min(clause.last, t + 8)})) continue;
      clause.last = t - 1;
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
    const Attribution a = reader_.read(s.tokens);
    if (a.cue.empty() || a.speaker == kNone) return;
    c.said_by = a.speaker;
    c.said_by_name = a.name;
  }

  // What a private person foretells or demands in direct speech commits nobody.
  bool private_speaker(const Commitment& c) const {
    return c.said_by != kNone && c.kind != "order" && official_name(c.said_by).empty();
  }

  const Mention* mention_on(TokenRange tokens) const {
    for (const Mention& m : d_.mentions)
      if (m.tokens == tokens && (m.type == MentionType::organization || m.type == MentionType::person || m.type == MentionType::position)) return &m;
    return nullptr;
  }

  void set_actor(Commitment& c, const lang::Match& m) const {
    const auto v = knowledge_.rules().field(m, "actor");
    if (!v.captured) return;
    const Mention* mention = mention_on(v.tokens);
    if (mention == nullptr) return;
    c.actor = mention->entity;
    c.actor_name = c.actor != kNone ? d_.entities[static_cast<std::size_t>(c.actor)].name : mention->name;
  }

  void set_orderer(Commitment& c, const lang::Match& m) const {
    const auto v = knowledge_.rules().field(m, "ordered_by");
    if (v.captured)
      if (const Mention* mention = mention_on(v.tokens)) {
        c.ordered_by = mention->entity != kNone ? d_.entities[static_cast<std::size_t>(mention->entity)].name : mention->name;
        return;
      }
    if (c.kind == "obligation" && c.quote != kNone) c.ordered_by = official_name(c.said_by);
  }

  std::string official_name(std::int32_t person) const {
    const bool official = person != kNone && std::ranges::any_of(d_.officials, [&](const Official& o) { return o.person == person; });
    return official ? d_.entities[static_cast<std::size_t>(person)].name : std::string();
  }

  void set_deadline(Commitment& c) const {
    const TimeExpression* best = nullptr;
    bool best_marked = false;
    for (const TimeExpression& t : d_.dates) {
      if (!c.span.contains(t.span) || t.value.empty() || t.value.ends_with("_REF")) continue;
      const bool marked = is_deadline(t);
      const bool ahead = !t.end_date.empty() && !d_.published.value.empty() && t.end_date >= d_.published.value.substr(0, 10);
      if (!marked && !ahead) continue;
      if (best == nullptr || (marked && !best_marked)) best = &t, best_marked = marked;
    }
    if (best != nullptr) c.deadline = Deadline{best->span, best->value, best->begin, best->end_date};
  }

  bool is_deadline(const TimeExpression& t) const {
    const auto it = std::ranges::find_if(d_.mentions, [&](const Mention& m) { return m.type == MentionType::date && m.span == t.span; });
    return it != d_.mentions.end() && std::ranges::any_of(it->captures, [](const Capture& c) { return c.name == "deadline"; });
  }

  void set_money(Commitment& c) const {
    for (std::size_t m = 0; m < d_.money.size(); ++m)
      if (c.span.contains(d_.money[m].span)) {
        c.money = static_cast<std::int32_t>(m);
        return;
      }
  }

  Document& d_;
  const lang::Knowledge& knowledge_;
  AttributionReader reader_;
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
