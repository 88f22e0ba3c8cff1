// Counting days of the calendar.
#pragma once

#include <optional>
#include <string_view>

namespace qogam::registry {

// Days since 1970-01-01 of "YYYY-MM-DD…"; nothing where it is no day.
std::optional<long> day_number(std::string_view day);

}  // namespace qogam::registry
