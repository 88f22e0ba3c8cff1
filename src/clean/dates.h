// Calendar dates in a line of text or a URL, and whether the line is a dateline.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "qogam/span.h"

namespace qogam::clean {

struct Date {
  int year = 0;  // 0: not said
  int month = 0, day = 0;
  Span span;  // of the line, the year's word not included

  bool has_year() const { return year != 0; }
  std::string iso() const;  // "YYYY-MM-DD"; only with a year
};

// What a word means among the words of a class ("month", "weekday"): its number, or nothing.
using WordValue =
    std::function<std::optional<int>(std::string_view lexicon_class, std::string_view word)>;

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

  // Whether a dateline also has the day of the week, as clocks in page headers have.
  bool names_weekday(std::string_view line) const;

 private:
  WordValue value_;
};

}  // namespace qogam::clean
