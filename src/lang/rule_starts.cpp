// First and second tokens of rules.
#include "lang/rule_starts.h"

#include <algorithm>

namespace qogam::lang {

RuleStarts::RuleStarts(const Source& source, const RuleSetRecord& set)
    : program_(source.program), rules_(source.rules), anchors_(source.anchors), set_(set), triggers_(source.rules, source.anchors, set, source.words) {
  for (std::uint32_t rule = set.first_rule; rule < set.first_rule + set.rules; ++rule)
    for (const std::uint32_t pc : reachable(rules_[rule].start).pcs) add_first(rule, pc);
}

// What can be reached without taking a token. A look ahead is passed over: what it wants is left to the machine.
RuleStarts::Reachable RuleStarts::reachable(std::uint32_t pc) const {
  Reachable result;
  std::vector<std::uint32_t> open{pc}, seen;
  while (!open.empty()) {
    pc = open.back();
    open.pop_back();
    if (std::ranges::find(seen, pc) != seen.end()) continue;
    seen.push_back(pc);
    const Instruction& in = program_[pc];
    if (in.op <= Op::any) result.pcs.push_back(pc);
    else if (in.op == Op::accept || in.op == Op::at_end) result.end = true;
    else open.push_back(in.next);
    if (in.op == Op::split) open.push_back(in.other);
  }
  return result;
}

// The number of what may stand behind an instruction that takes one token; kAnything where a match may end there.
std::uint32_t RuleStarts::follow_of(const Instruction& in) {
  if (in.op != Op::word && in.op != Op::form && in.op != Op::any) return kAnything;
  const auto [known, fresh] = follow_numbers_.try_emplace(in.next, kAnything);
  if (!fresh) return known->second;
  Reachable next = reachable(in.next);
  if (next.end) return kAnything;
  known->second = static_cast<std::uint32_t>(follows_.size());
  follows_.push_back(std::move(next.pcs));
  return known->second;
}

void RuleStarts::add_first(std::uint32_t rule, std::uint32_t pc) {
  const Instruction& in = program_[pc];
  const First first{rule, pc, follow_of(in)};
  switch (in.op) {
    case Op::word: return words_.add(in.a, first);
    case Op::form: return forms_.add(in.a, first);
    case Op::lexicon: return lexicons_.add(in.a, first);
    case Op::mention: return mentions_.add(in.a, first);
    default: break;
  }
  const auto same = [&](const Shape& s) { return program_[s.pc].required == in.required && program_[s.pc].forbidden == in.forbidden; };
  auto shape = std::ranges::find_if(shapes_, same);
  if (shape == shapes_.end()) shape = shapes_.insert(shapes_.end(), {pc, {}});
  shape->firsts.push_back(first);
}

// The last token at which a match may begin: what the rule needs stands there or behind it. -1 where something is missing.
std::int64_t RuleStarts::last_start(const SentenceIndex& index, std::uint32_t rule) const {
  const auto anchors = anchors_.subspan(rules_[rule].first_anchor, rules_[rule].anchors);
  const std::int64_t end = index.range().last;
  if (anchors.empty()) return end;
  std::int64_t best = -1, line = end, clause = -1;
  for (const AnchorRecord& key : anchors) {
    if (clause < line) clause = std::max(clause, index.last(key));
    if (key.ends == 0) continue;
    line = std::min(line, clause);
    clause = -1;
    if (key.ends == 1) continue;
    best = std::max(best, line);
    line = end;
  }
  return best;
}

bool RuleStarts::may_go_on(const Search& search, const First& first, std::uint32_t token) const {
  if (first.follow == kAnything) return true;
  if (token + 1 == search.index.range().last) return false;
  return std::ranges::any_of(follows_[first.follow], [&](std::uint32_t pc) { return search.matcher.takes(search.index, program_[pc], token + 1); });
}

void RuleStarts::collect(std::span<const First> firsts, std::uint32_t token, const Search& search) const {
  std::vector<Start>& starts = search.memory.starts;
  for (const First& first : firsts) {
    if (search.memory.last_starts[first.rule - set_.first_rule] < token) continue;
    const Start start{first.rule, token};
    if (!starts.empty() && starts.back() == start) continue;
    if (search.matcher.takes(search.index, program_[first.pc], token) && may_go_on(search, first, token)) starts.push_back(start);
  }
}

// Whether any rule of the set has a chance.
bool RuleStarts::note_rules(const Search& search) const {
  constexpr std::int64_t kUnknown = -2;
  std::vector<std::int64_t>& last = search.memory.last_starts;
  last.assign(set_.rules, kUnknown);
  bool any = false;
  triggers_.each(search.index, [&](std::uint32_t rule) {
    std::int64_t& one = last[rule - set_.first_rule];
    if (one != kUnknown) return;
    one = last_start(search.index, rule);
    any |= one >= 0;
  });
  return any;
}

std::span<const RuleStarts::Start> RuleStarts::find(const SentenceIndex& index, const Matcher& matcher) const {
  const Search search{index, matcher, index.memory()};
  std::vector<Start>& starts = search.memory.starts;
  starts.clear();
  if (!note_rules(search)) return starts;
  for (const Shape& shape : shapes_) {
    if (std::ranges::none_of(shape.firsts, [&](const First& f) { return search.memory.last_starts[f.rule - set_.first_rule] >= 0; })) continue;
    for (std::uint32_t t = index.range().first; t < index.range().last; ++t)
      if (matcher.takes(index, program_[shape.pc], t)) collect(shape.firsts, t, search);
  }
  collect_keyed(search);
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

void RuleStarts::collect_keyed(const Search& search) const {
  const SentenceIndex& index = search.index;
  const Document& d = index.document();
  const bool by_words = !words_.empty() || !forms_.empty();
  for (std::uint32_t t = index.range().first; t < index.range().last; ++t) {
    const Word& w = d.words[t];
    if (by_words) {
      collect(forms_.at(w.form), t, search);
      collect(words_.at(w.form), t, search);
      for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
        if (d.analyses[a].lemma != w.form) collect(words_.at(d.analyses[a].lemma), t, search);
    }
    for (const std::uint32_t term : index.terms_at(t)) collect(lexicons_.at(d.terms[term].lexicon), t, search);
    for (const std::uint32_t m : index.mentions_at(t)) collect(mentions_.at(static_cast<std::uint32_t>(d.mentions[m].type)), t, search);
  }
}

}  // namespace qogam::lang
