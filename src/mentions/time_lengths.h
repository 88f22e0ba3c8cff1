// Lengths of time and their ISO 8601 spelling.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qogam::mentions {

// So many units of time. A unit is Y, Q, M, W, D, H, MIN or S, with a number of its own where it holds several (half a
// year is 6M).
struct Length {
  std::optional<std::int64_t> amount;  // nothing: some, it is not said how many
  std::string unit;
};

// A length whose amount may be broken, in whole units: two years and a half are 30 months.
Length whole_length(double amount, std::string unit);

// The same length in a unit without a number and that ISO 8601 knows: two quarters are 6 months.
Length simple_length(const Length& length);

// "P3M", "PT90M", "PXD" (some days). ISO 8601; X after TIMEX3.
std::string length_value(const Length& length);

// A length of a bigger and a smaller unit: "P1Y6M", "P1DT12H".
std::string length_value(const Length& bigger, const Length& smaller);

}  // namespace qogam::mentions
