// Sentences annotated with words, as CoNLL-U.
#pragma once

#include <string>
#include <vector>

#include "qogam/document.h"

namespace qogam::learn {

// What gold says of one token. Empty where the file says nothing.
struct GoldWord {
  std::string lemma, upos;
  Features features = 0;  // of FEATS: case, number, gender, tense, person and form of verbs
};

// A file as one document of sentences and tokens (the layers text and segments, in `language`) with
// the gold of each token.
struct GoldWords {
  Document document;
  std::vector<GoldWord> words;  // one a token
};

// Reads a file. Multi-word ranges and empty nodes are left out. Throws Error{Cause::input} that
// names file and line where a line has not ten columns.
GoldWords read_conllu(const std::string& path, const std::string& language);

}  // namespace qogam::learn
