// Which language a piece of text is in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/knowledge.h"

namespace qogam::segment {

// Evidence for each language of the knowledge by its number; index 0 is unused.
using LanguageScores = std::vector<double>;

// What is known of a word, as bits of language numbers.
struct WordEvidence {
  std::uint32_t letters = 0;        // languages whose own letters write it
  std::uint32_t marks = 0;          // languages that alone have one of its letters
  std::uint32_t common = 0;         // languages of whose commonest words it is one
  std::uint32_t asked = 0, known = 0;  // languages whose lexicons were asked for it, and have it
};

// Tells languages by script, letters of their own and their commonest words, which
// models/*/language.tsv lists. Immutable; safe from any thread.
class LanguageTeller {
 public:
  explicit LanguageTeller(const lang::Knowledge& knowledge);

  // What one word says by itself.
  WordEvidence evidence(std::string_view word) const;
  // Adds what a word says to `scores`.
  void add(const WordEvidence& evidence, LanguageScores& scores) const;
  // Adds what the lexicons say of the word, where letters and common words leave it open; what was looked
  // up is noted in its evidence.
  void add_known(std::string_view word, WordEvidence& evidence, LanguageScores& scores) const;
  // Whether two languages are about equally likely.
  bool in_doubt(const LanguageScores& scores) const;
  // The number of the best language, or 0 where nothing speaks for any.
  std::uint32_t best(const LanguageScores& scores) const;
  LanguageScores none() const { return LanguageScores(knowledge_.languages().size(), 0.0); }

 private:
  struct Letter {
    std::uint32_t languages = 0;  // bits: languages written with it
    std::uint32_t marks = 0;      // bits: languages that alone have it
  };
  Letter& letter(char32_t c);
  // Bits of the languages of whose commonest words a folded word is one.
  std::uint32_t common_in(const std::string& folded) const;
  bool is_known(std::string_view word, std::uint32_t language) const;

  const lang::Knowledge& knowledge_;
  std::vector<Letter> letters_;  // by code point
  std::unordered_map<std::string, std::uint32_t> words_;
};

}  // namespace qogam::segment
