// The tagger of names: which tokens of a document name something of which type.
#pragma once

#include <map>
#include <memory>
#include <memory_resource>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "ner/decoder.h"
#include "ner/features.h"
#include "ner/marginals.h"
#include "qogam/document.h"
#include "text/pool.h"

namespace qogam::ner {

// A name that was found: where, the number of its type, and how probable it is that exactly this is a name of this type, in
// 0..1; 0 where nobody asked.
struct TaggedName {
  TokenRange tokens;
  std::uint32_t type = 0;
  float confidence = 0;

  friend bool operator==(const TaggedName&, const TaggedName&) = default;
};

// A linear-chain model (conditional random field, Lafferty et al. 2001) whose label scores are sums of rows: one
// a token type, computed when the type is met first and kept, and those of few features of pairs and places. Refers
// to the knowledge and the weights, which must outlive it. Safe from any thread; what it gives does not depend on
// what it has read before.
class Tagger {
 public:
  Tagger(const lang::Knowledge& knowledge, const lang::NameWeights& weights, std::uint32_t language);
  ~Tagger();

  // The names in the sentences of the language (a base language) that the tagger is of, ascending. The document has its layer "words".
  // Confidence takes its time: a tenth of it all with few types, a third with many.
  enum class Confidence { unasked, asked };
  std::vector<TaggedName> tag(const Document& document, Confidence confidence = Confidence::unasked) const;

  // The same, but only within kAround tokens of those that are `sought`, one a token: what stands further off is taken to name nothing.
  // Where few tokens can be names, this takes a fraction of the time.
  static constexpr std::uint32_t kAround = 2;
  std::vector<TaggedName> tag_around(const Document& document, const std::vector<bool>& sought, Confidence confidence = Confidence::unasked) const;

  const std::vector<std::string>& types() const { return decoder_.labels().types(); }

 private:
  struct TokenType;
  struct Work;
  // A piece of a sentence in which names are looked for, with as much around it as has a say.
  struct Piece {
    TokenRange tokens, sentence;
    TokenRange with_context() const;
  };
  void add_pieces(TokenRange sentence, const std::vector<bool>& sought, std::vector<Piece>& pieces) const;
  std::vector<TaggedName> tag_pieces(const Document& document, const std::vector<Piece>& pieces, Confidence confidence) const;
  void read_types(const Document& document, const std::vector<Piece>& pieces, Work& work) const;
  TokenType make_type(const TokenView& token, std::pmr::memory_resource* memory, Work& work) const;
  void find_rows(Work& work) const;
  void score(const Piece& piece, const std::vector<Place>& places, Work& work) const;
  void find(const Piece& piece, Confidence confidence, Work& work, std::vector<TaggedName>& names) const;

  const lang::Knowledge& knowledge_;
  const lang::NameWeights& weights_;
  std::uint32_t language_;
  TokenFeatures features_;
  Decoder decoder_;
  Marginals marginals_;
  std::size_t stride_;
  std::vector<std::uint16_t> places_;  // in rows of stride_, of the positions of weights
  mutable text::Pool<Work> works_;
};

// The taggers with the weights models/LANGUAGE/ner/SET.weights, by base language, of the languages that have them.
std::map<std::uint32_t, std::unique_ptr<Tagger>> taggers_of(const lang::Knowledge& knowledge, const std::string& set);

}  // namespace qogam::ner
