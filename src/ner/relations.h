// The finder of relations: which two names of a document belong together, and how.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lang/name_weights.h"
#include "ner/relation_features.h"
#include "ner/yes_no.h"
#include "qogam/document.h"

namespace qogam::ner {

// A kind of relation, and the names that it joins: of which set of weights (models/LANGUAGE/ner/SET.weights) and type.
struct RelationType {
  struct End {
    std::string set, type;
  };
  std::string name;
  End head, tail;

  // From "WORKS_AS=names/PER+posts/PROFESSION". Throws Error{Cause::usage} where it is not like that.
  static RelationType parse(const std::string& text);
};

// A relation that was found: numbers in the lists that find() was given, and how probable it is, in 0..1.
struct TaggedRelation {
  std::uint32_t head, tail;
  double confidence;
};

// A maximum-entropy classifier of pairs (Berger et al. 1996; of relations, Kambhatla 2004): a chain of one token whose
// features are those of the pair. Its weights are written as those of the tagger of names. Refers to them. Immutable; safe
// from any thread.
class RelationFinder {
 public:
  explicit RelationFinder(const lang::NameWeights& weights);

  const RelationType& type() const { return type_; }
  // The pairs of names, given in ascending order, that are likelier related than not.
  std::vector<TaggedRelation> find(const Document& document, std::vector<TokenRange> heads, std::vector<TokenRange> tails) const;

 private:
  YesNo related_;
  RelationType type_;
};

}  // namespace qogam::ner
