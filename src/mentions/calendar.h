// Dates of the Gregorian calendar and their ISO 8601 / TIMEX3 spelling.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace qogam::mentions {

using Day = std::chrono::year_month_day;

// "2024-04-19…" as a day; nothing where the first ten characters are no day of the calendar.
std::optional<Day> parse_day(std::string_view iso);
std::string to_iso(Day day);
std::string pad(std::int64_t number, int digits);
Day add_days(Day day, int days);
Day add_months(Day day, int months);  // the last day of the month where it is shorter
int days_between(Day from, Day to);
int iso_weekday(Day day);  // 1 Monday … 7 Sunday

// Whether a number of four digits may be a year that news tell of.
inline bool plausible_year(std::int64_t year) { return year >= 1000 && year <= 2200; }

// Whether so many units, of which a year has `per_year`, can be added to a plausible day: 800 years of them.
inline bool countable(std::int64_t units, int per_year) {
  constexpr std::int64_t kMostYears = 800;
  return units >= -kMostYears * per_year && units <= kMostYears * per_year;
}

// First and last day of a TIMEX3 value: a day, month, year, quarter (Q1), half (H1), season (SP SU
// FA WI), week (W23), decade ("198"), century ("19") or a range "a/b" of such. Nothing for durations, sets, references and X.
std::optional<std::pair<Day, Day>> bounds_of(std::string_view value);

}  // namespace qogam::mentions
