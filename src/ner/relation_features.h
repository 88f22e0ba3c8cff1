// What the finder of relations sees of two names.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "ner/features.h"
#include "qogam/document.h"

namespace qogam::ner {

// The names of a document that may be the two ends of a relation, and the features of their pairs. Refers to the document,
// whose layer "words" is there and which must outlive it.
class RelationReader {
 public:
  // Both ascending.
  RelationReader(const Document& document, std::vector<TokenRange> heads, std::vector<TokenRange> tails);

  struct Pair {
    std::uint32_t head, tail;  // numbers in the lists given
  };
  // Pairs that are near enough: by head, then by tail.
  std::vector<Pair> pairs() const;
  // Appends the features of a pair.
  void add(Pair pair, std::vector<Feature>& features) const;

 private:
  struct End {
    TokenRange tokens;
    std::uint32_t sentence = 0;
    std::uint32_t key = 0;   // hash of the lemma of the word that inflects: of a person the last, of others the first noun
    Features tag = 0;        // of that word
    std::uint32_t nearest = 0;   // tokens to the nearest end of the other side
    std::int32_t beside = kNone;  // of a tail: the head right behind it; of a head: the tail right before it
    std::uint32_t first = 0;      // of a head: the first of the list it stands in ("A, B and C"), or itself
  };
  struct Between;
  enum class Side { head, tail };
  std::vector<End> ends(const std::vector<TokenRange>& ranges, Side side) const;
  void find_lists();
  void find_main();
  void link(std::vector<End>& ends, const std::vector<End>& others, Side side) const;
  Between between(const End& left, const End& right) const;
  void add_between(const Between& between, std::uint32_t where, std::vector<Feature>& features) const;
  void add_list(const End& head, const End& tail, std::uint32_t where, std::vector<Feature>& features) const;
  void add_elsewhere(const End& head, const End& tail, std::uint32_t where, bool near, std::vector<Feature>& features) const;
  std::uint32_t lemma(std::int64_t token) const;
  std::uint32_t inner_sign(std::uint32_t token) const;

  const Document& document_;
  std::vector<End> heads_, tails_;
  std::vector<std::uint32_t> heads_before_, tails_before_;  // how many begin before each token
  std::unordered_set<std::uint64_t> seen_;         // keys of a tail with the head right behind it
  std::unordered_set<std::uint32_t> seen_tails_;   // keys of such tails
  std::uint32_t main_ = 0;                         // key of the heads that are met most
};

}  // namespace qogam::ner
