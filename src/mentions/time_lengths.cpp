// Arithmetic of units of time.
#include "mentions/time_lengths.h"

#include <cmath>
#include <cstdlib>
#include <utility>

namespace qogam::mentions {
namespace {

bool of_the_clock(std::string_view unit) { return unit == "H" || unit == "MIN" || unit == "S"; }

// "6M", or "90M" of minutes.
std::string count(const Length& simple) {
  return (simple.amount ? std::to_string(*simple.amount) : "X") + (simple.unit == "MIN" ? "M" : simple.unit);
}

}  // namespace

Length whole_length(double amount, std::string unit) {
  constexpr double kMost = 1e12;
  if (!(amount >= -kMost && amount <= kMost)) return {std::nullopt, std::move(unit)};
  struct Smaller { std::string_view name, smaller; int times; };
  constexpr Smaller kSmaller[] = {{"Y", "M", 12}, {"M", "D", 30}, {"W", "D", 7}, {"D", "H", 24}, {"H", "MIN", 60}};
  if (amount != std::floor(amount))
    for (const Smaller& u : kSmaller)
      if (unit == u.name) return {std::llround(amount * u.times), std::string(u.smaller)};
  return {static_cast<std::int64_t>(amount), std::move(unit)};
}

Length simple_length(const Length& length) {
  const std::size_t letter = length.unit.find_first_not_of("0123456789");
  Length simple{length.amount, letter == std::string::npos ? length.unit : length.unit.substr(letter)};
  if (simple.amount && letter != 0 && letter != std::string::npos) *simple.amount *= std::atoll(length.unit.c_str());
  if (simple.unit != "Q") return simple;
  simple.unit = "M";
  if (simple.amount) *simple.amount *= 3;
  return simple;
}

std::string length_value(const Length& length) {
  const Length simple = simple_length(length);
  return (of_the_clock(simple.unit) ? "PT" : "P") + count(simple);
}

std::string length_value(const Length& bigger, const Length& smaller) {
  const Length rest = simple_length(smaller);
  const bool clock = of_the_clock(rest.unit) && !of_the_clock(simple_length(bigger).unit);
  return length_value(bigger) + (clock ? "T" : "") + count(rest);
}

}  // namespace qogam::mentions
