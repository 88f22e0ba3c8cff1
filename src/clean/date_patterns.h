// The ways a date is written.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "clean/date.h"
#include "clean/date_tokens.h"

namespace qogam::clean {

// All dates among the tokens of `line`, in order: figures parted by `.`, `-` or `/`; day, month
// name and year in either order; day and month name. Years are 1990 to 2100, days exist.
std::vector<Date> find_dates(std::span<const DateToken> tokens, std::string_view line,
                             const WordValue& value);

}  // namespace qogam::clean
