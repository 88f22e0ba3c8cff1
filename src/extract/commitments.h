// The stage that finds what state bodies and officials promise, order, plan or must do.
#pragma once

#include <memory>
#include <optional>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::extract {

// Needs quotes, entities and topics, gives commitments in the order of the text. Rules say where one may stand (commitment_candidates.h), learnt
// weights how probable it is and of which kind (commitment_judge.h); those below `min_confidence` (0..1; unset: 0.5) are left out. `by` names the rule, which holds the
// cue. What is told of earlier commitments is given as well (commitment_reports.h). Without weights every candidate without a near miss is given, with the confidence of its rule. `knowledge` must outlive the stage.
std::unique_ptr<Stage> make_commitments(const lang::Knowledge& knowledge, std::optional<double> min_confidence = std::nullopt);

}  // namespace qogam::extract
