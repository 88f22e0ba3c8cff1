// Character references of HTML that were left in a text.
#pragma once

#include <string_view>

#include "clean/mapped_text.h"

namespace qogam::clean {

// "&quot;", "&laquo;", "&#1178;" and "&#x49A;" become what they stand for, and so do those that were
// escaped twice or more ("&amp;quot;"). A name that HTML 4 lacks stays as it is. Linear. Pure.
MappedText resolve_references(std::string_view utf8);

}  // namespace qogam::clean
