// People whom learnt weights find and no rule does.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "lang/inflection_memo.h"
#include "lang/knowledge.h"
#include "mentions/namesakes.h"
#include "ner/tagger.h"
#include "qogam/document.h"

namespace qogam::mentions {

// The taggers of names of all languages that have weights for them. Refers to the knowledge, which must outlive it.
// Immutable; safe from any thread.
class TaggedPeople {
 public:
  explicit TaggedPeople(const lang::Knowledge& knowledge);

  // Whether there are weights for a base language.
  bool reads(std::uint32_t language) const { return taggers_.contains(language); }

  // The names of people that the weights find. The document has words.
  std::vector<ner::TaggedName> find(const Document& document) const;

  // Adds a person mention for each of those names of one word, or for each of the longer ones, that is probable enough and
  // overlaps no mention yet of a person, organization, place or post; namesakes are left out. Of one word are best added
  // last: who is named in full is known by surname.
  enum class Length { one_word, longer };
  void add(Document& document, const std::vector<ner::TaggedName>& names, Length length, const Namesakes& namesakes, lang::InflectionMemo& memo) const;

 private:
  std::map<std::uint32_t, std::unique_ptr<ner::Tagger>> taggers_;  // by language
};

}  // namespace qogam::mentions
