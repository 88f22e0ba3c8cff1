// Readings of a language that has a graph of suffixes, the likeliest first.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lang/morphology.h"
#include "qogam/document.h"

namespace qogam::words {

// Puts the grammar's readings of a word before `readings`, those that lexicons led to, of which
// guesses go and equal ones are not doubled. `shape` are the features of the token. Returns the
// costs of the readings that come from the grammar, which are the first ones.
std::vector<std::int32_t> add_grammar_readings(const lang::Morphology& morphology, std::string_view folded, Features shape,
                                               std::vector<Analysis>& readings);

}  // namespace qogam::words
