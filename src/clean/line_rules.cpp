// The rules for single lines put to use on a page.
#include "clean/line_rules.h"

#include <cstdint>
#include <optional>
#include <vector>

#include "clean/line_shape.h"

namespace qogam::clean {
namespace {

const FurnitureRule* rule_for_line(const FurnitureRules& rules, std::string_view line,
                                   const FurnitureRules::Candidates& among) {
  if (const FurnitureRule* rule = rules.find(Where::any, line, among)) return rule;
  return rules.find(Where::tail, line, among);
}

}  // namespace

const FurnitureRules::Candidates& PageRules::candidates(std::size_t i, std::string_view line) {
  Known& known = lines_[i];
  const bool same = known.line.data() == line.data() && known.line.size() == line.size();
  const bool piece = known.whole && line.data() >= known.line.data() && line.data() + line.size() <= known.line.data() + known.line.size();
  if (!known.known || !(same || piece)) known = {line, rules_.candidates(line), true, at_most(line, kLongestRuleLine)};
  return known.candidates;
}

std::string_view mark_line(Page& page, PageRules& rules, std::size_t i) {
  std::optional<std::vector<std::uint32_t>> gaps;  // of the whole line
  // Ends may follow one another: a counter, then the number of comments.
  while (true) {
    const std::string_view line = page.kept(i);
    const auto& among = rules.candidates(i, line);
    if (among.empty()) return {};
    if (const FurnitureRule* rule = rule_for_line(rules.rules(), line, among)) {
      page.remove(i, rule->kind);
      return rule->kind;
    }
    if (!gaps) gaps = page.gaps(i);
    const auto tail = rules.rules().find_tail(line, *gaps, among);
    if (!tail) return {};
    page.cut(i, tail->begin, tail->rule->kind);
  }
}

}  // namespace qogam::clean
