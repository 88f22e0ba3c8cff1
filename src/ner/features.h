// What the tagger of names sees of a token, of two neighbours, and of a token's place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::ner {

// A feature as a hash, and of whose labels it may tell: those of the tokens from `from` to `to`, counted
// from its own.
struct Feature {
  std::uint32_t hash;
  std::int8_t from, to;
};

// A lexicon entry that a token is in: its class, and whether the token is its first, its last.
struct TermPart {
  std::uint32_t lexicon;
  bool first, last;
};

// A token, as it is whatever stands around it (but for the choices that the layer "words" made by context).
struct TokenView {
  std::string_view surface, folded, lemma;
  Features features = 0;  // of shape and all readings
  Features tag = 0;       // of the chosen reading
  std::int64_t number = -1;
  std::span<const TermPart> terms;
};

// Hashes of a token that features are made of.
struct Marks {
  std::uint32_t form = 0, lemma = 0, shape = 0, long_shape = 0, tag = 0, end = 0, terms = 0;
  bool capital = false, lower = false, name = false, given = false;
  std::int8_t quotes = 0;  // 1 opens, 2 closes, 3 may do both
};

// Where a token stands.
struct Place {
  bool first = false, all_capitals = false;      // of its sentence
  bool quoted = false, opens = false, closes = false;  // is inside quotation marks, at their beginning, at their end
  std::uint32_t before_quotes = 0, behind_quotes = 0;  // lemmas of the words beside them
  std::uint8_t elsewhere = 0;                    // what the document shows of the same lemma, see places.h
};

// Makes the features of tokens. Refers to the knowledge, which must outlive it. Immutable; safe from any thread.
class TokenFeatures {
 public:
  // `language`: whose tokens come.
  TokenFeatures(const lang::Knowledge& knowledge, std::uint32_t language);

  Marks marks(const TokenView& token) const;
  // Those alone by which other tokens are judged: what places_of() reads.
  static Marks glance(const TokenView& token);
  // Appends the features of a token by itself. `marks`: those of the token.
  void add(const TokenView& token, const Marks& marks, std::vector<Feature>& features) const;

 private:
  const lang::WordClusters& clusters_;
  std::vector<std::uint32_t> classes_;  // hashes of the names of lexicon classes, by number
};

// Appends the features of two neighbours, as features of the right one.
void add_pair(const Marks& left, const Marks& right, std::vector<Feature>& features);
// Appends those of the place.
void add_place(const Marks& token, const Place& place, std::vector<Feature>& features);

}  // namespace qogam::ner
