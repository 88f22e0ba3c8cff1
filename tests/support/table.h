// Tables of tests, and places in texts that they tell in code points.
#pragma once

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace qogam::test {

// The rows of a table of tests/, without comments and the line that names the columns.
inline std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  std::ifstream file(std::string(QOGAM_SOURCE_DIR) + "/tests/" + path);
  std::vector<std::vector<std::string>> rows;
  bool head = true;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || std::exchange(head, false)) continue;
    std::istringstream stream(line);
    auto& row = rows.emplace_back();
    for (std::string field; std::getline(stream, field, '\t');) row.push_back(field);
  }
  return rows;
}

// Where a code point of a text in UTF-8 starts, in bytes.
inline std::uint32_t byte_of(const std::string& text, std::size_t code_point) {
  std::size_t at = 0;
  for (; at < text.size(); ++at)
    if ((text[at] & 0xC0) != 0x80 && code_point-- == 0) break;
  return static_cast<std::uint32_t>(at);
}

}  // namespace qogam::test
