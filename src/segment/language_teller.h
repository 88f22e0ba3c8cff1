// Which language a piece of text is in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/knowledge.h"
#include "text/hash.h"

namespace qogam::segment {

// Evidence for each language of the knowledge by its number; index 0 is unused.
using LanguageScores = std::vector<double>;

// Languages whose lexicons were asked for a word, and those that have it, as bits of their numbers.
struct AskedLexicons {
  std::uint32_t asked = 0, known = 0;
};

// Tells languages by script, letters of their own and their commonest words, which
// models/*/language.tsv lists. Immutable; safe from any thread.
class LanguageTeller {
 public:
  explicit LanguageTeller(const lang::Knowledge& knowledge);

  // Adds the evidence of one word to `scores`. `folded` is scratch space.
  void add(std::string_view word, LanguageScores& scores, std::string& folded) const;
  // Adds what the lexicons say of a word, where letters and common words leave it open; what was looked
  // up is noted in `lexicons`, which is of this word.
  void add_known(std::string_view word, AskedLexicons& lexicons, LanguageScores& scores) const;
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
  std::uint32_t common_in(std::string_view folded) const;
  bool is_known(std::string_view word, std::uint32_t language) const;

  const lang::Knowledge& knowledge_;
  std::vector<Letter> letters_;  // by code point
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return text::hash_of_bytes(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
  std::size_t longest_ = 0;  // of them, bytes
};

}  // namespace qogam::segment
