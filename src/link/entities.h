// Entities out of mentions.
#pragma once

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::link {

// Makes Document::entities and sets Mention::entity. People are joined by compatible names,
// organizations and places by equal ones (quotation marks and case do not count), bodies of the state by
// parts of their names too (see short_forms.h). The most complete name is the entity's; the other surface forms are
// its aliases.
void make_entities(Document& document, const lang::Knowledge& knowledge);

}  // namespace qogam::link
