// UTF-8: checking, walking and writing it. Brings the letter tests and the code point index along.
//
// All functions are pure and safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/code_point_index.h"
#include "text/letters.h"

namespace qogam::text {

inline constexpr char32_t kReplacement = 0xFFFD;

// Byte offset of the first byte that is no part of well-formed UTF-8 (Unicode 3.9, table 3-7:
// no surrogates, no overlong forms, nothing above U+10FFFF), or nothing where all is well-formed.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

bool valid_utf8(std::string_view bytes);

// The code point at `pos`, which is moved behind it. Bad bytes give U+FFFD and move `pos` by the
// maximal bad subpart, one byte or more. `pos` must be below the size.
inline char32_t decode_at(std::string_view utf8, std::size_t& pos);

// Whether a byte is the first of a code point; false for the trailing bytes of valid UTF-8.
constexpr bool starts_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

// The last `count` code points of valid UTF-8, all of it where it has fewer.
constexpr std::string_view last_letters(std::string_view utf8, std::size_t count) {
  std::size_t at = utf8.size();
  while (count > 0 && at > 0) count -= starts_letter(utf8[--at]);
  return utf8.substr(at);
}

// Appends `c`, or U+FFFD where `c` is no Unicode scalar value.
void append_utf8(std::string& out, char32_t c);

// The text as UTF-16 in `out`, which loses what it held.
void to_utf16(std::string_view utf8, std::u16string& out);

// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view utf8);

// decode_at() for all but what is most frequent: ASCII, and Cyrillic in its two bytes.
char32_t decode_other(std::string_view utf8, std::size_t& pos);

inline char32_t decode_at(std::string_view utf8, std::size_t& pos) {
  const auto first = static_cast<unsigned char>(utf8[pos]);
  if (first < 0x80) {
    ++pos;
    return first;
  }
  if (first >= 0xC2 && first < 0xE0 && pos + 1 < utf8.size()) {
    const auto second = static_cast<unsigned char>(utf8[pos + 1]);
    if ((second & 0xC0) == 0x80) {
      pos += 2;
      return static_cast<char32_t>((first & 0x1F) << 6 | (second & 0x3F));
    }
  }
  return decode_other(utf8, pos);
}

}  // namespace qogam::text
