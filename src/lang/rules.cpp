// Running rule sets and reading what their rules give.
#include "lang/rules.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "lang/rule_starts.h"

namespace qogam::lang {

// What is told of a set when a sentence is first asked about it: a call for articles of one language does without the others.
class LazyStarts {
 public:
  LazyStarts(const RuleStarts::Source& source, const RuleSetRecord& set) : source_(source), set_(set) {}
  const RuleStarts& get() const {
    std::call_once(once_, [&] { starts_.emplace(source_, set_); });
    return *starts_;
  }

 private:
  const RuleStarts::Source& source_;
  const RuleSetRecord& set_;
  mutable std::once_flag once_;
  mutable std::optional<RuleStarts> starts_;
};

struct Rules::Search {
  explicit Search(const model::ModelView& model) : program(model) {}
  PatternProgram program;
  RuleStarts::Source source;
  std::deque<LazyStarts> starts;  // of each set
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> named;
};

Rules::Rules(const model::ModelView& model, const model::StringTable& strings)
    : strings_(strings),
      rules_(model.section<RuleRecord>("rules.rules")),
      sets_(model.section<RuleSetRecord>("rules.sets")),
      fields_(model.section<FieldRecord>("rules.fields")),
      anchors_(model.section<AnchorRecord>("rules.anchors")),
      captures_(model.section<std::uint32_t>("rules.captures")),
      examples_(model.section<ExampleRecord>("rules.examples")) {
  auto search = std::make_shared<Search>(model);
  search->source = {search->program.instructions(), rules_, anchors_, model::StringTable(model, "words")};
  for (const RuleSetRecord& set : sets_) {
    search->named[strings_[set.name]].push_back(static_cast<std::uint32_t>(search->starts.size()));
    search->starts.emplace_back(search->source, set);
  }
  search_ = std::move(search);
  for (const RuleRecord& rule : rules_) {
    labels_.push_back(label_of(rule));
    confidences_.push_back(confidence_of(rule));
  }
}

std::vector<Match> Rules::find(const SentenceIndex& index, const Lexicon& lexicon, std::string_view name,
                               std::uint32_t language) const {
  std::vector<Match> matches;
  const auto named = search_->named.find(name);
  if (named == search_->named.end()) return matches;
  Matcher matcher(search_->program, lexicon, index.memory());
  Match match;
  for (const std::uint32_t s : named->second) {
    if (sets_[s].language != 0 && sets_[s].language != language) continue;
    for (const auto& [rule, token] : search_->starts[s].get().find(index, matcher)) {
      match.rule = rule;
      if (matcher.match_at(index, rules_[rule], token, match)) matches.push_back(match);
    }
  }
  return matches;
}

std::vector<Match> Rules::select(std::vector<Match> matches) const {
  if (matches.size() < 2) return matches;
  std::stable_sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) {
    const std::int32_t pa = rules_[a.rule].priority, pb = rules_[b.rule].priority;
    if (pa != pb) return pa > pb;
    if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
    return a.rule < b.rule;
  });
  std::uint32_t first = matches.front().tokens.first, last = 0;
  for (const Match& m : matches) first = std::min(first, m.tokens.first), last = std::max(last, m.tokens.last);
  std::vector<bool> taken(last - first, false);
  std::vector<Match> kept;
  for (Match& m : matches) {
    const auto from = taken.begin() + (m.tokens.first - first), to = taken.begin() + (m.tokens.last - first);
    if (std::find(from, to, true) != to) continue;
    std::fill(from, to, true);
    kept.push_back(std::move(m));
  }
  std::ranges::sort(kept, {}, [](const Match& m) { return m.tokens.first; });
  return kept;
}

std::string Rules::label_of(const RuleRecord& rule) const {
  std::string file(strings_[rule.file]);
  const std::string language = file.substr(0, file.find('/'));
  const std::size_t slash = file.rfind('/'), dot = file.rfind('.');
  return language + "/" + file.substr(slash + 1, dot - slash - 1) + ":" + std::string(strings_[rule.name]);
}

double Rules::confidence_of(const RuleRecord& r) const {
  double value = 0.9;
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
