// Calendar dates in a line of text or a URL, and whether the line is a dateline.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "clean/date.h"

namespace qogam::clean {

// Finds dates of the years 1990 to 2100. Immutable; safe from any thread where the function is.
class Dates {
 public:
  explicit Dates(WordValue value) : value_(std::move(value)) {}

  // Day, month name and year in either order, and figures parted by `.`, `-` or `/`; days that no
  // month has are left out. Dates without a year need the name of the month.
  std::vector<Date> find(std::string_view line) const;

  // The date of a line that says little else: a place, a section, a time, an author beside it.
  std::optional<Date> dateline(std::string_view line) const;

  // The date that a paragraph begins with, perhaps after a place: "ASTANA. 4 May 2024. Text".
  std::optional<Date> opening(std::string_view paragraph) const;

  // The date and time after a colon that a paragraph ends with: "… Posted: 11.02.2015 10:16".
  std::optional<Date> stamp(std::string_view paragraph) const;

  // Whether a dateline also has the day of the week, as clocks in page headers have.
  bool names_weekday(std::string_view line) const;

 private:
  WordValue value_;
};

}  // namespace qogam::clean
