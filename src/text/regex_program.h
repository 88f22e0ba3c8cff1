// A regular expression as steps for the matcher.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <vector>

#include "text/regex_parser.h"

namespace qogam::text {

struct RegexStep {
  enum class Op : std::uint8_t {
    literal, set,           // one code point
    greedy, lazy, possessive,  // `least` to `most` code points of one set, or of one literal
    split,                  // on with the next step or, if that leads nowhere, with `to`
    jump,                   // on with `to`
    atomic, ahead, behind,  // what follows up to its `accept`, as a match of its own; then on with `to`
    guard,                  // what follows begins with one of `follow`; takes nothing
    begin, end, border, no_border,
    accept,
  };
  Op op = Op::accept;
  bool folded = false, negative = false;
  char32_t literal = 0;
  const CharSet* set = nullptr;       // of a repeat of a literal null
  const CharSet* follow = nullptr;    // of a long repeat: what comes behind it begins with one of these, where that is known;
                                      // of `behind`: what it looks for ends with one of these
  std::uint32_t to = 0;
  std::uint32_t least = 0, most = 0;  // of a repeat; of `behind` the code points it is long
};

struct RegexProgram {
  std::vector<RegexStep> steps;
  std::vector<std::shared_ptr<const CharSet>> sets;  // that steps point to
  std::uint32_t least = 0;                           // code points of a match
  CharSet first{true};                               // what a match may begin with, of the frequent letters
  bool any_first = false;                            // it may be empty or begin with anything
  std::vector<std::unique_ptr<const CharSet>> follows;
};

RegexProgram compile_regex(const RegexNode& tree);

}  // namespace qogam::text
