// The characters of a page put in order: line ends, blanks, invisible characters.
#pragma once

#include <string_view>

#include "clean/mapped_text.h"

namespace qogam::clean {

// All line ends become "\n", all blanks a space (a TAB stays, it parts cells), one for one; byte
// order marks, soft hyphens, zero-width and control characters are dropped. Linear. Pure.
MappedText tidy_characters(std::string_view raw);

}  // namespace qogam::clean
