// How deep JSON is nested, before a parser that recurses gets it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace qogam::text {

// The most brackets and braces that are open at once, those in strings not counted. Linear. Pure.
inline std::size_t json_depth(std::string_view json) {
  std::size_t depth = 0, deepest = 0;
  bool inside = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (inside && c == '\\')
      ++i;
    else if (c == '"')
      inside = !inside;
    else if (!inside && (c == '{' || c == '['))
      deepest = std::max(deepest, ++depth);
    else if (!inside && (c == '}' || c == ']') && depth > 0)
      --depth;
  }
  return deepest;
}

}  // namespace qogam::text
