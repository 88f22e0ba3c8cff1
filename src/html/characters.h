// Named characters of HTML.
#pragma once

#include <string_view>

namespace qogam::html {

// The code point of a named character reference of HTML 4 ("laquo"), 0 where there is none.
char32_t named_character(std::string_view name);

}  // namespace qogam::html
