// Speech: quotes and commitments.
#include <algorithm>

#include "learn/judge.h"
#include "learn/names.h"
#include "learn/time_value.h"

namespace qogam::learn {
namespace {

constexpr double kQuoteOverlap = 0.5, kCommitmentOverlap = 0.4;
constexpr std::size_t kStart = 20;       // characters of a quote that make it known
constexpr std::size_t kEnoughWords = 4;  // of a prediction inside a longer gold clause

template <class Item>
Labels texts_of(const std::vector<Item>& items) {
  Labels out;
  for (const Item& item : items) out.push_back(item.text);
  return out;
}

std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

// Asked only where gold names somebody.
void judge_party(const Trial& t, std::string_view accuracy, const std::string& gold,
                 const std::string& predicted) {
  if (gold.empty()) return;
  t.book.judge(t.gold.id, accuracy, same_party(t.wording, gold, predicted),
               gold + " -> " + or_none(predicted));
}

void judge_quotes(const Trial& t) {
  const auto &g = t.gold.quotes, &p = t.predicted.quotes;
  const Pairs pairs = pair_up(g.size(), p.size(), [&](std::size_t a, std::size_t b) {
    const double overlap = t.wording.overlap(g[a].text, p[b].text);
    if (overlap >= kQuoteOverlap) return 1 + overlap;
    return t.wording.same_start(g[a].text, p[b].text, kStart) ? 1.0 : 0.0;
  });
  t.book.add(t.gold.id, "quotes", pairs, texts_of(g), texts_of(p));
  for (const auto& [a, b] : pairs.matched)
    judge_party(t, "quotes.speaker", g[a].speaker, p[b].speaker);
}

std::string value_of(const std::optional<TimeAnswer>& deadline) {
  return deadline ? deadline->value.value_or("null") : "none";
}

void judge_matched(const Trial& t, const Pledge& g, const Pledge& p) {
  t.book.judge(t.gold.id, "commitments.kind", g.kind == p.kind,
               g.kind + " -> " + or_none(p.kind) + ": " + g.text);
  if (g.deadline || p.deadline)
    t.book.judge(t.gold.id, "commitments.deadline",
                 g.deadline && p.deadline && same_value(g.deadline->value, p.deadline->value),
                 value_of(g.deadline) + " -> " + value_of(p.deadline) + ": " + g.text);
  judge_party(t, "commitments.said_by", g.said_by, p.said_by);
  judge_party(t, "commitments.ordered_by", g.ordered_by, p.ordered_by);
  judge_party(t, "commitments.actor", g.actor, p.actor);
}

void judge_commitments(const Trial& t) {
  const auto &g = t.gold.commitments, &p = t.predicted.commitments;
  Pairs pairs = pair_commitments(t.wording, g, texts_of(p));
  std::erase_if(pairs.matched, [&](const auto& pair) { return g[pair.first].borderline; });
  std::erase_if(pairs.missed, [&](std::size_t a) { return g[a].borderline; });
  t.book.add(t.gold.id, "commitments", pairs, texts_of(g), texts_of(p));
  for (const auto& [a, b] : pairs.matched) judge_matched(t, g[a], p[b]);
}

}  // namespace

Pairs pair_commitments(const Wording& wording, const std::vector<Pledge>& gold, const std::vector<std::string>& clauses) {
  return pair_up(gold.size(), clauses.size(), [&](std::size_t a, std::size_t b) {
    const double overlap = wording.overlap(gold[a].text, clauses[b]);
    if (overlap >= kCommitmentOverlap) return 1 + overlap;
    const bool inside = wording.holds(gold[a].text, clauses[b]) && wording.words(clauses[b]).size() >= kEnoughWords;
    return inside ? 1.0 : 0.0;
  });
}

void judge_speech(const Trial& t) {
  judge_quotes(t);
  judge_commitments(t);
}

}  // namespace qogam::learn
