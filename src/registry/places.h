// Where an article plays, and whether two of them play in one place.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "registry/article.h"
#include "registry/spelling.h"
#include "words/lemmatizer.h"

namespace qogam::registry {

using Places = std::map<std::string, double>;  // stems of Spelling::place() with weights

// For one thread at a time.
class PlaceReader {
 public:
  PlaceReader(const lang::Knowledge& knowledge, const Spelling& spelling) : knowledge_(knowledge), spelling_(spelling) {}

  // The stems of the words with a capital letter in a name of a place.
  std::vector<std::string> stems(std::string_view name) const;
  // Towns, districts and regions of an article by how often they are named; weights sum to 1.
  Places of(const ArticleEntities& article) const;
  // The stem of the place of these kinds that is named most often, or empty.
  std::string main(const ArticleEntities& article, std::string_view kind) const;
  // The town, district or region that is named most often, of places of that kind; null for other kinds.
  const ArticleEntity* main_entity(const ArticleEntities& article, std::string_view kind) const;

 private:
  const lang::Knowledge& knowledge_;
  const Spelling& spelling_;
};

// Stems of one place: equal, or with at most two more letters on one of them behind five that are the same.
bool same_place(std::string_view a, std::string_view b);

// From 0, no place in common, to 1.
double overlap(const Places& a, const Places& b);

}  // namespace qogam::registry
