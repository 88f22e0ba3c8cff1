// What the sentences of an article tell of commitments.
#pragma once

#include <string>
#include <vector>

#include "registry/article.h"

namespace qogam::registry {

// Whether a clause that says so tells what became of a commitment.
bool is_report(const std::string& says);

// Clauses of one sentence that tell of one thing become one: a promise that is moved, a report that a promise stands in.
std::vector<ArticleClause> merged_clauses(const std::vector<ArticleClause>& clauses);

}  // namespace qogam::registry
