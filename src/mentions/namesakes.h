// Things that only bear someone's name: streets, institutes named after people, firms in quotation marks.
#pragma once

#include <cstdint>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::mentions {

// Of one document, whose words and terms are there and which must outlive it.
class Namesakes {
 public:
  // Words that say so stand in the lexicon classes street-word and named-after, quotation marks in quote-open and quote-close.
  Namesakes(const lang::Knowledge& knowledge, const Document& document);

  // Whether a thing, and no person, is meant by a name: it stands behind such a word or before it ("Gumilyov street"), in a row
  // behind one ("the streets Abai, Gogol and Nekrasov"), or alone between quotation marks.
  bool is(TokenRange name) const;

 private:
  enum Mark : std::uint8_t { named = 1, opens = 2, closes = 4 };
  bool joins(std::uint32_t token) const;

  const Document& document_;
  std::vector<std::uint8_t> marks_;  // one a token
};

}  // namespace qogam::mentions
