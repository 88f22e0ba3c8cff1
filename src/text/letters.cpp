// Character classes, by ICU's property tables.
#include "text/letters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/letter_table.h"
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

bool is(std::uint8_t kind, char32_t c) { return (letter_table().kinds(c) & kind) != 0; }

}  // namespace

LetterTable::LetterTable() {
  for (char32_t c = 0; c < kinds_.size(); ++c) kinds_[c] = kinds_of_rare(c < kLetters ? c : kFirstSign + (c - kLetters));
  for (char32_t c = 0; c < kLetters; ++c) lower_[c] = static_cast<std::uint16_t>(lower_of_rare(c));
}

std::uint8_t LetterTable::kinds_of_rare(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(icu(c), &status);
  const auto bit = [](std::uint8_t kind, bool yes) { return static_cast<std::uint8_t>(yes ? kind : 0); };
  return static_cast<std::uint8_t>(bit(kind::letter, u_isalpha(icu(c))) | bit(kind::upper, u_isupper(icu(c)) || u_istitle(icu(c))) |
                                   bit(kind::lower, u_islower(icu(c))) | bit(kind::digit, u_isdigit(icu(c))) | bit(kind::space, u_isUWhiteSpace(icu(c))) |
                                   bit(kind::latin, script == USCRIPT_LATIN) | bit(kind::cyrillic, script == USCRIPT_CYRILLIC));
}

char32_t LetterTable::lower_of_rare(char32_t c) { return static_cast<char32_t>(u_tolower(icu(c))); }

const LetterTable& letter_table() {
  static const LetterTable table;
  return table;
}

bool is_letter(char32_t c) { return is(kind::letter, c); }
bool is_upper(char32_t c) { return is(kind::upper, c); }
bool is_lower(char32_t c) { return is(kind::lower, c); }
bool is_digit(char32_t c) { return is(kind::digit, c); }
bool is_space(char32_t c) { return is(kind::space, c); }
char32_t to_lower(char32_t c) { return letter_table().lower(c); }
char32_t to_upper(char32_t c) { return static_cast<char32_t>(u_toupper(icu(c))); }

Script script_of(char32_t c) {
  const std::uint8_t kinds = letter_table().kinds(c);
  return (kinds & kind::latin) != 0 ? Script::latin : (kinds & kind::cyrillic) != 0 ? Script::cyrillic : Script::other;
}

std::string to_lower(std::string_view utf8) {
  const LetterTable& table = letter_table();
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t pos = 0; pos < utf8.size();) append_utf8(out, table.lower(decode_at(utf8, pos)));
  return out;
}

std::string capitalise(std::string_view utf8) { return with_first(utf8, [](char32_t c) { return to_upper(c); }); }
std::string uncapitalise(std::string_view utf8) { return with_first(utf8, [](char32_t c) { return to_lower(c); }); }

}  // namespace qogam::text
