// Matching by trying one way after the other.
#include "text/regex.h"

#include <algorithm>
#include <string>
#include <vector>

#include "qogam/error.h"
#include "text/case_folds.h"
#include "text/regex_program.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

using Op = RegexStep::Op;

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMostSteps = 10'000'000, kMostPlaces = 1'000'000;
constexpr std::size_t kFewPlaces = 64;  // that most matches make do with
constexpr char32_t kFrequent = 0x800;

class Machine {
 public:
  // With `whole` only matches that end with the text count.
  Machine(const RegexProgram& program, std::string_view text, bool whole) : program_(program), text_(text), whole_(whole) {}

  std::size_t match(std::size_t begin) { return run(0, begin, whole_ ? text_.size() : kNone); }
  bool gave_up() const { return steps_ >= kMostSteps; }

  bool can_begin_with(std::size_t at) const {
    if (program_.any_first) return true;
    const char32_t c = folds_.fold(decode_at(text_, at));
    return c >= kFrequent || program_.first.contains(c);
  }

 private:
  // Where to go on when a way leads nowhere. With `step` a repeat, as far as `limit`: a greedy one may give
  // back code points down to that byte, a lazy one may take that many more.
  struct Place {
    std::uint32_t step;
    Op op;
    std::size_t at, limit;
  };

  // From step `at_step` to its `accept`, at `end` where it is given; the end of the match, or kNone.
  std::size_t run(std::uint32_t at_step, std::size_t at, std::size_t end) {
    const std::size_t base = places_.size();
    bool fits = true;
    while (++steps_ < kMostSteps) {
      if (!fits && !come_back(base, at_step, at)) return kNone;
      const RegexStep& step = program_.steps[at_step];
      if (step.op == Op::accept && (end == kNone || at == end)) {
        places_.resize(base);
        return at;
      }
      fits = go(step, at_step, at);
    }
    return kNone;
  }

  // One step from `at`; whether it could be taken. Both are moved on.
  bool go(const RegexStep& step, std::uint32_t& number, std::size_t& at) {
    switch (step.op) {
      case Op::literal:
      case Op::set:
        ++number;
        return take(step, at);
      case Op::greedy:
      case Op::possessive:
      case Op::lazy:
        return repeat(step, number, at);
      case Op::split:
        number = leads_nowhere(program_.steps[number + 1], at) ? step.to : number + 1;
        return number == step.to || remember({step.to, Op::split, at, 0});
      case Op::jump:
        number = step.to;
        return true;
      case Op::atomic:
      case Op::ahead:
      case Op::behind:
        return apart(step, number, at);
      case Op::guard:
        ++number;
        return may_follow(step.follow, at);
      case Op::accept:
        return false;
      default:
        ++number;
        return stands(step.op, at);
    }
  }

  // Most ways of many are done with by their first letter.
  bool leads_nowhere(const RegexStep& step, std::size_t at) const {
    if (step.op == Op::guard) return !may_follow(step.follow, at);
    if (step.op == Op::behind) return !step.negative && !may_precede(step.follow, at);
    return (step.op == Op::literal || step.op == Op::set) && !take(step, at);
  }

  bool take(const RegexStep& step, std::size_t& at) const {
    if (at >= text_.size()) return false;
    std::size_t next = at;
    char32_t c = decode_at(text_, next);
    if (step.folded) c = folds_.fold(c);
    if (step.set ? !step.set->contains(c) : c != step.literal) return false;
    at = next;
    return true;
  }

  bool repeat(const RegexStep& step, std::uint32_t& number, std::size_t& at) {
    std::uint32_t count = 0;
    while (count < step.least)
      if (take(step, at)) ++count;
      else return false;
    if (step.op == Op::lazy) {
      const std::uint32_t more = step.most == RegexNode::kNoLimit ? step.most : step.most - count;
      return remember({number++, Op::lazy, at, more});
    }
    const std::size_t least = at;
    while (count < step.most && take(step, at)) ++count;
    steps_ += count;
    ++number;
    return step.op == Op::possessive || at == least || remember({number, Op::greedy, at, least});
  }

  bool remember(const Place& place) {
    if (places_.size() >= kMostPlaces) {
      steps_ = kMostSteps;
      return false;
    }
    if (places_.empty()) places_.reserve(kFewPlaces);
    places_.push_back(place);
    return true;
  }

  // The next way to try of those that were left after `base`.
  bool come_back(std::size_t base, std::uint32_t& number, std::size_t& at) {
    while (places_.size() > base) {
      Place& place = places_.back();
      number = place.step;
      at = place.at;
      if (place.op == Op::split) return places_.pop_back(), true;
      if (place.op == Op::greedy ? give_back(place, at) : take_more(place, number, at)) return true;
    }
    return false;
  }

  // The last place, of a greedy repeat: on with fewer code points.
  bool give_back(Place& place, std::size_t& at) {
    const CharSet* const follow = program_.steps[place.step - 1].follow;
    bool fits = false;
    while (!fits && at > place.limit) {
      do --at;
      while (at > place.limit && !starts_letter(text_[at]));
      fits = may_follow(follow, at);
    }
    place.at = at;
    if (at <= place.limit) places_.pop_back();
    return fits;
  }

  // The last place, of a lazy repeat: on with more code points.
  bool take_more(Place& place, std::uint32_t& number, std::size_t& at) {
    const RegexStep& step = program_.steps[number++];
    bool fits = false;
    while (!fits && place.limit > 0 && ++steps_ < kMostSteps && take(step, at)) {
      --place.limit;
      fits = may_follow(step.follow, at);
    }
    place.at = at;
    if (!fits) places_.pop_back();
    return fits;
  }

  bool may_follow(const CharSet* follow, std::size_t at) const {
    if (!follow) return true;
    if (at >= text_.size()) return false;
    const char32_t c = folds_.fold(decode_at(text_, at));
    return c >= kFrequent || follow->contains(c);
  }

  bool may_precede(const CharSet* last, std::size_t at) const {
    if (!last) return true;
    if (at == 0) return false;
    do --at;
    while (at > 0 && !starts_letter(text_[at]));
    return may_follow(last, at);
  }

  bool apart(const RegexStep& step, std::uint32_t& number, std::size_t& at) {
    const std::uint32_t inside = number + 1;
    number = step.to;
    if (step.op == Op::behind) return behind(step, inside, at) != step.negative;
    const std::size_t end = run(inside, at, kNone);
    if (step.op == Op::ahead) return (end != kNone) != step.negative;
    if (end != kNone) at = end;
    return end != kNone;
  }

  bool behind(const RegexStep& step, std::uint32_t inside, std::size_t at) {
    if (!may_precede(step.follow, at)) return false;
    std::size_t begin = at;
    for (std::uint32_t length = 0; length <= step.most; ++length) {
      if (length >= step.least && run(inside, begin, at) != kNone) return true;
      if (begin == 0) return false;
      do --begin;
      while (begin > 0 && !starts_letter(text_[begin]));
    }
    return false;
  }

  bool stands(Op op, std::size_t at) const {
    if (op == Op::begin) return at == 0;
    if (op == Op::end) return at == text_.size();
    return is_border(at) == (op == Op::border);
  }

  // Marks belong to what they stand on.
  bool is_border(std::size_t at) const {
    bool behind = false;
    if (at < text_.size()) {
      std::size_t next = at;
      const char32_t c = decode_at(text_, next);
      if (is_mark(c)) return false;
      behind = is_word_part(c);
    }
    while (at > 0) {
      do --at;
      while (at > 0 && !starts_letter(text_[at]));
      std::size_t next = at;
      const char32_t c = decode_at(text_, next);
      if (!is_mark(c)) return is_word_part(c) != behind;
    }
    return behind;
  }

  const RegexProgram& program_;
  std::string_view text_;
  bool whole_;
  const FoldTable& folds_ = case_folds();
  std::size_t steps_ = 0;
  std::vector<Place> places_;
};

}  // namespace

Regex::Regex(std::string_view pattern, std::string_view source) {
  try {
    program_ = std::make_shared<const RegexProgram>(compile_regex(parse_regex(pattern)));
  } catch (const RegexMistake& mistake) {
    const std::string place = source.empty() ? "" : " of " + std::string(source);
    throw Error(Cause::models, "The pattern \"" + std::string(pattern) + "\"" + place + " is no regular expression that is understood here: it has " +
                                   mistake.what() + " at byte " + std::to_string(mistake.at) + "; correct the pattern.");
  }
}

bool Regex::matches(std::string_view utf8) const {
  if (utf8.size() < program_->least) return false;
  Machine machine(*program_, utf8, true);
  return (utf8.empty() || machine.can_begin_with(0)) && machine.match(0) != kNone;
}

std::optional<Span> Regex::search(std::string_view utf8, std::uint32_t from) const {
  Machine machine(*program_, utf8, false);
  for (std::size_t at = from; at + program_->least <= utf8.size() && !machine.gave_up();) {
    if (at == utf8.size() || machine.can_begin_with(at))
      if (const std::size_t end = machine.match(at); end != kNone) return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    if (at == utf8.size()) break;
    decode_at(utf8, at);
  }
  return std::nullopt;
}

}  // namespace qogam::text
