// The findings a caller may ask for, and what has to be worked out for each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "qogam/stage.h"

namespace qogam::pipeline {

// A finding is also a key of the output that holds a list.
struct Finding {
  std::string_view name;
  std::string_view help;
  Layers layers;
};

// The table, in the order in which people should read it.
std::span<const Finding> findings();

// The layers that these findings need, together with those which every output shows. No names:
// all findings. Throws Error{usage} for a name that is not in the table.
Layers wanted_layers(const std::vector<std::string>& names);

// Whether these are some of dates and money and nothing else, for which fewer rules do.
bool only_dates_and_money(const std::vector<std::string>& names);

}  // namespace qogam::pipeline
