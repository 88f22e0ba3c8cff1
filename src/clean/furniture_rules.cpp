// The rules by which a single line is told to be page furniture.
#include "clean/furniture_rules.h"

#include <algorithm>

#include "clean/line_shape.h"
#include "clean/regex_cues.h"
#include "html/furniture_kinds.h"
#include "model/plain_lines.h"
#include "qogam/error.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

constexpr std::string_view kPlaceNames[] = {"any", "header", "footer", "tail", "block", "inside", "end"};
constexpr std::size_t kTailBytes = 240;

Where place_named(std::string_view name, std::string_view file_name, std::uint32_t line) {
  const auto found = std::find(std::begin(kPlaceNames), std::end(kPlaceNames), name);
  if (found == std::end(kPlaceNames))
    model::fail_line(file_name, line,
              "`" + std::string(name) + "` is no place; use any, header, footer, tail, block, inside or end");
  return static_cast<Where>(found - std::begin(kPlaceNames));
}

FurnitureRule parse_rule(const model::PlainLine& line, std::string_view file_name) {
  const auto fields = text::split(line.text, '\t');
  if (fields.size() != 3)
    model::fail_line(file_name, line.number, "kind, TAB, place, TAB and expression are due");
  if (std::find(html::kFurnitureKinds.begin(), html::kFurnitureKinds.end(), fields[0]) == html::kFurnitureKinds.end())
    model::fail_line(file_name, line.number, "`" + std::string(fields[0]) + "` is no kind of furniture");
  const Where where = place_named(fields[1], file_name, line.number);
  const std::string source = std::string(file_name) + ":" + std::to_string(line.number);
  LazyRegex regex("(?i)" + std::string(fields[2]), source);
  return {std::string(fields[0]), where, std::move(regex), line.number, {}, {}};
}

bool is_full_stop(char c) { return c == '.' || c == '!' || c == '?'; }

bool ends_with_figure(std::string_view s) { return s.back() >= '0' && s.back() <= '9'; }

// A tail without the separator that parted it from the line.
std::string_view without_separator(std::string_view tail) {
  std::size_t at = 0;
  if (!is_separator(text::decode_at(tail, at)) || at >= tail.size() || tail[at] != ' ') return tail;
  return tail.substr(at + 1);
}
}  // namespace

FurnitureRules::FurnitureRules(std::string_view file, std::string_view file_name) {
  CueIndex::Cues cues, inside_cues;
  for (const model::PlainLine& line : model::plain_lines(file)) {
    const bool yes = line.text.starts_with("+ "), no = line.text.starts_with("- ");
    if (!yes && !no) {
      add(parse_rule(line, file_name), text::split(line.text, '\t')[2], file_name, cues, inside_cues);
      continue;
    }
    if (rules_.empty())
      model::fail_line(file_name, line.number, "an example stands before the first rule");
    (yes ? rules_.back().matching : rules_.back().other).emplace_back(line.text.substr(2));
  }
  cues_ = CueIndex(cues);
  inside_cues_ = CueIndex(inside_cues);
}

void FurnitureRules::add(FurnitureRule rule, std::string_view regex, std::string_view file_name, CueIndex::Cues& cues, CueIndex::Cues& inside_cues) {
  const auto number = static_cast<std::uint32_t>(rules_.size());
  rules_.push_back(std::move(rule));
  if (rules_.back().where == Where::inside) return add_inside(number, regex, file_name, inside_cues);
  const auto own = regex_cues(regex);
  if (!own)
    without_cue_.push_back(number);
  else
    for (const std::string& cue : *own) cues.emplace_back(cue, number);
}

void FurnitureRules::add_inside(std::uint32_t number, std::string_view regex, std::string_view file_name, CueIndex::Cues& all) {
  const auto demands = regex_demands(regex);
  if (demands.empty()) model::fail_line(file_name, rules_[number].line, "a rule for pieces inside lines needs words that are always in them");
  std::uint32_t next = inside_.empty() ? 0 : inside_.back().last;
  inside_.push_back({number, next, next + static_cast<std::uint32_t>(demands.size())});
  for (const auto& cues : demands) {
    for (const std::string& cue : cues) all.emplace_back(cue, next);
    ++next;
  }
}

std::vector<FurnitureRules::Piece> FurnitureRules::find_inside(std::string_view text) const {
  std::vector<Piece> pieces;
  if (inside_.empty()) return pieces;
  const auto met = inside_cues_.find(text);
  for (const Inside& inside : inside_) {
    const auto first = std::lower_bound(met.begin(), met.end(), inside.first);
    if (std::lower_bound(first, met.end(), inside.last) - first != static_cast<std::ptrdiff_t>(inside.last - inside.first)) continue;
    const FurnitureRule& rule = rules_[inside.rule];
    for (std::uint32_t from = 0; from < text.size();) {
      const auto match = rule.regex.get().search(text, from);
      if (!match || match->empty()) break;
      pieces.push_back({*match, &rule});
      from = match->end;
    }
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.span < b.span; });
  // Of pieces that overlap the first.
  std::vector<Piece> apart;
  for (const Piece& piece : pieces)
    if (apart.empty() || apart.back().span.end <= piece.span.begin) apart.push_back(piece);
  return apart;
}

void FurnitureRules::check() const {
  for (const FurnitureRule& rule : rules_) rule.regex.get();
}

FurnitureRules::Candidates FurnitureRules::candidates(std::string_view line) const {
  const bool fits = at_most(line, kLongestRuleLine);
  if (!fits) line = line.substr(line.size() - kTailBytes);
  Candidates all = cues_.find(line);
  all.insert(all.end(), without_cue_.begin(), without_cue_.end());
  std::sort(all.begin(), all.end());
  if (!fits) std::erase_if(all, [&](std::uint32_t i) { return rules_[i].where != Where::tail; });
  return all;
}

const FurnitureRule* FurnitureRules::find(Where where, std::string_view line,
                                          const Candidates& among) const {
  if (!at_most(line, kLongestRuleLine)) return nullptr;
  for (const std::uint32_t i : among)
    if (rules_[i].where == where && rules_[i].regex.get().matches(line)) return &rules_[i];
  return nullptr;
}

std::optional<FurnitureRules::Tail> FurnitureRules::find_tail(
    std::string_view line, const std::vector<std::uint32_t>& gaps, const Candidates& among) const {
  if (std::none_of(among.begin(), among.end(),
                   [&](std::uint32_t i) { return rules_[i].where == Where::tail; }))
    return std::nullopt;
  const bool short_line = at_most(line, kLongestRuleLine / 2);
  std::size_t at = line.size() > kTailBytes ? line.size() - kTailBytes : 1;
  for (; at < line.size(); ++at) {
    const bool blank = line[at - 1] == ' ';
    // Scrapers lose the blank between a sentence and what followed it on the page.
    if (!blank && !(is_full_stop(line[at - 1]) && !is_full_stop(line[at]))) continue;
    const std::string_view before = line.substr(0, blank ? at - 1 : at), tail = line.substr(at);
    const std::string_view bare = without_separator(tail);
    const bool parted = bare.size() < tail.size() || ends_with_figure(before) ||
                        std::binary_search(gaps.begin(), gaps.end(), at - 1);
    if (!(short_line && parted) && !ends_sentence(before)) continue;
    const FurnitureRule* rule = find(Where::tail, tail, among);
    if (!rule) rule = find(Where::tail, bare, among);
    if (rule) return Tail{static_cast<std::uint32_t>(at), rule};
  }
  return std::nullopt;
}

}  // namespace qogam::clean
