// Pairs of quotation marks, and dashes.
#pragma once

#include <string_view>
#include <vector>

#include "qogam/document.h"

namespace qogam::extract {

// The tokens of an opening and its closing mark.
struct QuotedPiece {
  std::uint32_t open = 0, close = 0;
};

// Whether a token is a hyphen, or a dash of U+2012 to U+2015.
constexpr bool is_dash(std::string_view t) {
  return t.size() == 1 ? t[0] == '-' : t.size() == 3 && t[0] == '\xE2' && t[1] == '\x80' && t[2] >= '\x92' && t[2] <= '\x95';
}

// Outermost pairs in the order of the text. They may close up to twelve paragraphs later; what is never closed is left out.
// Whether a straight mark opens or closes is told by the side on which it leans.
std::vector<QuotedPiece> quoted_pieces(const Document& document);

}  // namespace qogam::extract
