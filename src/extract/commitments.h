// The stage that finds what state bodies and officials promise, order, plan or must do.
#pragma once

#include <memory>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::extract {

// Needs quotes, gives commitments. The rule set "commitments" tells where one stands:
//   commitment  kind=promise|order|plan|obligation [actor=$a] [ordered_by=$o]
//   nothing     a near miss: with a higher priority it takes the words away from other rules
// The span is the sentence, or what of it lies inside a quotation, without an attribution that
// closes it. One sentence holds one commitment. The deadline is the date in it that a rule marks
// with deadline=yes, or else one that lies after the publication. `knowledge` must outlive the stage.
std::unique_ptr<Stage> make_commitments(const lang::Knowledge& knowledge);

}  // namespace qogam::extract
