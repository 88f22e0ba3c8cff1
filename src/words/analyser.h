// The stage that analyses tokens: shape, readings, numbers, lexicon entries.
#pragma once

#include <memory>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::words {

// Needs segments, gives words. `knowledge` must outlive the stage.
std::unique_ptr<Stage> make_analyser(const lang::Knowledge& knowledge);

}  // namespace qogam::words
