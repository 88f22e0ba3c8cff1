// Where each token of a document stands: its sentence, quotation marks, and the same word elsewhere.
#pragma once

#include <span>
#include <vector>

#include "ner/features.h"
#include "qogam/document.h"

namespace qogam::ner {

// What the document shows of a lemma, as bits of Place::elsewhere. The token's own place counts too.
enum Seen : std::uint8_t {
  seen_lower = 1,          // in small letters
  seen_capital = 2,        // with a capital inside a sentence
  seen_behind_given = 4,   // capitalised, behind a given name or an initial
  seen_before_name = 8,    // capitalised, before a surname or a patronymic
  seen_quoted = 16,        // capitalised, right behind an opening quotation mark
};

// The places of all tokens. `marks`: one a token.
std::vector<Place> places_of(const Document& document, std::span<const Marks* const> marks);

}  // namespace qogam::ner
