// The version of this program and library.
#pragma once

#include <string_view>

namespace qogam {

// "MAJOR.MINOR.PATCH", as the project() line of CMakeLists.txt has it.
std::string_view version();

}  // namespace qogam
