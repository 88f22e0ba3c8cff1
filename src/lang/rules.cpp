// Running rule sets and reading what their rules give.
#include "lang/rules.h"

#include <algorithm>
#include <charconv>

namespace qogam::lang {

Rules::Rules(const model::ModelView& model, const model::StringTable& strings)
    : strings_(strings),
      program_(model.section<Instruction>("rules.program")),
      rules_(model.section<RuleRecord>("rules.rules")),
      sets_(model.section<RuleSetRecord>("rules.sets")),
      fields_(model.section<FieldRecord>("rules.fields")),
      anchors_(model.section<AnchorRecord>("rules.anchors")),
      captures_(model.section<std::uint32_t>("rules.captures")),
      examples_(model.section<ExampleRecord>("rules.examples")) {
  find_firsts();
}

// What can be reached from the start of a rule without taking a token (the "first set" of a
// grammar's symbol; Aho et al., Compilers, 4.4).
void Rules::find_firsts() {
  std::vector<char> seen(program_.size(), 0);
  for (const RuleRecord& rule : rules_) {
    first_of_.push_back(static_cast<std::uint32_t>(firsts_.size()));
    std::vector<std::uint32_t> open{rule.start}, reached;
    while (!open.empty()) {
      const std::uint32_t pc = open.back();
      open.pop_back();
      if (seen[pc]) continue;
      seen[pc] = 1;
      reached.push_back(pc);
      const Instruction& in = program_[pc];
      if (in.op == Op::accept) continue;
      if (in.op <= Op::any) {
        firsts_.push_back(pc);
        continue;
      }
      open.push_back(in.next);
      if (in.op == Op::split) open.push_back(in.other);
    }
    for (const std::uint32_t pc : reached) seen[pc] = 0;
  }
  first_of_.push_back(static_cast<std::uint32_t>(firsts_.size()));
}

std::span<const std::uint32_t> Rules::firsts(std::uint32_t rule) const {
  return std::span(firsts_).subspan(first_of_[rule], first_of_[rule + 1] - first_of_[rule]);
}

bool Rules::may_match(const SentenceIndex& index, const RuleRecord& rule) const {
  const auto anchors = anchors_.subspan(rule.first_anchor, rule.anchors);
  return anchors.empty() || std::ranges::any_of(anchors, [&](const AnchorRecord& a) { return index.has(a); });
}

std::vector<Match> Rules::find(const SentenceIndex& index, const Lexicon& lexicon, std::string_view name,
                               std::uint32_t language) const {
  std::vector<Match> matches;
  Matcher matcher(program_, lexicon);
  Match match;
  for (const RuleSetRecord& set : sets_) {
    if (strings_[set.name] != name || (set.language != 0 && set.language != language)) continue;
    for (std::uint32_t r = set.first_rule; r < set.first_rule + set.rules; ++r) {
      if (!may_match(index, rules_[r])) continue;
      match.rule = r;
      for (std::uint32_t t = index.range().first; t < index.range().last; ++t)
        if (matcher.may_start(index, firsts(r), t) && matcher.match_at(index, rules_[r], t, match)) matches.push_back(match);
    }
  }
  return matches;
}

std::vector<Match> Rules::select(std::vector<Match> matches) const {
  std::stable_sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) {
    const std::int32_t pa = rules_[a.rule].priority, pb = rules_[b.rule].priority;
    if (pa != pb) return pa > pb;
    if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
    return a.rule < b.rule;
  });
  std::vector<Match> kept;
  for (Match& m : matches) {
    const bool free = std::ranges::none_of(kept, [&](const Match& k) { return k.tokens.overlaps(m.tokens); });
    if (free) kept.push_back(std::move(m));
  }
  std::ranges::sort(kept, {}, [](const Match& m) { return m.tokens.first; });
  return kept;
}

std::string Rules::label(std::uint32_t rule) const {
  std::string file(strings_[rules_[rule].file]);
  const std::string language = file.substr(0, file.find('/'));
  const std::size_t slash = file.rfind('/'), dot = file.rfind('.');
  return language + "/" + file.substr(slash + 1, dot - slash - 1) + ":" + std::string(strings_[rules_[rule].name]);
}

double Rules::confidence(std::uint32_t rule) const {
  double value = 0.9;
  const RuleRecord& r = rules_[rule];
  for (const FieldRecord& f : fields_.subspan(r.first_field, r.fields))
    if (strings_[f.name] == "confidence") std::from_chars(strings_[f.value].data(), strings_[f.value].data() + strings_[f.value].size(), value);
  return value;
}

Rules::Value Rules::field(const Match& match, std::string_view name) const {
  const RuleRecord& rule = rules_[match.rule];
  Value last;
  for (const FieldRecord& f : fields_.subspan(rule.first_field, rule.fields)) {
    if (strings_[f.name] != name) continue;
    if (f.capture < 0) return {true, false, {}, strings_[f.value]};
    const TokenRange tokens = match.captures[f.capture];
    if (tokens.first != Match::kUnset) return {true, true, tokens, {}};
  }
  return last;
}

}  // namespace qogam::lang
