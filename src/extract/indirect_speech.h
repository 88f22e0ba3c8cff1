// Indirect speech: what somebody is told to have said, in the words of the article.
#pragma once

#include <vector>

#include "extract/speech_text.h"
#include "lang/knowledge.h"

namespace qogam::extract {

// The clauses that are told: behind a speech verb and a complementizer (lexicon class `complementizer`), before a quotative word and
// its speech verb (`quotative`) or before a speech verb whose object is a clause (a participle or verbal noun in the accusative), before a
// closing comma and speech verb, and what "according to X" (`speech-noun`) tells. At most one a sentence, outside direct
// speech. In the order of the text.
std::vector<Speech> indirect_speech(const SpeechText& text, const AttributionReader& reader, const lang::Knowledge& knowledge);

}  // namespace qogam::extract
