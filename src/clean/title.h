// The headline among the lines of a cleaned article.
#pragma once

#include <cstddef>
#include <string>

#include "clean/dates.h"

namespace qogam::clean {

// The first line that looks like a headline and is followed by more; empty where the article
// starts at once. A short line with a dateline above another headline is the name of the paper.
std::string find_title(std::string_view article, const Dates& dates);

}  // namespace qogam::clean
