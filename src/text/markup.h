// Telling HTML from plain text.
#pragma once

#include <string_view>

namespace qogam::text {

// Whether UTF-8 text is HTML: it begins with a doctype or the outermost elements, or it has several
// tags of well-known elements. Looks at the first 64 KiB.
bool looks_like_html(std::string_view utf8);

}  // namespace qogam::text
