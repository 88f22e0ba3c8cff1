// The names of a marked text as a page lists them for its readers: so that training sees names in small letters.
#pragma once

#include "learn/name_gold.h"

namespace qogam::learn {

// Each name of the text once, in small letters, commas between: "john smith, london". All of it is marked.
NameText tag_list(const NameText& text);

}  // namespace qogam::learn
