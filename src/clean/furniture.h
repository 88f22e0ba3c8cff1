// All furniture of a page.
#pragma once

#include <optional>

#include "clean/dates.h"
#include "clean/furniture_rules.h"
#include "clean/page.h"

namespace qogam::clean {

// Marks what the rules and the structure of the page tell to be furniture; unknown lines stay.
// Returns the date of the clock above the title, if there is one with its year. Linear.
std::optional<Date> mark_furniture(Page& page, const FurnitureRules& rules, const Dates& dates);

}  // namespace qogam::clean
