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

bool is_dash(std::string_view token);

// Outermost pairs in the order of the text. They may close up to twelve paragraphs later; what is never closed is left out.
// Whether a straight mark opens or closes is told by the side on which it leans.
std::vector<QuotedPiece> quoted_pieces(const Document& document);

}  // namespace qogam::extract
