// Commitments across articles: what is told of one and the same.
#pragma once

#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "registry/article.h"
#include "registry/bodies.h"
#include "registry/decisions.h"
#include "registry/people.h"
#include "registry/phrase_table.h"
#include "registry/records.h"
#include "registry/spelling.h"

namespace qogam::registry {

struct CommitmentsFound {
  std::vector<Commitment> commitments;  // in the order of their first tellings
  std::vector<Doubt> doubts;
};

// What joining rests on: all of the same articles, in the order of storing; not each article has clauses.
struct TrackerInput {
  const std::vector<ArticleEntities>& entities;
  const std::vector<ArticleClauses>& clauses;
  const BodiesFound& bodies;
  const PeopleFound& people;
};

// Tellings come by day. Each is compared with the commitments that have been told by then: what it is about (concepts of
// models/common/concepts.tsv, which two languages share, names of streets and villages, numbers), where, who is to
// act, by when. It joins the most alike one where that is alike enough; else a promise begins a commitment
// of its own, and a report that fits none is left out. What is not sure stays apart.
CommitmentsFound track_commitments(const TrackerInput& input, const lang::Knowledge& knowledge, const Spelling& spelling, const PhraseTable& concepts,
                                   const Decisions& decisions);

}  // namespace qogam::registry
