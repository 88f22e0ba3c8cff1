// Word types: what is known of a token without its context, looked up once for each spelling.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"
#include "words/candidates.h"

namespace qogam::words {

struct WordType {
  Word word;
  std::vector<Analysis> readings;  // what rules match
  std::vector<std::int32_t> costs;  // of the first readings, where a grammar gives them
  WordProfile profile;             // what the tagger chooses from
};

// Analyses distinct words. Refers to the knowledge, which must outlive it. Immutable; safe from any
// thread.
class WordReader {
 public:
  explicit WordReader(const lang::Knowledge& knowledge);

  WordType read(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling) const;

 private:
  std::string as_roman(std::string_view token) const;
  void add_readings(WordType& type, std::uint32_t language) const;
  void add_last_part(std::string_view folded, std::uint32_t language, std::vector<Analysis>& readings) const;
  void add_names(std::string_view folded, std::uint32_t language, std::vector<Analysis>& readings) const;
  void add_prefixes(std::string_view folded, std::vector<Analysis>& readings) const;

  const lang::Knowledge& knowledge_;
  ProfileMaker profiles_;
  std::unordered_map<char32_t, char> roman_;
};

// A cache of word types: news repeats its words, so most tokens cost one look-up. For one thread at
// a time; what it gives is the same whatever it has seen before.
class WordTypes {
 public:
  explicit WordTypes(const lang::Knowledge& knowledge);

  // The reference holds until trim() or the end.
  const WordType& get(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling);
  // Forgets everything where there is too much of it.
  void trim();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Types = std::unordered_map<std::string, WordType, Hash, std::equal_to<>>;

  WordReader reader_;
  std::vector<Types> types_;  // by language, spelling and kind of token
  std::size_t size_ = 0;
};

}  // namespace qogam::words
