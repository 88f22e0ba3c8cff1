// What a text must hold for a regular expression to match it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::clean {

using Cues = std::vector<std::string>;

// Strings, lower-case, sorted, of which every match of the case-insensitive `regex` holds one; nothing
// where the expression demands no string. Careful: what it does not understand demands nothing.
std::optional<Cues> regex_cues(std::string_view regex);

// All such sets that are found: every match holds a string of each.
std::vector<Cues> regex_demands(std::string_view regex);

}  // namespace qogam::clean
