// Things that only bear someone's name: streets, institutes named after people, firms in quotation marks.
#pragma once

#include <cstdint>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::mentions {

// The numbers of lexicon classes: of words that say so, street-word and named-after; of quotation marks, quote-open and quote-close.
struct NamesakeClasses {
  explicit NamesakeClasses(const lang::Lexicon& lexicon);
  std::uint32_t street, named_after, quote_open, quote_close;
};

// Of one document, whose words and terms are there and which must outlive it.
class Namesakes {
 public:
  Namesakes(const NamesakeClasses& classes, const Document& document);

  // Whether a thing, and no person, is meant by a name: it stands behind such a word or before it ("Gumilyov street"), in a row
  // behind one ("the streets Abai, Gogol and Nekrasov"), or alone between quotation marks.
  bool is(TokenRange name) const;

 private:
  enum Mark : std::uint8_t { named = 1, opens = 2, closes = 4 };
  bool joins(std::uint32_t token) const;

  const Document& document_;
  std::vector<std::uint8_t> marks_;  // one a token
  std::vector<std::uint32_t> rows_;  // the token at which the row of names begins in which a token stands
};

}  // namespace qogam::mentions
