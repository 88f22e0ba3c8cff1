// Dates and times of the clock that are written in digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentions/calendar.h"

namespace qogam::mentions {

// "T18:00" of "18:00", "18.00", or of an hour with the ending of its case ("18-de"). A part of the day (MO AF EV NI)
// makes an hour of 24 of one of 12. Nothing where it is no time of the clock.
std::optional<std::string> clock_time(std::string_view text, std::string_view part_of_day = {});

// The day of dd.mm.yyyy, dd.mm.yy or yyyy.mm.dd, also with `/` or `-` between; years below 70 are of this century.
std::optional<Day> numeric_day(const std::string& text);

// "2024/2025" of two years that follow each other, in one token: 2024/2025 or 2024/25.
std::optional<std::string> slashed_years(const std::string& text);

}  // namespace qogam::mentions
