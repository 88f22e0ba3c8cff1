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
#include "qogam/document.h"
#include "text/pool.h"

namespace qogam::ner {

// A linear-chain model (conditional random field, Lafferty et al. 2001) whose label scores are sums of rows: one
// a token type, computed when the type is met first and kept, and those of few features of pairs and places. Refers
// to the knowledge and the weights, which must outlive it. Safe from any thread; what it gives does not depend on
// what it has read before.
class Tagger {
 public:
  Tagger(const lang::Knowledge& knowledge, const lang::NameWeights& weights, std::uint32_t language);
  ~Tagger();

  // The names in the sentences of the language (a base language) that the tagger is of, ascending. The document has its layer "words".
  std::vector<TypedRange> tag(const Document& document) const;

  const std::vector<std::string>& types() const { return decoder_.labels().types(); }

 private:
  struct TokenType;
  struct Work;
  void read_types(const Document& document, Work& work) const;
  TokenType make_type(const TokenView& token, std::pmr::memory_resource* memory, std::vector<Feature>& features) const;
  void score(TokenRange sentence, const std::vector<Place>& places, Work& work) const;
  void add_row(std::uint32_t feature, std::int16_t* at) const;

  const lang::Knowledge& knowledge_;
  const lang::NameWeights& weights_;
  std::uint32_t language_;
  TokenFeatures features_;
  Decoder decoder_;
  std::size_t stride_;
  std::vector<std::uint16_t> places_;  // in rows of stride_, of the positions of weights
  mutable text::Pool<Work> works_;
};

// The taggers with the weights models/LANGUAGE/ner/SET.weights, by base language, of the languages that have them.
std::map<std::uint32_t, std::unique_ptr<Tagger>> taggers_of(const lang::Knowledge& knowledge, const std::string& set);

}  // namespace qogam::ner
