// What kind of character a code point is, and its case forms (Unicode, by ICU).
//
// All functions are pure and safe from any thread. Strings are UTF-8; bad bytes become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace qogam::text {

enum class Script { latin, cyrillic, other };

bool is_letter(char32_t c);
bool is_upper(char32_t c);  // upper- or title-case letter
bool is_lower(char32_t c);
bool is_digit(char32_t c);        // decimal digit of any script
bool is_space(char32_t c);        // White_Space: line ends and no-break spaces too
char32_t to_lower(char32_t c);    // simple mapping, one to one
char32_t to_upper(char32_t c);

// Marks, digits and punctuation, which several scripts share, are `other`.
Script script_of(char32_t c);

// Simple mapping of each code point. The length in bytes may change.
std::string to_lower(std::string_view utf8);

// The first code point in upper case, the others untouched.
std::string capitalise(std::string_view utf8);
// The same with its first letter lower case.
std::string uncapitalise(std::string_view utf8);

}  // namespace qogam::text
