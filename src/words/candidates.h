// What a word can be, before its context is looked at.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::words {

inline constexpr std::size_t kLongestWord = 256;  // bytes; what is longer is no word of a language

// One tag that a word can have, with the lemma it has then.
struct Candidate {
  Features tag = 0;
  Analysis reading;             // for the text of the lemma
  std::uint32_t whole = 0;      // hash of the tag
  std::uint32_t outline = 0;    // hash of its part of speech and case
};

// What a word type brings into the features of the tagger, computed once a type.
struct WordProfile {
  WordProfile() = default;
  // A copy in another memory.
  WordProfile(const WordProfile& other, std::pmr::memory_resource* memory)
      : candidates(other.candidates, memory), form(other.form), last2(other.last2), last3(other.last3), shape(other.shape), ambiguity(other.ambiguity) {}

  std::pmr::vector<Candidate> candidates;  // at least one
  std::uint32_t form = 0;             // hashes: the folded form, its last 2 and 3 letters,
  std::uint32_t last2 = 0, last3 = 0;
  std::uint32_t shape = 0;            // of capitals, digits, script,
  std::uint32_t ambiguity = 0;        // and of all candidates together
};

// The features that tell tags apart: parts of speech, case, number, gender, forms of verbs. Kinds of
// names, animacy and aspect do not.
Features tag_of(Features reading);

// Makes profiles of words. Refers to the knowledge, which must outlive it. Immutable; safe from any
// thread.
class ProfileMaker {
 public:
  explicit ProfileMaker(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}

  // Of a token by its folded form and the features of its shape.
  WordProfile make(std::string_view folded, Features shape, TokenKind kind, std::uint32_t language) const;

 private:
  std::vector<Analysis> readings(std::string_view folded, Features shape, TokenKind kind, std::uint32_t language) const;

  const lang::Knowledge& knowledge_;
};

}  // namespace qogam::words
