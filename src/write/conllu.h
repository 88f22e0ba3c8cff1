// Words as CoNLL-U.
#pragma once

#include <string>
#include <string_view>

#include "qogam/document.h"

namespace qogam::write {

// The sentences of a document in CoNLL-U (universaldependencies.org/format.html): ID, FORM, LEMMA,
// UPOS, FEATS and MISC are filled (SpaceAfter=No, and the offsets of the token in code points as
// Start|End), the other columns are `_`. Needs the layer words. A document with an error gives one
// comment line that says so. `generator` stands in a comment above the sentences, where it is given.
std::string to_conllu(const Document& document, const std::string& generator = {});

// The part of speech (universaldependencies.org/u/pos) of a word with these features; "X" where they
// name none.
std::string_view part_of_speech(Features features);

}  // namespace qogam::write
