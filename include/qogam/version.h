// The version of this program and library.
#pragma once

#include <string_view>

namespace qogam {

// "MAJOR.MINOR.PATCH", as the project() line of CMakeLists.txt has it.
[[gnu::visibility("default")]] std::string_view version();

}  // namespace qogam
