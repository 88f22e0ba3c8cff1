// The stage that finds where the text names something.
#pragma once

#include <memory>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::mentions {

// Needs words and the text layer (for the publication date), gives mentions, dates and money.
// Each sentence is read in passes, in this order of rule sets: dates, money, locations,
// organizations (and the short names that the text gives them), positions, persons, laws, events; a later pass may use what earlier ones
// found. Laws and events are what rules of one's own find: a kind, and the pieces that the rule captured. `knowledge`
// must outlive the stage. With `dates_and_money` only the first two are made: they rest on nothing
// of the others.
enum class Passes { all, dates_and_money };
std::unique_ptr<Stage> make_finder(const lang::Knowledge& knowledge, Passes passes = Passes::all);

}  // namespace qogam::mentions
