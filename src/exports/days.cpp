// First and last day of a TIMEX3 value.
#include "exports/days.h"

#include <chrono>
#include <cstdio>
#include <optional>

namespace qogam::exports {
namespace {

struct Period {
  std::string_view name;
  unsigned first, last;  // months
};

constexpr Period kPeriods[] = {{"Q1", 1, 3}, {"Q2", 4, 6}, {"Q3", 7, 9}, {"Q4", 10, 12}, {"H1", 1, 6},
                               {"H2", 7, 12}, {"SP", 3, 5}, {"SU", 6, 8}, {"FA", 9, 11}};

std::string day(int year, unsigned month, unsigned number) {
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", year, month, number);
  return out;
}

unsigned last_of(int year, unsigned month) {
  using namespace std::chrono;
  return static_cast<unsigned>((std::chrono::year(year) / std::chrono::month(month) / last).day());
}

// A number of exactly `width` digits.
std::optional<int> number(std::string_view digits, std::size_t width) {
  if (digits.size() != width) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Days> month_or_period(int year, std::string_view part) {
  if (part == "WI") return Days{day(year, 12, 1), day(year + 1, 2, last_of(year + 1, 2))};
  for (const Period& period : kPeriods)
    if (part == period.name) return Days{day(year, period.first, 1), day(year, period.last, last_of(year, period.last))};
  const auto month = number(part, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const auto m = static_cast<unsigned>(*month);
  return Days{day(year, m, 1), day(year, m, last_of(year, m))};
}

std::optional<Days> one(std::string_view value) {
  value = value.substr(0, value.find('T'));
  const auto year = number(value.substr(0, 4), 4);
  if (!year) return std::nullopt;
  if (value.size() == 4) return Days{day(*year, 1, 1), day(*year, 12, 31)};
  if (value[4] != '-') return std::nullopt;
  if (value.size() == 10 && value[7] == '-') {
    const auto month = number(value.substr(5, 2), 2), date = number(value.substr(8), 2);
    if (!month || !date || *month < 1 || *month > 12 || *date < 1) return std::nullopt;
    if (*date > static_cast<int>(last_of(*year, static_cast<unsigned>(*month)))) return std::nullopt;
    return Days{std::string(value), std::string(value)};
  }
  return month_or_period(*year, value.substr(5));
}

}  // namespace

Days days_of(std::string_view value) {
  if (value.starts_with('P') || value.starts_with("R/")) return {};
  const std::size_t slash = value.find('/');
  const auto first = one(value.substr(0, slash));
  const auto last = slash == std::string_view::npos ? first : one(value.substr(slash + 1));
  if (!first || !last) return {};
  return {first->begin, last->end};
}

}  // namespace qogam::exports
