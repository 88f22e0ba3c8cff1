// The day an article was published, by the best of several witnesses.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/dates.h"
#include "qogam/document.h"

namespace qogam::clean {

// What may say when an article was published.
struct Witnesses {
  std::string_view option;    // Options::published
  std::string_view metadata;  // Source::published
  std::string_view article;   // cleaned
  std::string_view url;
  std::optional<Date> clock;  // of the page header
  bool utc = false;           // `metadata` is a moment in UTC, at home the next day may have begun
  std::vector<std::string> datelines;  // short lines around the headline of an HTML page, nearest first
  std::vector<std::string> header_datelines, tail_datelines;  // the same further above and below the body
};

// The first of option, metadata, dateline, URL and page header that names a day with its year.
Published find_published(const Witnesses& witnesses, const Dates& dates);

}  // namespace qogam::clean
