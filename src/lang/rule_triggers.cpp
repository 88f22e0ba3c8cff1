// Clauses of anchors as tables of triggers.
#include "lang/rule_triggers.h"

#include <algorithm>
#include <utility>

namespace qogam::lang {

RuleTriggers::RuleTriggers(std::span<const RuleRecord> rules, std::span<const AnchorRecord> anchors) : rules_(rules.size()) {
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    const auto own = anchors.subspan(rules[r].first_anchor, rules[r].anchors);
    if (own.empty()) always_.push_back(r);
    for (std::size_t from = 0, at = 0; at < own.size(); ++at)
      if (own[at].ends == 2) {
        add_line(r, own.subspan(from, at + 1 - from));
        from = at + 1;
      }
  }
  always_.erase(std::ranges::unique(always_).begin(), always_.end());
}

// The clause with the fewest keys is the most telling one.
void RuleTriggers::add_line(std::uint32_t rule, std::span<const AnchorRecord> line) {
  std::span<const AnchorRecord> best;
  for (std::size_t from = 0, at = 0; at < line.size(); ++at) {
    if (line[at].ends == 0) continue;
    const auto clause = line.subspan(from, at + 1 - from);
    const bool mentions = std::ranges::any_of(clause, [](const AnchorRecord& a) { return a.kind == 3; });
    if (!mentions && (best.empty() || clause.size() < best.size())) best = clause;
    from = at + 1;
  }
  if (best.empty()) always_.push_back(rule);
  for (const AnchorRecord& a : best) (a.kind == 0 ? words_ : a.kind == 1 ? forms_ : lexicons_).add(a.value, rule);
}

std::span<const std::uint32_t> RuleTriggers::find(const SentenceIndex& index) const {
  MatcherMemory& memory = index.memory();
  if (memory.triggered_known) return memory.triggered;
  memory.triggered_known = true;
  memory.triggered.assign(always_.begin(), always_.end());
  memory.noted.resize(rules_);
  ++memory.sentence;
  for (const std::uint32_t r : always_) memory.noted[r] = memory.sentence;
  const auto note = [&](const KeyTable<std::uint32_t>& table, std::span<const std::uint32_t> numbers) {
    for (const std::uint32_t number : numbers)
      for (const std::uint32_t rule : table.at(number))
        if (std::exchange(memory.noted[rule], memory.sentence) != memory.sentence) memory.triggered.push_back(rule);
  };
  note(words_, index.words());
  note(forms_, index.forms());
  note(lexicons_, index.lexicons());
  std::ranges::sort(memory.triggered);
  return memory.triggered;
}

}  // namespace qogam::lang
