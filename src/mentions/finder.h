// The stage that finds where the text names something.
#pragma once

#include <memory>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::mentions {

// Needs words and the text layer (for the publication date), gives mentions, dates and money.
// Each sentence is read in passes, in this order of rule sets: dates, money, locations,
// organizations, positions, persons; a later pass may use what earlier ones found. `knowledge`
// must outlive the stage.
std::unique_ptr<Stage> make_finder(const lang::Knowledge& knowledge);

}  // namespace qogam::mentions
