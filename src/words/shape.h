// What can be seen of a token without any dictionary.
#pragma once

#include <cstdint>
#include <string_view>

#include "qogam/features.h"

namespace qogam::words {

// Shape features of a token (UTF-8): cap, upper, lower, initial, digits, roman, latin, punct, word,
// hyphen.
Features shape_of(std::string_view token);

// The value of leading digits ("2024", "9-th", "14" of "14.10.2021" is not one) or
// of a Roman numeral; -1 where there is none or it has a fraction.
std::int64_t number_of(std::string_view token, std::string_view as_roman);

// The value of a Roman numeral in Latin capitals up to 3999, or -1 where it is none.
std::int64_t roman_value(std::string_view numeral);

}  // namespace qogam::words
