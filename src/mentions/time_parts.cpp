// From the parts of a date to its value.
#include "mentions/time_parts.h"

#include <algorithm>
#include <cstdlib>

#include "mentions/time_digits.h"

namespace qogam::mentions {
namespace {

// How far back a date without its year may lie before the next year is meant; a deadline, which looks ahead; and how far
// ahead where a verb tells the past: what was planned may be still to come.
constexpr int kPastDays = 200, kMissedDays = 30, kStillAheadDays = 60;

// Whether a day so far from the reference is none that the direction can mean.
bool outside(const std::string& direction, int away) {
  if (direction == "future") return away < 0;
  if (direction == "past") return away > 0;
  if (direction == "deadline") return away < -kMissedDays;
  if (direction == "was") return away > kStillAheadDays;
  return away < -kPastDays;
}

bool looks_ahead(const std::string& direction) { return direction == "future" || direction == "deadline"; }

bool within(const std::optional<std::int64_t>& number, std::int64_t least, std::int64_t most) {
  return !number || (*number >= least && *number <= most);
}

std::string day_value(const TimeParts& p, const Reference& now) {
  const std::string month_day = "-" + pad(*p.month, 2) + "-" + pad(*p.day, 2);
  if (p.year) return pad(*p.year, 4) + month_day;
  if (!now) return "XXXX" + month_day;
  std::optional<Day> best;
  for (int y = -1; y <= 1; ++y) {
    const auto day = parse_day(pad(static_cast<int>(now->year()) + y, 4) + month_day);
    if (!day) continue;
    if (outside(p.direction, days_between(*now, *day))) continue;
    if (!best || std::abs(days_between(*now, *day)) < std::abs(days_between(*now, *best))) best = day;
  }
  return best ? to_iso(*best) : "XXXX" + month_day;
}

// A day whose month is not said: the nearest one, on the side of the reference that the direction asks for.
std::string day_of_month_value(const TimeParts& p, const Reference& now) {
  const std::string open = "XXXX-XX-" + pad(*p.day, 2);
  if (!now) return open;
  std::optional<Day> best;
  for (int month = -1; month <= 1; ++month) {
    const auto day = parse_day(to_iso(add_months(*now, month)).substr(0, 8) + pad(*p.day, 2));
    if (!day) continue;
    const int away = days_between(*now, *day);
    if (looks_ahead(p.direction) ? away < 0 : p.direction == "past" && away > 0) continue;
    if (!best || std::abs(away) < std::abs(days_between(*now, *best))) best = day;
  }
  return best ? to_iso(*best) : open;
}

std::string month_value(const TimeParts& p, const Reference& now) {
  if (p.year) return pad(*p.year, 4) + "-" + pad(*p.month, 2);
  if (!now) return "XXXX-" + pad(*p.month, 2);
  const int away = static_cast<int>(*p.month) - static_cast<int>(static_cast<unsigned>(now->month()));
  int year = static_cast<int>(now->year());
  if (looks_ahead(p.direction)) year += away < 0;
  else if (p.direction == "past" || p.direction == "was") year -= away > 0;
  else if (p.direction == "next") year += away <= 0;
  else if (p.direction == "previous") year -= away >= 0;
  else if (away < -kPastDays / 30) ++year;
  else if (away > 6) --year;
  return pad(year, 4) + "-" + pad(*p.month, 2);
}

// Whether the direction rules out a period, seen from the day of reference.
bool ruled_out(const std::string& direction, Day now, const std::pair<Day, Day>& period) {
  const int to_first = days_between(now, period.first), to_last = days_between(now, period.second);
  if (direction == "next") return to_first <= 0;
  if (direction == "previous" || direction == "ended") return to_last >= 0;
  if (looks_ahead(direction)) return to_last < 0;
  return direction == "past" && to_first > 0;
}

// Quarters, halves and seasons.
std::string part_value(const TimeParts& p, const Reference& now) {
  const std::string name = p.quarter ? "Q" + std::to_string(*p.quarter) : p.half ? "H" + std::to_string(*p.half) : p.season;
  if (p.year) return pad(*p.year, 4) + "-" + name;
  if (!now) return "XXXX-" + name;
  std::optional<int> best;
  int distance = 0;
  for (int y = -2; y <= 1; ++y) {
    const int year = static_cast<int>(now->year()) + y;
    const auto b = bounds_of(pad(year, 4) + "-" + name);
    if (!b || ruled_out(p.direction, *now, *b)) continue;
    const int ahead = std::max(0, days_between(*now, b->first)), behind = std::max(0, days_between(b->second, *now));
    if (!best || ahead + behind < distance) best = year, distance = ahead + behind;
  }
  return best ? pad(*best, 4) + "-" + name : "XXXX-" + name;
}

std::string weekday_value(const TimeParts& p, const Reference& now) {
  if (!now) return "XXXX-WXX-" + std::to_string(*p.weekday);
  const int ahead = static_cast<int>((*p.weekday - iso_weekday(*now) + 7) % 7);
  if (ahead == 0 && p.direction.empty()) return to_iso(*now);
  return to_iso(add_days(*now, looks_ahead(p.direction) ? (ahead == 0 ? 7 : ahead) : ahead - 7));
}

// The first or last day of a period. Without a year the last day of February stays open.
std::string edge(const std::string& value, const TimeParts& p) {
  const bool yearless = value.starts_with("XXXX-") && p.month && *p.month != 2;
  const auto b = bounds_of(yearless ? "2001" + value.substr(4) : value);
  if (!b) return value;
  const std::string day = to_iso(p.part == "end" ? b->second : b->first);
  return yearless ? "XXXX" + day.substr(4) : day;
}

// From the start of a period to the day of reference.
std::string since(const std::string& value, Day now) {
  const auto b = bounds_of(value);
  return b ? to_iso(b->first) + "/" + to_iso(now) : value;
}

std::string period_value(const TimeParts& p, const Reference& now) {
  if (!p.week.empty()) return p.weekday ? to_iso(add_days(*parse_day(p.week), static_cast<int>(*p.weekday) - 1)) : p.week;
  if (p.month && p.day) return day_value(p, now);
  if (p.month) return month_value(p, now);
  if (p.quarter || p.half || !p.season.empty()) return part_value(p, now);
  if (p.weekday) return weekday_value(p, now);
  if (p.day) return day_of_month_value(p, now);
  if (p.decade) return pad(*p.decade / 10, 3);
  if (p.century) return pad(*p.century - 1, 2);
  if (p.year) return pad(*p.year, 4);
  return !p.part.empty() && now ? pad(static_cast<int>(now->year()), 4) : std::string();
}

}  // namespace

bool TimeParts::complete() {
  if (year && *year < 100 && *year >= 0) *year += *year < 70 ? 2000 : 1900;
  // The tens alone are of the century that is named, else of the last one; "the tens" are those of this one.
  if (decade && *decade < 100 && *decade >= 0) *decade += century ? (*century - 1) * 100 : *decade < 20 ? 2000 : 1900;
  return (!year || plausible_year(*year)) && (!decade || (*decade % 10 == 0 && plausible_year(*decade))) && within(month, 1, 12) &&
         within(day, 1, 31) && within(century, 1, 22) && within(quarter, 1, 4) && within(half, 1, 2);
}

void count_out(TimeParts& p, const TimeOffsets& offsets, Day reference) {
  if (!countable(offsets.century.value_or(0), 1) || !countable(offsets.year.value_or(0), 1) || !countable(offsets.month.value_or(0), 12) || !countable(offsets.week.value_or(0), 53) || !countable(offsets.day.value_or(0), 366)) return;
  const int year = static_cast<int>(reference.year());
  if (offsets.week) {
    const Day monday = add_days(reference, 1 - iso_weekday(reference) + 7 * static_cast<int>(*offsets.week));
    p.week = to_iso(monday) + "/" + to_iso(add_days(monday, 6));
  }
  if (offsets.century) p.century = (year - 1) / 100 + 1 + *offsets.century;
  if (offsets.year) p.year = year + *offsets.year, p.year_given = true;
  if (!offsets.month && !offsets.day) return;
  const Day moved = offsets.day ? add_days(reference, static_cast<int>(*offsets.day)) : add_months(reference, static_cast<int>(*offsets.month));
  p.year = static_cast<int>(moved.year()), p.month = static_cast<unsigned>(moved.month()), p.year_given = true;
  if (offsets.day) p.day = static_cast<unsigned>(moved.day());
}

std::string date_value(const TimeParts& p, const Reference& now) {
  std::string value = period_value(p, now);
  if (p.part == "end" || p.part == "start") value = edge(value, p);
  if (p.part == "since-start" && now) value = since(value, *now);
  if (const auto time = clock_time(p.time, p.day_part); time && value.size() == 10) value += *time;
  return value;
}

}  // namespace qogam::mentions
