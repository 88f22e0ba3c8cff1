// The pattern machine.
#include "lang/matcher.h"

#include <algorithm>

namespace qogam::lang {
namespace {

constexpr std::uint32_t kRestore = 0xFFFFFFFE;

void sort_distinct(std::vector<std::uint32_t>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

}  // namespace

template <typename Items>
void SentenceIndex::fill(Bucket& bucket, const Items& items, TokenRange numbers) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  for (std::uint32_t i = numbers.first; i < numbers.last; ++i)
    if (range_.contains(items[i].tokens)) found.emplace_back(items[i].tokens.first, i);
  // Longer ones first, as they are tried in this order.
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return items[a.second].tokens.last > items[b.second].tokens.last;
  });
  bucket.first.assign(range_.size() + 1, 0);
  for (const auto& [token, item] : found) {
    ++bucket.first[token - range_.first + 1];
    bucket.items.push_back(item);
  }
  for (std::size_t k = 1; k < bucket.first.size(); ++k) bucket.first[k] += bucket.first[k - 1];
}

SentenceIndex::SentenceIndex(const Document& document, TokenRange range, TokenRange mentions,
                             const model::StringTable& strings)
    : document_(document), range_(range), strings_(strings) {
  const auto first_token = [](const Term& t) { return t.tokens.first; };
  const auto number = [&](std::uint32_t token) {
    const auto it = std::ranges::lower_bound(document.terms, token, {}, first_token);
    return static_cast<std::uint32_t>(it - document.terms.begin());
  };
  fill(terms_, document.terms, {number(range.first), number(range.last)});
  fill(mentions_, document.mentions, mentions);
  for (const std::uint32_t t : terms_.items) lexicons_.push_back(document.terms[t].lexicon);
  for (const std::uint32_t m : mentions_.items)
    mention_types_ |= 1u << static_cast<unsigned>(document.mentions[m].type);
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    const Word& w = document.words[t];
    forms_.push_back(w.form);
    words_.push_back(w.form);
    for (std::uint32_t a = w.first; a < w.first + w.count; ++a) words_.push_back(document.analyses[a].lemma);
  }
  sort_distinct(forms_);
  sort_distinct(words_);
  sort_distinct(lexicons_);
}

std::span<const std::uint32_t> SentenceIndex::at(const Bucket& bucket, std::uint32_t token) const {
  const std::uint32_t k = token - range_.first;
  return std::span(bucket.items).subspan(bucket.first[k], bucket.first[k + 1] - bucket.first[k]);
}

bool SentenceIndex::has(const AnchorRecord& anchor) const {
  switch (anchor.kind) {
    case 0: return std::ranges::binary_search(words_, anchor.value);
    case 1: return std::ranges::binary_search(forms_, anchor.value);
    case 2: return std::ranges::binary_search(lexicons_, anchor.value);
    default: return (mention_types_ >> anchor.value & 1u) != 0;
  }
}

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
  if (depth_ == frames_.size()) frames_.emplace_back();
  Frame& frame = frames_[depth_++];
  const std::size_t bits = instructions_ * (index.range().size() + 1);
  if (frame.visited.size() * 64 < bits) frame.visited.resize(bits / 64 + 1, 0);
  return frame;
}

void Matcher::close_frame() {
  Frame& frame = frames_[--depth_];
  for (const std::size_t bit : frame.touched) frame.visited[bit / 64] = 0;
  frame.touched.clear();
  frame.jobs.clear();
}

bool Matcher::run(const SentenceIndex& index, std::uint32_t pc, std::uint32_t start, std::uint32_t& end) {
  Frame& frame = open_frame(index);
  const std::size_t width = index.range().size() + 1;
  frame.jobs.push_back({pc, start, 0, 0});
  bool found = false;
  while (!found && !frame.jobs.empty()) {
    const Job job = frame.jobs.back();
    frame.jobs.pop_back();
    if (job.pc == kRestore) {
      captures_[job.slot] = job.old;
    } else if (program_[job.pc].op == Op::accept) {
      end = job.token;
      found = true;
    } else if (visit(frame, (job.pc - first_) * width + (job.token - index.range().first))) {
      step(index, frame, program_[job.pc], job.token);
    }
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

void Matcher::step(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t token) {
  switch (in.op) {
    case Op::split:
      frame.jobs.push_back({in.other, token, 0, 0});
      frame.jobs.push_back({in.next, token, 0, 0});
      return;
    case Op::save:
      frame.jobs.push_back({kRestore, 0, in.a, captures_[in.a]});
      captures_[in.a] = token;
      frame.jobs.push_back({in.next, token, 0, 0});
      return;
    case Op::at_start:
      if (token == index.range().first) frame.jobs.push_back({in.next, token, 0, 0});
      return;
    case Op::at_end:
      if (token == index.range().last) frame.jobs.push_back({in.next, token, 0, 0});
      return;
    case Op::look:
    case Op::look_not: return look(index, frame, in, token);
    default:
      if (token < index.range().last) consume(index, frame, in, token);
  }
}

void Matcher::look(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t token) {
  std::uint32_t ignored = 0;
  frame.before = captures_;
  const bool found = run(index, in.other, token, ignored);
  if (!found || in.op == Op::look_not) captures_ = frame.before;
  if (found != (in.op == Op::look)) return;
  // What a look ahead captured counts as long as this way goes on.
  for (std::uint32_t slot = 0; slot < frame.before.size(); ++slot)
    if (captures_[slot] != frame.before[slot]) frame.jobs.push_back({kRestore, 0, slot, frame.before[slot]});
  frame.jobs.push_back({in.next, token, 0, 0});
}

void Matcher::consume(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t token) const {
  const Document& d = index.document();
  if (in.op == Op::lexicon) {
    // Pushed in reverse, so that the longest entry is tried first.
    const auto terms = index.terms_at(token);
    for (std::size_t k = terms.size(); k-- > 0;)
      if (const Term& t = d.terms[terms[k]]; term_fits(index, in, t)) frame.jobs.push_back({in.next, t.tokens.last, 0, 0});
  } else if (in.op == Op::mention) {
    const auto mentions = index.mentions_at(token);
    for (std::size_t k = mentions.size(); k-- > 0;)
      if (const Mention& m = d.mentions[mentions[k]]; mention_fits(index, in, m)) frame.jobs.push_back({in.next, m.tokens.last, 0, 0});
  } else if (token_fits(index, in, token)) {
    frame.jobs.push_back({in.next, token + 1, 0, 0});
  }
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
  return t.lexicon == in.a && attribute_fits(in, t.entry, index.strings()) && any_token_fits(index, in, t.tokens);
}

bool Matcher::mention_fits(const SentenceIndex& index, const Instruction& in, const Mention& m) const {
  return static_cast<std::uint32_t>(m.type) == in.a && (in.b == 0 || m.kind == index.strings()[in.b]) && any_token_fits(index, in, m.tokens);
}

bool Matcher::attribute_fits(const Instruction& in, std::uint32_t entry, const model::StringTable& strings) const {
  return in.b == 0 || lexicon_.attribute(entry, strings[in.b]) == strings[in.c];
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

bool Matcher::token_fits(const SentenceIndex& index, const Instruction& in, std::uint32_t token) const {
  const Document& d = index.document();
  const Word& w = d.words[token];
  if (in.op == Op::form && w.form != in.a) return false;
  // Aspect, short forms and degrees are those of the chosen reading: the others do not keep them.
  constexpr Features kOfChosen = feature::perfective | feature::short_form | feature::comparative;
  const Features shape = (w.features >> 48 << 48) | (w.tag & kOfChosen);
  if ((shape & in.forbidden) != 0) return false;
  const bool needs_reading = ((in.required | in.forbidden) << 16) != 0;
  if (!needs_reading && in.op != Op::word) return (shape & in.required) == in.required;
  if (w.count == 0 && in.op != Op::word) return (shape & in.required) == in.required;
  if (in.op == Op::word && w.form == in.a && !needs_reading) return (shape & in.required) == in.required;
  const bool any_reading = in.op != Op::word || matches_by_prefix(d, w, in.a);
  for (std::uint32_t a = w.first; a < w.first + w.count; ++a) {
    const Analysis& reading = d.analyses[a];
    if (!any_reading && reading.lemma != in.a) continue;
    if (((reading.features | shape) & in.required) == in.required && !(reading.features & in.forbidden)) return true;
  }
  return false;
}

}  // namespace qogam::lang
