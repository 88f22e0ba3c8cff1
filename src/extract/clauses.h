// The clause of a sentence that a word stands in.
#pragma once

#include "extract/attribution.h"
#include "qogam/document.h"

namespace qogam::extract {

// The clause around `core` inside `tokens` of one sentence: marks (comma, semicolon, colon, dash) part it from what has a predicate of its own. Phrases without a predicate
// belong to it, and so do relative clauses behind it, and relative clauses and "X said" between its own phrases. `head_last`: the
// predicate is the last word of a clause, and a participle there does for one. Without the marks at its ends.
TokenRange clause_around(const Document& document, const AttributionReader& reader, TokenRange tokens, TokenRange core, bool head_last);

}  // namespace qogam::extract
