// People across articles: which of their entities are one person, and which posts that person held.
#pragma once

#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "registry/article.h"
#include "registry/bodies.h"
#include "registry/decisions.h"
#include "registry/records.h"
#include "registry/spelling.h"

namespace qogam::registry {

struct PeopleFound {
  std::vector<Person> people;  // in the order of the first article that names them
  std::vector<Doubt> doubts;
};

// Joins by evidence: names that agree, then posts, bodies and places that do; the most complete names first. What
// is not sure stays apart, and is a doubt. Names of one article stay apart where both are complete. The method is
// agglomerative clustering with constraints (cf. Rao, McNamee and Dredze 2010, streaming cross-document
// coreference), made deterministic: the same articles in the same order give the same people.
// Linear but for names whose surnames have the same first three consonants. `bodies` are those of the same articles.
PeopleFound resolve_people(const std::vector<ArticleEntities>& articles, const BodiesFound& bodies, const lang::Knowledge& knowledge,
                           const Spelling& spelling, const Decisions& decisions);

}  // namespace qogam::registry
