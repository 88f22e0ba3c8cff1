// The day of the clock.
#include "cli/today.h"

#include <ctime>

namespace qogam::cli {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm calendar{};
  localtime_r(&now, &calendar);
  char day[16];
  std::strftime(day, sizeof day, "%Y-%m-%d", &calendar);
  return day;
}

}  // namespace qogam::cli
