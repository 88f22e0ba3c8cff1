// Counting days of the calendar.
#include "registry/days.h"

#include <charconv>
#include <chrono>

namespace qogam::registry {

std::optional<long> day_number(std::string_view day) {
  if (day.size() < 10 || day[4] != '-' || day[7] != '-') return std::nullopt;
  int year = 0;
  unsigned month = 0, date = 0;
  const auto read = [&](std::size_t begin, std::size_t size, auto& to) {
    const auto [end, error] = std::from_chars(day.data() + begin, day.data() + begin + size, to);
    return error == std::errc() && end == day.data() + begin + size;
  };
  if (!read(0, 4, year) || !read(5, 2, month) || !read(8, 2, date)) return std::nullopt;
  const std::chrono::year_month_day calendar{std::chrono::year(year), std::chrono::month(month), std::chrono::day(date)};
  if (!calendar.ok()) return std::nullopt;
  return std::chrono::sys_days(calendar).time_since_epoch().count();
}

}  // namespace qogam::registry
