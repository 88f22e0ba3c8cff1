// A document as the tagger of names reads it: views of its tokens with the lexicon entries they are in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ner/features.h"
#include "qogam/document.h"

namespace qogam::ner {

// Refers to the document, whose layer "words" is there and which must outlive it.
class Reading {
 public:
  explicit Reading(const Document& document);

  TokenView token(std::uint32_t t) const;

  // What a token's view is made of, as bytes: tokens of one key have the same features.
  void key(std::uint32_t t, std::string& key) const;

 private:
  const Document& document_;
  std::vector<std::uint32_t> first_;  // of each token in parts_, and the end
  std::vector<TermPart> parts_;
};

}  // namespace qogam::ner
