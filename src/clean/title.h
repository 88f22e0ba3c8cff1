// The headline among the lines of a cleaned article.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "clean/dates.h"

namespace qogam::clean {

// The first line that looks like a headline and is followed by more; empty where the article
// starts at once. A short line with a dateline above another headline is the name of the paper.
std::string find_title(std::string_view article, const Dates& dates);

// Whether one of the first lines of the article is the title, but for its case and punctuation.
bool begins_with_title(std::string_view article, std::string_view title);

}  // namespace qogam::clean
