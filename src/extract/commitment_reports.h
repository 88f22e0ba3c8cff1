// What an article tells of earlier commitments: done, moved, failed, or said again.
#pragma once

#include <vector>

#include "extract/attribution.h"
#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::extract {

// Reports of a document with words, in the order of the text: the clauses around the matches of the rule set "commitment_reports"
//   report  says=done|moved|failed|repeated
// outside the headline. A clause makes one report. `reader` is of the same document.
std::vector<CommitmentReport> commitment_reports(const Document& document, const lang::Knowledge& knowledge, const AttributionReader& reader);

}  // namespace qogam::extract
