// A calendar date as it stands in a text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "qogam/span.h"

namespace qogam::clean {

struct Date {
  int year = 0;  // 0: not said
  int month = 0, day = 0;
  Span span;  // of the line, a word for "year" not included

  bool has_year() const { return year != 0; }
  std::string iso() const;  // "YYYY-MM-DD"; only with a year
};

// What a word means among the words of a class ("month", "weekday"): its number, or nothing.
using WordValue =
    std::function<std::optional<int>(std::string_view lexicon_class, std::string_view word)>;

}  // namespace qogam::clean
