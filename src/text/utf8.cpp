// UTF-8 by ICU's macros, which know every ill-formed case.
#include "text/utf8.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>

// ICU's macros narrow on purpose.
#pragma GCC diagnostic ignored "-Wconversion"

namespace qogam::text {

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  const char* const s = bytes.data();
  const std::size_t size = bytes.size();
  for (std::size_t pos = 0; pos < size;) {
    if (U8_IS_SINGLE(s[pos])) {
      ++pos;
      continue;
    }
    const std::size_t begin = pos;
    UChar32 c = 0;
    U8_NEXT(s, pos, size, c);
    if (c < 0) return begin;
  }
  return std::nullopt;
}

bool valid_utf8(std::string_view bytes) { return !first_invalid_utf8(bytes); }

char32_t decode_other(std::string_view utf8, std::size_t& pos) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(utf8.data(), pos, utf8.size(), c);
  return static_cast<char32_t>(c);
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = kReplacement;
  char buffer[U8_MAX_LENGTH];
  int size = 0;
  U8_APPEND_UNSAFE(buffer, size, static_cast<UChar32>(c));
  out.append(buffer, static_cast<std::size_t>(size));
}

void to_utf16(std::string_view utf8, std::u16string& out) {
  out.clear();
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = decode_at(utf8, at);
    if (c < 0x10000) {
      out.push_back(static_cast<char16_t>(c));
    } else {
      out.push_back(U16_LEAD(c));
      out.push_back(U16_TRAIL(c));
    }
  }
}

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char b) { return !U8_IS_TRAIL(b); }));
}

}  // namespace qogam::text
