// The lines of a model file whose text may hold `#` anywhere but at their start.
#include "model/plain_lines.h"

#include <algorithm>

#include "model/source.h"
#include "qogam/error.h"

namespace qogam::model {
std::vector<PlainLine> plain_lines(std::string_view file) {
  std::vector<PlainLine> lines;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = std::min(file.find('\n', at), file.size());
    const std::string_view line = trim(file.substr(at, end - at));
    ++number;
    if (!line.empty() && line.front() != '#') lines.push_back({line, number});
    at = end + 1;
  }
  return lines;
}

void fail_line(std::string_view file_name, std::uint32_t line, const std::string& why) {
  throw Error(Cause::models,
              std::string(file_name) + ":" + std::to_string(line) + ": " + why + ".");
}

}  // namespace qogam::model
