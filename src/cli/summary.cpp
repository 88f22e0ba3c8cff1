// Counting and telling.
#include "cli/summary.h"

#include <algorithm>
#include <cstdio>

namespace qogam::cli {

void Summary::add(const pipeline::Result& r) {
  ++end_.documents;
  end_.warned += !r.warnings.empty();
  end_.duplicates += !r.duplicate_of.empty();
  if (!r.error) return;
  ++end_.failed;
  ++causes_[r.error->code];
}

std::string Summary::sentence(std::size_t bytes) const {
  const double mb = static_cast<double>(bytes) / 1e6, time = std::max(seconds(), 1e-3);
  char rate[96];
  std::snprintf(rate, sizeof rate, " documents, %.1f MB in %.1f s (%.1f MB/s)", mb, time, mb / time);
  std::string text = std::to_string(end_.documents) + rate;
  if (end_.failed > 0) {
    text += "; " + std::to_string(end_.failed) + " failed:";
    const char* border = " ";
    for (const auto& [code, count] : causes_) {
      text += border + std::to_string(count) + " " + code;
      border = ", ";
    }
  }
  if (end_.duplicates > 0) text += "; " + std::to_string(end_.duplicates) + " are near-duplicates of others";
  return text;
}

RunLog::End Summary::end(std::size_t bytes, std::size_t passed_over, int exit_code) const {
  RunLog::End end = end_;
  end.bytes = bytes;
  end.passed_over = passed_over;
  end.seconds = seconds();
  end.exit_code = exit_code;
  return end;
}

}  // namespace qogam::cli
