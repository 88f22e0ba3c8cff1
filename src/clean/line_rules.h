// The rules for single lines put to use on a page.
#pragma once

#include <string_view>

#include "clean/furniture_rules.h"
#include "clean/page.h"

namespace qogam::clean {

// Removes line `i` where a rule for any line or for tails takes the whole of it, and cuts off the
// ends that rules for tails take. Returns the kind where the line is gone, else nothing.
std::string_view mark_line(Page& page, const FurnitureRules& rules, std::size_t i);

}  // namespace qogam::clean
