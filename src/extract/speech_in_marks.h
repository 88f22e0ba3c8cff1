// Direct speech in quotation marks.
#pragma once

#include <vector>

#include "extract/speech_text.h"

namespace qogam::extract {

// What stands in marks and is speech: somebody is told to say it, before, behind or inside, or a colon announces it, or it fills sentences
// of its own. Names, titles and slogans are not speech. Marks in `text` what it found. In the order of the text.
std::vector<Speech> speech_in_marks(SpeechText& text, const AttributionReader& reader);

}  // namespace qogam::extract
