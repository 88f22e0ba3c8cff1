// The stage that finds direct speech and its speakers.
#pragma once

#include <memory>

#include "lang/knowledge.h"
#include "qogam/stage.h"

namespace qogam::extract {

// Needs entities, gives quotes. Forms of direct speech:
//   in quotation marks of any kind, before or after its attribution, or split by it;
//   a paragraph that opens with a dash;
//   a sentence without marks that a comma, a dash and an attribution close.
// An attribution holds a word of the lexicon class `speech-verb` (or stands before a colon and
// names somebody). What is in quotation marks without one is a name, a title or a phrase.
// `knowledge` must outlive the stage.
std::unique_ptr<Stage> make_quotes(const lang::Knowledge& knowledge);

}  // namespace qogam::extract
