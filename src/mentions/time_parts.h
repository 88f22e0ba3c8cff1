// What a date says of itself, and what the day it is counted from adds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "mentions/calendar.h"

namespace qogam::mentions {

// The day that a text counts from: that of publication, or one that was stated before.
using Reference = std::optional<Day>;

// The named parts of a date; what is not said is left out. Months, days, weekdays (Monday is 1), quarters and halves
// count from 1; decades are full ("1980"); the 21st century is 21.
struct TimeParts {
  std::optional<std::int64_t> year, month, day, weekday, quarter, half, decade, century;
  std::string season;     // SP SU FA WI
  std::string part;       // start, end, since-start
  // past, future; deadline: ahead, or just missed; was: a verb tells the past; of months, seasons and quarters also
  // previous, next, ended
  std::string direction;
  std::string time;       // of the clock, as written
  std::string day_part;   // MO AF EV NI
  std::string week;       // first and last day of a week that was counted out: "a/b"
  bool year_given = false;

  // Full years of two digits and of tens alone. False where some part cannot be (month 13).
  bool complete();
};

// So many units from the day of reference.
struct TimeOffsets {
  std::optional<std::int64_t> century, year, month, week, day;
};

// Sets what the offsets name, counted from the reference.
void count_out(TimeParts& parts, const TimeOffsets& offsets, Day reference);

// The TIMEX3 value. A year that is not said is the nearest to the reference that the direction allows; without a
// reference it stays open ("XXXX-04-19"), or the value is empty.
std::string date_value(const TimeParts& parts, const Reference& reference);

}  // namespace qogam::mentions
