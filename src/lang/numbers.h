// Values of numbers, in digits or words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::lang {

// A whole number written in tokens: digits, a Roman numeral, or numerals and ordinals of the
// lexicon (added up, multiplied by multipliers). Nothing where some token has no value.
std::optional<std::int64_t> whole_number(const Document& document, const Knowledge& knowledge, TokenRange tokens);

// The same with decimals ("58,3") and digits grouped by blanks ("1 318").
std::optional<double> decimal_number(const Document& document, const Knowledge& knowledge, TokenRange tokens);

// The number in the attribute "value" of a lexicon entry that stands on exactly these tokens. A token in digits is none of the numerals in words, whatever
// word follows its hyphen.
std::optional<std::int64_t> entry_number(const Document& document, const Knowledge& knowledge, TokenRange tokens);

}  // namespace qogam::lang
