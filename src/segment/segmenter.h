// The stage that finds paragraphs, tokens, sentences and the language of each sentence.
#pragma once

#include <memory>

#include "lang/knowledge.h"
#include "qogam/options.h"
#include "qogam/stage.h"

namespace qogam::segment {

// Needs the text, gives the segments and the main language. `knowledge` must outlive the stage.
// Throws Error{Cause::models} where the break rules of common/*.rbbi are bad, Error{Cause::usage}
// where options.language is unknown.
std::unique_ptr<Stage> make_segmenter(const lang::Knowledge& knowledge, const Options& options);

}  // namespace qogam::segment
