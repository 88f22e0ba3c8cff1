// Word types: what is known of a token without its context, looked up once for each spelling.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"
#include "text/string_cache.h"
#include "words/candidates.h"

namespace qogam::words {

struct WordType {
  Word word;                        // without its texts
  std::pmr::string folded;
  std::pmr::vector<Analysis> readings;   // what rules match
  std::pmr::vector<std::int32_t> costs;  // of the first readings, where a grammar gives them
  WordProfile profile;                   // what the tagger chooses from; see WordReader

  // The same, all of it in `memory`.
  WordType copied(std::pmr::memory_resource* memory) const {
    return {word, {folded, memory}, {readings, memory}, {costs, memory}, {profile, memory}};
  }
};

// The letters that are written for Roman numerals, by common/roman.tsv. Throws Error{Cause::models} with its line where it is wrong.
using RomanLetters = std::unordered_map<char32_t, char>;
RomanLetters read_roman_letters(const lang::Knowledge& knowledge);

// Analyses distinct words. Refers to the knowledge, which must outlive it. Immutable; safe from any
// thread.
class WordReader {
 public:
  // Profiles take time: with `needed` they are made only of words that a tagger chooses for, or that have
  // no costs to be chosen by.
  enum class Profiles : std::uint8_t { all, needed };
  explicit WordReader(const lang::Knowledge& knowledge, Profiles profiles = Profiles::needed);

  // The type, all of it in `memory`.
  WordType read(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling,
                std::pmr::memory_resource* memory) const;

 private:
  std::string as_roman(std::string_view token) const;
  std::vector<std::int32_t> add_readings(std::string_view folded, Features shape, std::uint32_t language, std::vector<Analysis>& readings) const;
  void add_last_part(std::string_view folded, std::uint32_t language, std::vector<Analysis>& readings) const;
  void add_names(std::string_view folded, std::uint32_t language, std::vector<Analysis>& readings) const;
  void add_prefixes(std::string_view folded, std::vector<Analysis>& readings) const;

  const lang::Knowledge& knowledge_;
  ProfileMaker profiles_;
  Profiles wanted_;
  RomanLetters roman_;
};

// A cache of word types: news repeats its words, so most tokens cost one look-up. For one thread at
// a time; what it gives is the same whatever it has seen before.
class WordTypes {
 public:
  explicit WordTypes(const lang::Knowledge& knowledge, WordReader::Profiles profiles = WordReader::Profiles::needed);

  // The reference holds until trim() or the end.
  const WordType& get(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling);
  // The same in two steps, as in text::StringCache.
  std::uint64_t expect(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling);
  const WordType& get(std::string_view token, std::uint64_t hash, TokenKind kind, std::uint32_t language, std::uint8_t spelling);
  // Forgets what did not come for long, where there is too much of it.
  void trim();

 private:
  text::StringCache<WordType>& types(TokenKind kind, std::uint32_t language, std::uint8_t spelling);

  WordReader reader_;
  std::vector<text::StringCache<WordType>> types_;  // by language, spelling and kind of token
};

}  // namespace qogam::words
