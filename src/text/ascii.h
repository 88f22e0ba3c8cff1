// Letters of ASCII, for names that are written in nothing else: elements, headers, endings, charsets.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace qogam::text {

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// All other bytes stay as they are.
inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return ascii_lower(c); });
  return lower;
}

}  // namespace qogam::text
