// A regular expression as a tree.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "text/char_set.h"

namespace qogam::text {

struct RegexNode {
  enum class Kind { literal, set, sequence, choice, repeat, atomic, look, begin, end, border, no_border };
  enum class Greed { greedy, lazy, possessive };
  static constexpr std::uint32_t kNoLimit = 0xFFFFFFFF;

  Kind kind = Kind::sequence;
  bool folded = false;                // of a literal: it is a folded code point
  char32_t literal = 0;
  std::shared_ptr<const CharSet> set{};
  std::vector<RegexNode> children{};  // one of a repeat, an atomic group and a look
  std::uint32_t least = 0, most = 0;  // of a repeat
  Greed greed = Greed::greedy;
  bool behind = false, negative = false;  // of a look

  bool is_character() const { return kind == Kind::literal || kind == Kind::set; }
};

// How many code points a match of `node` has at least, and at most.
struct RegexLength {
  std::uint32_t least = 0, most = 0;
};
RegexLength length_of(const RegexNode& node);

struct RegexMistake : std::runtime_error {
  RegexMistake(const std::string& what, std::size_t byte) : std::runtime_error(what), at(byte) {}
  std::size_t at;  // byte of the pattern
};

// Throws RegexMistake where `pattern` is wrong or has what is not known here.
RegexNode parse_regex(std::string_view pattern);

}  // namespace qogam::text
