// The tables of models/common/ that joining across articles rests on.
#pragma once

#include "lang/knowledge.h"
#include "registry/phrase_table.h"

namespace qogam::registry {

// common/body_terms.tsv and common/concepts.tsv, with the columns that are needed of them: of terms a `role`, of concepts a
// `weight`, a number from 0 on. Throw Error{Cause::models} with file and line of what cannot be understood.
PhraseTable read_body_terms(const lang::Knowledge& knowledge);
PhraseTable read_concepts(const lang::Knowledge& knowledge);

// The weight of an entry of read_concepts().
float weight_of(const PhraseTable::Entry& entry);

}  // namespace qogam::registry
