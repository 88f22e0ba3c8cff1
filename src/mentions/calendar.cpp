// Calendar arithmetic with std::chrono.
#include "mentions/calendar.h"

#include <cstdio>

namespace qogam::mentions {
namespace {

using namespace std::chrono;

std::optional<int> digits(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

Day last_of(int y, unsigned m) { return Day(year_month_day_last(year(y), month_day_last(month(m)))); }

struct Part {
  std::string_view name;
  unsigned first, last;
};
constexpr Part kParts[] = {{"Q1", 1, 3}, {"Q2", 4, 6}, {"Q3", 7, 9}, {"Q4", 10, 12}, {"H1", 1, 6}, {"H2", 7, 12},
                           {"SP", 3, 5}, {"SU", 6, 8}, {"FA", 9, 11}};

std::optional<std::pair<Day, Day>> week_bounds(int y, int week) {
  // Week 1 holds the first Thursday of the year (ISO 8601).
  const sys_days fourth = year(y) / January / 4;
  const sys_days monday = fourth - (weekday(fourth).iso_encoding() - 1) * days(1) + (week - 1) * weeks(1);
  return std::pair(Day(monday), Day(monday + days(6)));
}

std::optional<std::pair<Day, Day>> part_bounds(int y, std::string_view part) {
  if (part == "WI") return std::pair(Day(year(y), month(12), day(1)), last_of(y + 1, 2));
  for (const Part& p : kParts)
    if (p.name == part) return std::pair(Day(year(y), month(p.first), day(1)), last_of(y, p.last));
  if (part.size() == 3 && part[0] == 'W')
    if (const auto week = digits(part.substr(1)); week && *week >= 1 && *week <= 53) return week_bounds(y, *week);
  const auto m = digits(part);
  if (!m || *m < 1 || *m > 12 || part.size() != 2) return std::nullopt;
  return std::pair(Day(year(y), month(static_cast<unsigned>(*m)), day(1)), last_of(y, static_cast<unsigned>(*m)));
}

std::optional<std::pair<Day, Day>> single_bounds(std::string_view v) {
  v = v.substr(0, v.find('T'));
  if (v.size() == 10) {
    const auto day = parse_day(v);
    return day ? std::optional(std::pair(*day, *day)) : std::nullopt;
  }
  if (v.size() == 2) {  // a century: "19"
    const auto c = digits(v);
    return c ? std::optional(std::pair(Day(year(*c * 100), month(1), day(1)), last_of(*c * 100 + 99, 12))) : std::nullopt;
  }
  if (v.size() == 3) {  // a decade: "201"
    const auto d = digits(v);
    return d ? std::optional(std::pair(Day(year(*d * 10), month(1), day(1)), last_of(*d * 10 + 9, 12))) : std::nullopt;
  }
  const auto y = digits(v.substr(0, 4));
  if (!y || v.size() < 4) return std::nullopt;
  if (v.size() == 4) return std::pair(Day(year(*y), month(1), day(1)), last_of(*y, 12));
  return v[4] == '-' ? part_bounds(*y, v.substr(5)) : std::nullopt;
}

}  // namespace

std::optional<Day> parse_day(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto y = digits(iso.substr(0, 4)), m = digits(iso.substr(5, 2)), d = digits(iso.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const Day result{year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d))};
  return result.ok() ? std::optional(result) : std::nullopt;
}

std::string pad(std::int64_t number, int width) {
  std::string text = std::to_string(number);
  while (static_cast<int>(text.size()) < width) text.insert(text.begin(), '0');
  return text;
}

std::string to_iso(Day d) {
  return pad(static_cast<int>(d.year()), 4) + "-" + pad(static_cast<unsigned>(d.month()), 2) + "-" + pad(static_cast<unsigned>(d.day()), 2);
}

Day add_days(Day d, int n) { return Day(sys_days(d) + days(n)); }

Day add_months(Day d, int n) {
  const Day moved = d + months(n);
  return moved.ok() ? moved : Day(moved.year() / moved.month() / std::chrono::last);
}

int days_between(Day from, Day to) { return static_cast<int>((sys_days(to) - sys_days(from)).count()); }

int iso_weekday(Day d) { return static_cast<int>(weekday(sys_days(d)).iso_encoding()); }

std::optional<std::pair<Day, Day>> bounds_of(std::string_view value) {
  if (value.empty() || value[0] == 'P' || value[0] == 'R' || value.find('X') != value.npos || value.ends_with("_REF")) return std::nullopt;
  const std::size_t slash = value.find('/');
  const auto first = single_bounds(value.substr(0, slash));
  const auto last = slash == value.npos ? first : single_bounds(value.substr(slash + 1));
  if (!first || !last) return std::nullopt;
  return std::pair(first->first, last->second);
}

}  // namespace qogam::mentions
