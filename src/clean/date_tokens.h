// A line cut into numbers, words and signs, as dates need it.
#pragma once

#include <string_view>
#include <vector>

#include "qogam/span.h"

namespace qogam::clean {

struct DateToken {
  enum class Kind { number, word, sign } kind = Kind::sign;
  Span span;
  int value = 0;       // of a number of up to four figures, else -1
  char32_t sign = 0;   // of a sign
  bool blank = false;  // a blank stands before it

  std::size_t figures() const { return span.size(); }
  bool is_number(std::size_t least, std::size_t most) const {
    return kind == Kind::number && figures() >= least && figures() <= most;
  }
  bool is_sign(char32_t c) const { return kind == Kind::sign && sign == c; }
  bool is_word() const { return kind == Kind::word; }
};

// Words are runs of letters. Linear. Pure.
std::vector<DateToken> date_tokens(std::string_view line);

}  // namespace qogam::clean
