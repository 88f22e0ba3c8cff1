// Strings and numbers of JSON; nlohmann-json spells what is seldom met.
#include "write/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

namespace qogam::write {
namespace {

using Json = nlohmann::json;

constexpr int kDecimals = 3, kThousand = 1000;

// Sixteen bytes that the processor looks at together.
using Block [[gnu::vector_size(16)]] = unsigned char;

Block block_at(const char* bytes) {
  Block block;
  std::memcpy(&block, bytes, sizeof block);
  return block;
}

// Whether all bytes of a block stand for themselves: letters of one or two bytes that nothing escapes. A byte stands before it.
bool plain_block(const char* bytes) {
  const Block c = block_at(bytes), before = block_at(bytes - 1);
  const auto escaped = (c < 0x20) | (c == '"') | (c == '\\');
  const auto other = (c >= 0xE0) | ((c | 1) == 0xC1);          // of three bytes and more, or an overlong form
  const auto parted = (before >= 0xC0) ^ ((c & 0xC0) == 0x80);  // a first byte without its second, or the other way round
  const auto bad = escaped | other | parted;
  std::uint64_t halves[2];
  std::memcpy(halves, &bad, sizeof halves);
  return (halves[0] | halves[1]) == 0;
}

// How many bytes of a string stand for themselves from `at` on: all of a code point of UTF-8 of up to three bytes, or 0. What is 0 is either
// escaped or looked at by nlohmann-json.
std::size_t plain(std::string_view s, std::size_t at) {
  const auto byte = [&](std::size_t k) { return at + k < s.size() ? static_cast<unsigned char>(s[at + k]) : 0U; };
  const auto trails = [&](std::size_t k) { return (byte(k) & 0xC0) == 0x80; };
  const unsigned first = byte(0);
  if (first < 0x80) return first >= 0x20 && first != '"' && first != '\\';
  if (first >= 0xC2 && first < 0xE0) return trails(1) ? 2 : 0;
  // The first of three bytes; two of them forbid some seconds (overlong forms and surrogates).
  if (first > 0xE0 && first < 0xF0 && first != 0xED) return trails(1) && trails(2) ? 3 : 0;
  return 0;
}

// Where plain blocks end from `at` on, which is the begin of a code point, but not of the string.
std::size_t behind_blocks(std::string_view s, std::size_t at) {
  std::size_t end = at;
  while (end + sizeof(Block) <= s.size() && plain_block(s.data() + end)) end += sizeof(Block);
  const bool parted = end > at && static_cast<unsigned char>(s[end - 1]) >= 0xC0;
  return parted ? end - 1 : end;
}

void append_escaped(std::string& to, char c) {
  constexpr std::string_view kHex = "0123456789abcdef", kShort = "\"\\\b\t\n\f\r", kLetters = "\"\\btnfr";
  to += '\\';
  if (const std::size_t k = kShort.find(c); k != kShort.npos) {
    to += kLetters[k];
    return;
  }
  to.append("u00");
  to += kHex[static_cast<unsigned char>(c) >> 4];
  to += kHex[static_cast<unsigned char>(c) & 15];
}

}  // namespace

void JsonText::text(std::string_view s) {
  next('"');
  const std::size_t begin = to_.size() - 1;
  std::size_t run = 0;  // begin of what is not yet copied
  std::size_t next_block = 1;  // where blocks are tried, or tried again
  for (std::size_t at = 0; at < s.size();) {
    if (at >= next_block) {
      at = behind_blocks(s, at);
      next_block = at + sizeof(Block);
      if (at == s.size()) break;
    }
    if (const std::size_t size = plain(s, at); size > 0) {
      at += size;
      continue;
    }
    if (static_cast<unsigned char>(s[at]) >= 0x80) {  // more than three bytes, or no UTF-8
      to_.replace(begin, to_.npos, Json(s).dump(-1, ' ', false, Json::error_handler_t::replace));
      return;
    }
    to_.append(s, run, at - run);
    append_escaped(to_, s[at]);
    run = ++at;
  }
  to_.append(s, run, s.size() - run);
  to_ += '"';
}

void JsonText::texts(const std::vector<std::string>& all) {
  open_list();
  for (const std::string& s : all) text(s);
  close_list();
}

void JsonText::integer(std::int64_t value) {
  std::array<char, 24> digits;
  literal({digits.data(), std::to_chars(digits.begin(), digits.end(), value).ptr});
}

void JsonText::real(double value) { literal(Json(value).dump()); }

// From 0 to 1, which most are, the digits are those of a whole number of thousandths.
void JsonText::rounded(double value) {
  const double thousandths = std::round(value * kThousand);
  if (std::signbit(thousandths) || !(thousandths <= kThousand)) return real(thousandths / kThousand);
  if (thousandths == 0 || thousandths == kThousand) return literal(thousandths == 0 ? "0.0" : "1.0");
  char digits[] = "0.000";
  int rest = static_cast<int>(thousandths), last = kDecimals + 1;
  for (int k = last; k > 1; --k, rest /= 10) digits[k] = static_cast<char>('0' + rest % 10);
  while (digits[last] == '0') --last;
  literal({digits, static_cast<std::size_t>(last + 1)});
}

void JsonText::id(char letter, std::int64_t number) {
  if (number < 0) return null();
  std::array<char, 24> digits;
  next('"');
  to_ += letter;
  to_.append(digits.data(), std::to_chars(digits.begin(), digits.end(), number + 1).ptr);
  to_ += '"';
}

void JsonText::ids(char letter, const std::vector<std::uint32_t>& numbers) {
  open_list();
  for (const std::uint32_t n : numbers) id(letter, n);
  close_list();
}

}  // namespace qogam::write
