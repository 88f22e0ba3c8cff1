// People whom learnt weights find and no rule does.
#pragma once

#include <cstdint>
#include <map>
#include <memory>

#include "lang/inflection.h"
#include "lang/knowledge.h"
#include "ner/tagger.h"
#include "qogam/document.h"

namespace qogam::mentions {

// The taggers of names of all languages that have weights for them. Refers to the knowledge, which must outlive it.
// Immutable; safe from any thread.
class TaggedPeople {
 public:
  explicit TaggedPeople(const lang::Knowledge& knowledge);

  // Adds a person mention for each name of a person of two words or more that overlaps no mention yet of a person, organization, place or
  // post. The document has words, and the mentions of rules.
  void add(Document& document, const lang::Inflector& inflector) const;

 private:
  std::map<std::uint32_t, std::unique_ptr<ner::Tagger>> taggers_;  // by language
};

}  // namespace qogam::mentions
