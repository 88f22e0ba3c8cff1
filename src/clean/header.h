// What stands above the title of a page.
#pragma once

#include <cstddef>
#include <optional>

#include "clean/dates.h"
#include "clean/line_rules.h"
#include "clean/page.h"

namespace qogam::clean {

struct Header {
  std::size_t end = 0;        // the line of the title, or of what else ends the header
  std::optional<Date> clock;  // the date that the page shows as today's, with its year
};

// Marks the furniture above the title. What is not known as furniture stays, unless its neighbours
// tell: a bare number among rates, a place before a temperature, a menu or a label above the title,
// the lines of a masthead.
Header mark_header(Page& page, PageRules& rules, const Dates& dates);

}  // namespace qogam::clean
