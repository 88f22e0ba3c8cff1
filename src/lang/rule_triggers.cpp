// Clauses of anchors as tables of triggers.
#include "lang/rule_triggers.h"

#include <algorithm>

namespace qogam::lang {

namespace {

// How common a key may be: the longer a word, the rarer; entries of a class are many.
double commonness(std::span<const AnchorRecord> clause, const model::StringTable& words) {
  constexpr double kOfClass = 0.2;
  double sum = 0;
  for (const AnchorRecord& a : clause) {
    const auto size = static_cast<double>(a.kind <= 1 ? words[a.value].size() : 1);
    sum += a.kind <= 1 ? 1 / (1 + size * size) : kOfClass;
  }
  return sum;
}

}  // namespace

RuleTriggers::RuleTriggers(std::span<const RuleRecord> rules, std::span<const AnchorRecord> anchors, const RuleSetRecord& set, const model::StringTable& words) {
  for (std::uint32_t r = set.first_rule; r < set.first_rule + set.rules; ++r) {
    const auto own = anchors.subspan(rules[r].first_anchor, rules[r].anchors);
    if (own.empty()) always_.push_back(r);
    for (std::size_t from = 0, at = 0; at < own.size(); ++at)
      if (own[at].ends == 2) {
        add_line(r, own.subspan(from, at + 1 - from), words);
        from = at + 1;
      }
  }
}

// The rarest clause is the most telling one.
void RuleTriggers::add_line(std::uint32_t rule, std::span<const AnchorRecord> line, const model::StringTable& words) {
  std::span<const AnchorRecord> best;
  double least = 0;
  for (std::size_t from = 0, at = 0; at < line.size(); ++at) {
    if (line[at].ends == 0) continue;
    const auto clause = line.subspan(from, at + 1 - from);
    const bool mentions = std::ranges::any_of(clause, [](const AnchorRecord& a) { return a.kind == 3; });
    if (const double common = commonness(clause, words); !mentions && (best.empty() || common < least)) best = clause, least = common;
    from = at + 1;
  }
  if (best.empty()) always_.push_back(rule);
  for (const AnchorRecord& a : best) (a.kind == 0 ? words_ : a.kind == 1 ? forms_ : lexicons_).add(a.value, rule);
}

}  // namespace qogam::lang
