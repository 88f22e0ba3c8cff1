// First and second tokens of rules.
#include "lang/rule_starts.h"

#include <algorithm>

namespace qogam::lang {
namespace {

bool takes_one_token(const Instruction& in) { return in.op == Op::word || in.op == Op::form || in.op == Op::any; }

}  // namespace

RuleStarts::RuleStarts(std::span<const Instruction> program, std::span<const RuleRecord> rules, std::uint32_t first_rule, std::uint32_t count)
    : program_(program) {
  for (std::uint32_t rule = first_rule; rule < first_rule + count; ++rule)
    for (const std::uint32_t pc : reachable(rules[rule].start).pcs) add_first({rule, pc});
}

// What can be reached without taking a token. A look ahead is passed over: what it wants is left to the machine.
RuleStarts::Follow RuleStarts::reachable(std::uint32_t pc) const {
  Follow result;
  std::vector<std::uint32_t> open{pc}, seen;
  while (!open.empty()) {
    pc = open.back();
    open.pop_back();
    if (std::ranges::find(seen, pc) != seen.end()) continue;
    seen.push_back(pc);
    const Instruction& in = program_[pc];
    if (in.op <= Op::any) result.pcs.push_back(pc);
    else if (in.op == Op::accept || in.op == Op::at_end) result.open = true;
    else open.push_back(in.next);
    if (in.op == Op::split) open.push_back(in.other);
  }
  return result;
}

void RuleStarts::add_first(First first) {
  const Instruction& in = program_[first.pc];
  if (takes_one_token(in) && !follows_.contains(in.next)) follows_.emplace(in.next, reachable(in.next));
  switch (in.op) {
    case Op::word: words_[in.a].push_back(first); return;
    case Op::form: forms_[in.a].push_back(first); return;
    case Op::lexicon: lexicons_[in.a].push_back(first); return;
    case Op::mention: mentions_[in.a].push_back(first); return;
    default: break;
  }
  const auto same = [&](const Shape& s) { return program_[s.pc].required == in.required && program_[s.pc].forbidden == in.forbidden; };
  auto shape = std::ranges::find_if(shapes_, same);
  if (shape == shapes_.end()) shape = shapes_.insert(shapes_.end(), {first.pc, {}});
  shape->firsts.push_back(first);
}

bool RuleStarts::may_go_on(const SentenceIndex& index, const Matcher& matcher, const Instruction& in, std::uint32_t token) const {
  if (!takes_one_token(in)) return true;
  const Follow& follow = follows_.at(in.next);
  if (follow.open) return true;
  return token + 1 < index.range().last && std::ranges::any_of(follow.pcs, [&](std::uint32_t pc) { return matcher.takes(index, program_[pc], token + 1); });
}

void RuleStarts::collect(std::span<const First> firsts, const SentenceIndex& index, const Matcher& matcher, std::uint32_t token, std::vector<Start>& starts) const {
  for (const First& first : firsts) {
    if (!starts.empty() && starts.back() == Start{first.rule, token}) continue;
    const Instruction& in = program_[first.pc];
    if (matcher.takes(index, in, token) && may_go_on(index, matcher, in, token)) starts.push_back({first.rule, token});
  }
}

void RuleStarts::collect(const Keyed& keyed, std::uint32_t key, const SentenceIndex& index, const Matcher& matcher, std::uint32_t token, std::vector<Start>& starts) const {
  if (const auto found = keyed.find(key); found != keyed.end()) collect(found->second, index, matcher, token, starts);
}

std::vector<RuleStarts::Start> RuleStarts::find(const SentenceIndex& index, const Matcher& matcher) const {
  const Document& d = index.document();
  std::vector<Start> starts;
  for (std::uint32_t t = index.range().first; t < index.range().last; ++t) {
    const Word& w = d.words[t];
    collect(forms_, w.form, index, matcher, t, starts);
    collect(words_, w.form, index, matcher, t, starts);
    for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
      if (d.analyses[a].lemma != w.form) collect(words_, d.analyses[a].lemma, index, matcher, t, starts);
    for (const std::uint32_t term : index.terms_at(t)) collect(lexicons_, d.terms[term].lexicon, index, matcher, t, starts);
    for (const std::uint32_t m : index.mentions_at(t)) collect(mentions_, static_cast<std::uint32_t>(d.mentions[m].type), index, matcher, t, starts);
    for (const Shape& shape : shapes_)
      if (matcher.takes(index, program_[shape.pc], t)) collect(shape.firsts, index, matcher, t, starts);
  }
  std::ranges::sort(starts);
  starts.erase(std::ranges::unique(starts).begin(), starts.end());
  return starts;
}

}  // namespace qogam::lang
