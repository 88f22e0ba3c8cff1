// People named again by their surname alone.
#pragma once

#include "lang/inflection_memo.h"
#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::mentions {

// Adds a person mention for each capitalised word outside other people, organizations and places
// that is, in some case, the surname of a person whom the document names in full.
void find_surnames(Document& document, const lang::Knowledge& knowledge, lang::InflectionMemo& memo);

}  // namespace qogam::mentions
