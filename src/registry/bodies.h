// Organizations across articles: which of their entities are one body.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "registry/article.h"
#include "registry/decisions.h"
#include "registry/phrase_table.h"
#include "registry/records.h"
#include "registry/spelling.h"

namespace qogam::registry {

struct BodiesFound {
  std::vector<Body> bodies;  // in the order of the first article that names them
  std::map<std::string, std::size_t> body_of;  // by key_of() an entity
  std::vector<Doubt> doubts;
};

// Bodies of one kind, domain and place are one, in whichever language they are named; a name that says less joins the
// only one that it can mean. Names that tell nothing ("the department") are no bodies.
BodiesFound resolve_bodies(const std::vector<ArticleEntities>& articles, const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& terms,
                           const Decisions& decisions);

}  // namespace qogam::registry
