// Small bridges to ICU, for the files of this room only.
#pragma once

#include <unicode/unistr.h>
#include <unicode/utext.h>

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

// A read-only UText over UTF-8 (native offsets are bytes), closed with its scope.
class Utf8Text {
 public:
  explicit Utf8Text(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    // ICU refuses a null pointer, which an empty view may have.
    utext_openUTF8(&text_, utf8.empty() ? "" : utf8.data(), static_cast<int64_t>(utf8.size()),
                   &status);
    if (U_FAILURE(status)) throw_icu("read a text", status);
  }
  Utf8Text(const Utf8Text&) = delete;
  Utf8Text& operator=(const Utf8Text&) = delete;
  ~Utf8Text() { utext_close(&text_); }

  UText* get() const { return &text_; }

 private:
  mutable UText text_ = UTEXT_INITIALIZER;
};

}  // namespace qogam::text
