// All furniture of a page.
#pragma once

#include <optional>

#include "clean/dates.h"
#include "clean/furniture_rules.h"
#include "clean/page.h"
#include "clean/recurring_lines.h"

namespace qogam::clean {

// Marks what the rules and the structure of the page tell to be furniture; unknown lines stay.
// Returns the date of the clock above the title, if there is one with its year. Linear.
std::optional<Date> mark_furniture(Page& page, const FurnitureRules& all, const Dates& dates);

// Marks the lines that recur on the pages of `site`, unless they are most of the page: then it is an
// article that has been published often. Datelines stay: they recur but for their figures.
void mark_recurring(Page& page, const RecurringLines& lines, std::string_view site, const Dates& dates);

}  // namespace qogam::clean
