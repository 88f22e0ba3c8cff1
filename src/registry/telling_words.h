// What a telling is about, as weighted features that two languages share.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lang/knowledge.h"
#include "registry/article.h"
#include "registry/phrase_table.h"
#include "registry/places.h"
#include "registry/spelling.h"
#include "registry/tables.h"
#include "words/lemmatizer.h"

namespace qogam::registry {

// Numbers of features in ascending order, each once, with their weights.
using FeatureVector = std::vector<std::pair<std::uint32_t, float>>;

struct TellingWords {
  FeatureVector all;                 // length 1
  std::set<std::uint32_t> anchors;   // names of streets, villages, programmes: what tells two works of a kind apart
  std::set<std::uint32_t> numbers;   // how many, or which
};

// Names of an article, as stems of Spelling::place().
struct ArticleNames {
  std::vector<std::string> places;  // all of them
  std::vector<std::string> common;  // where the article plays, which tells no two works of one place apart
  std::vector<std::string> people;  // who speaks is not what is spoken of
};

ArticleNames names_of(const ArticleEntities& article, const PlaceReader& reader);

// Gives features numbers, and weights by how rare they are (inverse document frequency, Sparck Jones 1972). Read all
// clauses first, then weigh them. For one thread at a time.
class TellingReader {
 public:
  // `concepts` are those of read_concepts().
  TellingReader(const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& concepts)
      : knowledge_(knowledge), spelling_(spelling), concepts_(concepts), lemmatizer_(knowledge) {
    for (const PhraseTable::Entry& entry : concepts.entries()) concept_weights_.push_back(weight_of(entry));
  }

  TellingWords read(const ArticleClause& clause, const std::string& language, const std::string& title, const ArticleNames& names);
  // Puts the weights in, once all are read.
  void weigh(TellingWords& words) const;

  // In how many tellings a feature stands.
  std::uint32_t frequency(std::uint32_t feature) const { return frequencies_[feature]; }

 private:
  void add_text(TellingWords& to, const std::string& text, const std::string& skip, const std::string& language, float weight, const ArticleNames& names);
  void add_name(TellingWords& to, const std::string& text, const words::PlainWord& word, float weight, const ArticleNames& names);
  std::optional<long> number_at(const std::vector<words::PlainWord>& words, std::size_t& i, const std::string& text);
  bool is_place(const words::PlainWord& word, const std::string& text, const ArticleNames& names) const;
  std::optional<long> numeral(std::string_view lemma);
  bool is_month(std::string_view lemma);
  std::uint32_t number_of(const std::string& feature);

  const lang::Knowledge& knowledge_;
  const Spelling& spelling_;
  const PhraseTable& concepts_;
  std::vector<float> concept_weights_;
  words::Lemmatizer lemmatizer_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::unordered_map<std::string, std::pair<std::optional<long>, bool>> calendar_;  // numerals and months by lemma
  std::vector<std::uint32_t> frequencies_;
  std::size_t read_ = 0;
};

// The cosine of the angle between two vectors of length 1.
double cosine(const FeatureVector& a, const FeatureVector& b);

}  // namespace qogam::registry
