// First and last day of a TIMEX3 value.
#pragma once

#include <string>
#include <string_view>

namespace qogam::exports {

struct Days {
  std::string begin, end;  // "YYYY-MM-DD", both empty where the value names no days
};

// Of a day, month, quarter, half, season, year, moment, or a range of two of them. Durations, sets,
// values with an X and PAST_REF and its like name no days. The same as in scripts/fill-gold.
Days days_of(std::string_view value);

}  // namespace qogam::exports
