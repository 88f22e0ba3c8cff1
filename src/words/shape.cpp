// Shapes and numbers.
#include "words/shape.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace qogam::words {
namespace {

struct Counts {
  int letters = 0, upper = 0, lower = 0, latin = 0, digits = 0, dots = 0, hyphens = 0, others = 0;
  bool first_upper = false, first_digit = false;
};

Counts count(std::string_view token) {
  Counts n;
  bool first = true;
  for (std::size_t at = 0; at < token.size(); first = false) {
    const char32_t c = text::decode_at(token, at);
    if (text::is_letter(c)) {
      ++n.letters;
      n.upper += text::is_upper(c);
      n.lower += text::is_lower(c);
      n.latin += text::script_of(c) == text::Script::latin;
      n.first_upper |= first && text::is_upper(c);
    } else if (text::is_digit(c)) {
      ++n.digits;
      n.first_digit |= first;
    } else if (c == U'.') {
      ++n.dots;
    } else if (c == U'-' || c == 0x2010 || c == 0x2011) {
      ++n.hyphens;
    } else {
      ++n.others;
    }
  }
  return n;
}

int roman_digit(char c) {
  switch (c) {
    case 'I': return 1;
    case 'V': return 5;
    case 'X': return 10;
    case 'L': return 50;
    case 'C': return 100;
    case 'D': return 500;
    case 'M': return 1000;
    default: return 0;
  }
}

// The one proper spelling of a number, so that others can be refused.
std::string roman_numeral(std::int64_t number) {
  constexpr std::pair<int, const char*> kParts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
                                                    {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
  std::string numeral;
  for (const auto& [value, letters] : kParts)
    for (; number >= value; number -= value) numeral += letters;
  return numeral;
}

}  // namespace

Features shape_of(std::string_view token) {
  const Counts n = count(token);
  Features f = 0;
  if (n.letters == 0) f |= n.digits > 0 ? feature::digits : feature::punct;
  if (n.letters > 0 && n.first_digit) f |= feature::digits;
  if (n.letters > 0) f |= feature::word;
  if (n.first_upper) f |= feature::cap;
  if (n.letters > 1 && n.upper == n.letters) f |= feature::upper;
  if (n.letters > 0 && n.lower == n.letters) f |= feature::lower;
  if (n.letters > 0 && n.latin == n.letters) f |= feature::latin;
  if (n.letters > 0 && n.upper == n.letters && n.dots == n.letters) f |= feature::initial;
  if (n.hyphens > 0 && n.letters > 0) f |= feature::hyphen;
  return f;
}

std::int64_t roman_value(std::string_view numeral) {
  if (numeral.empty() || numeral.size() > 15) return -1;
  std::int64_t sum = 0;
  int previous = 0;
  for (auto it = numeral.rbegin(); it != numeral.rend(); ++it) {
    const int digit = roman_digit(*it);
    if (digit == 0) return -1;
    sum += digit < previous ? -digit : digit;
    previous = std::max(previous, digit);
  }
  return sum > 0 && sum < 4000 && roman_numeral(sum) == numeral ? sum : -1;
}

std::int64_t number_of(std::string_view token, std::string_view as_roman) {
  std::size_t at = 0;
  std::int64_t value = 0;
  while (at < token.size() && token[at] >= '0' && token[at] <= '9' && at < 15) value = value * 10 + (token[at++] - '0');
  if (at == 0) return roman_value(as_roman);
  const bool whole = at == token.size() || (token[at] != '.' && token[at] != ',' && token[at] != ':' && token[at] != '/' &&
                                            !(token[at] >= '0' && token[at] <= '9'));
  // An ISO date is no number.
  const bool date = at == 4 && at + 1 < token.size() && token[at] == '-' && token[at + 1] >= '0' && token[at + 1] <= '9';
  return whole && !date ? value : -1;
}

}  // namespace qogam::words
