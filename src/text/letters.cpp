// Character classes, by ICU's property tables.
#include "text/letters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/utf8.h"

namespace qogam::text {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

// A text whose first code point is mapped.
template <typename Map>
std::string with_first(std::string_view utf8, Map map) {
  std::string out;
  if (utf8.empty()) return out;
  out.reserve(utf8.size() + 2);
  std::size_t pos = 0;
  append_utf8(out, map(decode_at(utf8, pos)));
  out.append(utf8.substr(pos));
  return out;
}

}  // namespace

bool is_letter(char32_t c) { return u_isalpha(icu(c)); }
bool is_upper(char32_t c) { return u_isupper(icu(c)) || u_istitle(icu(c)); }
bool is_lower(char32_t c) { return u_islower(icu(c)); }
bool is_digit(char32_t c) { return u_isdigit(icu(c)); }
bool is_space(char32_t c) { return u_isUWhiteSpace(icu(c)); }
bool is_punctuation(char32_t c) { return u_ispunct(icu(c)); }
char32_t to_lower(char32_t c) { return static_cast<char32_t>(u_tolower(icu(c))); }
char32_t to_upper(char32_t c) { return static_cast<char32_t>(u_toupper(icu(c))); }

Script script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(icu(c), &status)) {
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    default:
      return Script::other;
  }
}

std::string to_lower(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t pos = 0; pos < utf8.size();) append_utf8(out, to_lower(decode_at(utf8, pos)));
  return out;
}

std::string capitalise(std::string_view utf8) { return with_first(utf8, [](char32_t c) { return to_upper(c); }); }
std::string uncapitalise(std::string_view utf8) { return with_first(utf8, [](char32_t c) { return to_lower(c); }); }

}  // namespace qogam::text
