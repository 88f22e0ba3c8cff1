// Direct speech without quotation marks: behind a dash, or told only by the attribution that closes it.
#pragma once

#include <vector>

#include "extract/speech_text.h"

namespace qogam::extract {

// Paragraphs that open with a dash (with an attribution, over several paragraphs, announced by a colon, or in an interview, where question and
// answer take turns), "Name, post: - ...", and sentences that ", - said X" closes. Lists are not speech. Leaves alone what `text` has marked, and
// marks what it found. In the order of the text.
std::vector<Speech> speech_in_lines(SpeechText& text, const AttributionReader& reader);

}  // namespace qogam::extract
