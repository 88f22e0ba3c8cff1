// What can be told of a program before it runs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lang/records.h"

namespace qogam::lang {

// The token sets of a program: what a model keeps as "rules.token_sets" and "rules.alternatives".
struct TokenSets {
  std::vector<TokenSetRecord> sets;
  std::vector<std::uint32_t> alternatives;
};

// Finds where ways meet and which splits and looks ahead are nothing but a choice among single tokens, and notes both in the
// instructions (`joins`, and `a` of splits and looks). Linear in the program but for sets in sets. Pure otherwise.
TokenSets find_token_sets(std::span<Instruction> program);

}  // namespace qogam::lang
