// The day of the clock.
#pragma once

#include <string>

namespace qogam::cli {

// "YYYY-MM-DD" in the time zone of the machine.
std::string today();

}  // namespace qogam::cli
