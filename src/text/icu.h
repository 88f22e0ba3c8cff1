// Small bridges to ICU, for the files of this room only.
#pragma once

#include <unicode/unistr.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace qogam::text {

inline icu::StringPiece string_piece(std::string_view s) {
  return {s.data(), static_cast<int32_t>(s.size())};
}

inline icu::UnicodeString unicode_string(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(string_piece(utf8));
}

// What ICU answers only when it is out of memory or its data is missing.
[[noreturn]] inline void throw_icu(const char* what, UErrorCode status) {
  throw std::runtime_error(std::string("ICU cannot ") + what + ": " + u_errorName(status) + ".");
}

}  // namespace qogam::text
