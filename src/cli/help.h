// Help on the program and its verbs, on standard output.
#pragma once

#include <span>

#include "cli/verbs.h"

namespace qogam::cli {

void print_program_help();

// Verbs that share their first word.
void print_group_help(std::span<const Verb> group);

// The verb that a call begins with, by its first word or two. `words` is not empty. Throws Error{usage} with "did you mean".
const Verb& find_verb(const Words& words);

}  // namespace qogam::cli
