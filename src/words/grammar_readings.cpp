// Merging two sources of readings.
#include "words/grammar_readings.h"

#include <algorithm>

namespace qogam::words {
namespace {

constexpr std::int32_t kDoubt = 6;  // dearer than the likeliest reading by this much

std::vector<lang::CostedReading> costed(const lang::Morphology& morphology, std::string_view folded, Features shape) {
  const lang::Grammar& grammar = morphology.grammar();
  const bool abbreviation = (shape & feature::cap) && (shape & feature::hyphen);
  std::vector<lang::CostedReading> all;
  if (shape & feature::digits) return grammar.after_hyphen(folded, true);
  all = grammar.analyse(folded, (shape & feature::cap) != 0);
  const bool known = !all.empty() && !(all[0].reading.features & feature::guessed);
  if (abbreviation && !known)
    if (auto cut = grammar.after_hyphen(folded, false); !cut.empty()) return cut;
  return all;
}

bool written_down(const Analysis& a) {
  return a.lemma != 0 && a.features != 0 && a.stem == Analysis::kWholeForm && !(a.features & feature::guessed);
}

}  // namespace

std::vector<std::int32_t> add_grammar_readings(const lang::Morphology& morphology, std::string_view folded, Features shape,
                                               std::vector<Analysis>& readings) {
  std::vector<std::int32_t> costs;
  std::vector<Analysis> merged;
  const bool fixed = std::ranges::any_of(readings, written_down);
  for (lang::CostedReading& c : costed(morphology, folded, shape)) {
    c.reading.lemma = morphology.citation(c.citation);
    // A form whose features are written down is that and nothing else.
    const bool allowed = std::ranges::any_of(readings, [&](const Analysis& a) { return a.lemma == c.reading.lemma; });
    // Nor does a passive or an unlikely reading lead a rule to a word, unless the table of endings says so too.
    const bool doubtful = (c.reading.features & feature::passive) || c.cost > (costs.empty() ? c.cost : costs[0]) + kDoubt;
    if ((fixed || doubtful) && !allowed) c.reading.lemma = 0;
    merged.push_back(c.reading);
    costs.push_back(c.cost);
  }
  if (merged.empty()) return costs;
  for (const Analysis& a : readings) {
    const bool guess = a.lemma == 0 && (a.features & feature::guessed);
    const bool same = std::ranges::any_of(merged, [&](const Analysis& m) { return m.lemma == a.lemma && m.features == a.features; });
    if (!guess && !same) merged.push_back(a);
  }
  readings = std::move(merged);
  return costs;
}

}  // namespace qogam::words
