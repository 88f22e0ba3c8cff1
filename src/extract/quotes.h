// The stage that finds speech and its speakers.
#pragma once

#include <memory>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::extract {

// Needs entities, gives quotes: direct speech in marks (speech_in_marks.h) and without (speech_in_lines.h), and indirect speech
// (indirect_speech.h), in the order of the text. `knowledge` must outlive the stage.
std::unique_ptr<Stage> make_quotes(const lang::Knowledge& knowledge);

}  // namespace qogam::extract
