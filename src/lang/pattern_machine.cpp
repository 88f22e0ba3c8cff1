// The pattern machine.
#include "lang/pattern_machine.h"

#include <algorithm>
#include <utility>

namespace qogam::lang {

bool Matcher::match_at(const SentenceIndex& index, const RuleRecord& rule, std::uint32_t start, Match& match) {
  captures_.assign(rule.slots * 2, Match::kUnset);
  first_ = rule.first_instruction, instructions_ = rule.instructions;
  std::uint32_t end = start;
  if (!run(index, rule.start, start, end) || end == start) return false;
  match.tokens = {start, end};
  match.captures.assign(rule.slots, {Match::kUnset, Match::kUnset});
  for (std::uint32_t k = 0; k < rule.slots; ++k)
    if (captures_[2 * k] != Match::kUnset && captures_[2 * k + 1] != Match::kUnset && captures_[2 * k] != captures_[2 * k + 1])
      match.captures[k] = {captures_[2 * k], captures_[2 * k + 1]};
  return true;
}

Matcher::Frame& Matcher::open_frame(const SentenceIndex& index) {
  if (depth_ == memory_.frames.size()) memory_.frames.emplace_back();
  Frame& frame = memory_.frames[depth_++];
  const std::size_t bits = instructions_ * (index.range().size() + 1);
  if (frame.visited.size() * 64 < bits) frame.visited.resize(bits / 64 + 1, 0);
  return frame;
}

void Matcher::close_frame() {
  Frame& frame = memory_.frames[--depth_];
  for (const std::size_t bit : frame.touched) frame.visited[bit / 64] = 0;
  frame.touched.clear();
  frame.jobs.clear();
}

bool Matcher::run(const SentenceIndex& index, std::uint32_t pc, std::uint32_t start, std::uint32_t& end) {
  Frame& frame = open_frame(index);
  bool found = follow(index, frame, pc, start, end);
  while (!found && !frame.jobs.empty()) {
    const Frame::Job job = frame.jobs.back();
    frame.jobs.pop_back();
    if (job.pc == Frame::kRestore) captures_[job.slot] = job.old;
    else found = follow(index, frame, job.pc, job.token, end);
  }
  close_frame();
  return found;
}

bool Matcher::visit(Frame& frame, std::size_t bit) {
  std::uint64_t& word = frame.visited[bit / 64];
  const std::uint64_t mask = std::uint64_t{1} << bit % 64;
  if (word & mask) return false;
  word |= mask;
  frame.touched.push_back(bit);
  return true;
}

// Goes one way until it fails or is through, and leaves the other ways among the jobs.
bool Matcher::follow(const SentenceIndex& index, Frame& frame, std::uint32_t pc, std::uint32_t token, std::uint32_t& end) {
  const TokenRange range = index.range();
  for (std::uint32_t next = 0;; pc = next) {
    const Instruction& in = program_[pc];
    next = in.next;
    if (in.op == Op::accept) {
      end = token;
      return true;
    }
    if (in.joins != 0 && !visit(frame, (pc - first_) * (range.size() + 1) + (token - range.first))) return false;
    switch (in.op) {
      case Op::split:
        if (const auto* set = program_.set_of(in)) {
          if (token >= range.last || !has(index, *set, token)) return false;
          ++token;
          next = set->next;
        } else {
          frame.jobs.push_back({in.other, token, 0, 0});
        }
        break;
      case Op::save:
        frame.jobs.push_back({Frame::kRestore, 0, in.a, captures_[in.a]});
        captures_[in.a] = token;
        break;
      case Op::at_start:
        if (token != range.first) return false;
        break;
      case Op::at_end:
        if (token != range.last) return false;
        break;
      case Op::look:
      case Op::look_not:
        if (!look(index, frame, pc, token)) return false;
        break;
      default:
        if (token >= range.last || !take(index, frame, in, token)) return false;
    }
  }
}

bool Matcher::look(const SentenceIndex& index, Frame& frame, std::uint32_t pc, std::uint32_t token) {
  const Instruction& in = program_[pc];
  if (const auto* set = program_.set_of(in)) return (token < index.range().last && has(index, *set, token)) == (in.op == Op::look);
  std::uint32_t ignored = 0;
  frame.before = captures_;
  const bool found = run(index, in.other, token, ignored);
  if (!found || in.op == Op::look_not) captures_ = frame.before;
  if (found != (in.op == Op::look)) return false;
  // What a look ahead captured counts as long as this way goes on.
  for (std::uint32_t slot = 0; slot < frame.before.size(); ++slot)
    if (captures_[slot] != frame.before[slot]) frame.jobs.push_back({Frame::kRestore, 0, slot, frame.before[slot]});
  return true;
}

// Moves `token` behind what the instruction takes; of several entries or mentions the longest is taken, and the others are left for later.
bool Matcher::take(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t& token) const {
  if (in.op != Op::lexicon && in.op != Op::mention) return token_fits(index, in, token++);
  const Document& d = index.document();
  std::uint32_t longest = 0;
  const auto put = [&](std::uint32_t behind) {
    if (longest != 0) frame.jobs.push_back({in.next, longest, 0, 0});
    longest = behind;
  };
  if (in.op == Op::lexicon) {
    const auto terms = index.terms_at(token);
    for (std::size_t k = terms.size(); k-- > 0;)
      if (const Term& t = d.terms[terms[k]]; term_fits(index, in, t)) put(t.tokens.last);
  } else {
    const auto mentions = index.mentions_at(token);
    for (std::size_t k = mentions.size(); k-- > 0;)
      if (const Mention& m = d.mentions[mentions[k]]; mention_fits(index, in, m)) put(m.tokens.last);
  }
  token = longest;
  return longest != 0;
}

bool Matcher::has(const SentenceIndex& index, const TokenSetRecord& set, std::uint32_t token) const {
  if (any_takes(index, program_.others(set), token)) return true;
  const Document& d = index.document();
  const Word& w = d.words[token];
  bool may = set.may_have(w.form);
  for (std::uint32_t a = w.first; a < w.first + w.count && !may; ++a) may = set.may_have(d.analyses[a].lemma);
  return may && any_takes(index, program_.numbered(set), token);
}

bool Matcher::any_takes(const SentenceIndex& index, std::span<const std::uint32_t> pcs, std::uint32_t token) const {
  return std::ranges::any_of(pcs, [&](std::uint32_t pc) { return takes(index, program_[pc], token); });
}

bool Matcher::takes(const SentenceIndex& index, const Instruction& in, std::uint32_t token) const {
  const Document& d = index.document();
  if (in.op == Op::lexicon)
    return std::ranges::any_of(index.terms_at(token), [&](std::uint32_t t) { return term_fits(index, in, d.terms[t]); });
  if (in.op == Op::mention)
    return std::ranges::any_of(index.mentions_at(token), [&](std::uint32_t m) { return mention_fits(index, in, d.mentions[m]); });
  return token_fits(index, in, token);
}

bool Matcher::term_fits(const SentenceIndex& index, const Instruction& in, const Term& t) const {
  return t.lexicon == in.a && (in.b == 0 || lexicon_.attribute_is(t.entry, in.b, in.c)) && any_token_fits(index, in, t.tokens);
}

bool Matcher::mention_fits(const SentenceIndex& index, const Instruction& in, const Mention& m) const {
  return static_cast<std::uint32_t>(m.type) == in.a && (in.b == 0 || m.kind == index.strings()[in.b]) && any_token_fits(index, in, m.tokens);
}

bool Matcher::any_token_fits(const SentenceIndex& index, const Instruction& in, TokenRange tokens) const {
  if (in.required == 0 && in.forbidden == 0) return true;
  Instruction any = in;
  any.op = Op::any;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
    if (token_fits(index, any, t)) return true;
  return false;
}

// A word found by its form or its beginning has no reading of its own: any reading of the token counts.
bool Matcher::matches_by_prefix(const Document& d, const Word& w, std::uint32_t lemma) {
  for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
    if (d.analyses[a].lemma == lemma && d.analyses[a].features == feature::guessed) return true;
  return false;
}

// Aspect, short forms and degrees are those of the chosen reading: the others do not keep them.
bool Matcher::token_fits(const SentenceIndex& index, const Instruction& in, std::uint32_t token) const {
  constexpr Features kOfChosen = feature::perfective | feature::short_form | feature::comparative;
  const Word& w = index.document().words[token];
  if (in.op == Op::form && w.form != in.a) return false;
  const Features chosen = w.tag & kOfChosen, shape = (w.features >> 48 << 48) | chosen;
  // What no reading has is soon told.
  if ((shape & in.forbidden) != 0 || (in.required & ~(w.features | chosen)) != 0) return false;
  const bool needs_reading = ((in.required | in.forbidden) << 16) != 0;
  if (in.op != Op::word ? !needs_reading || w.count == 0 : !needs_reading && w.form == in.a) return (shape & in.required) == in.required;
  return reading_fits(index, in, w, shape);
}

bool Matcher::reading_fits(const SentenceIndex& index, const Instruction& in, const Word& w, Features shape) const {
  const Document& d = index.document();
  const bool any_reading = in.op != Op::word || matches_by_prefix(d, w, in.a);
  for (std::uint32_t a = w.first; a < w.first + w.count; ++a) {
    const Analysis& reading = d.analyses[a];
    if (!any_reading && reading.lemma != in.a) continue;
    if (((reading.features | shape) & in.required) == in.required && !(reading.features & in.forbidden)) return true;
  }
  return false;
}

}  // namespace qogam::lang
