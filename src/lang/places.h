// Places told inside a phrase, such as the country of "the president of X".
#pragma once

#include <cstdint>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::lang {

// The entity of the first place that these tokens are of, or kNone: none behind a preposition ("the ambassador of X in Y"). Needs entities. O(log mentions + tokens).
std::int32_t place_among(const Document& document, TokenRange tokens);

// Whether two phrases may tell of one thing by their places, entities or kNone. Places whose names begin alike may be one: "X" and "X Region".
bool places_agree(const Document& document, const Knowledge& knowledge, std::int32_t a, std::int32_t b);

}  // namespace qogam::lang
