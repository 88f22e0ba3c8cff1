// The lines of a model file whose text may hold `#` anywhere but at their start.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::model {

struct PlainLine {
  std::string_view text;     // blank ends are gone
  std::uint32_t number = 0;  // from 1
};

// Empty lines and lines that start with `#` are left out. The views point into `file`.
std::vector<PlainLine> plain_lines(std::string_view file);

// Throws Error{Cause::models} with "file:line: why.".
[[noreturn]] void fail_line(std::string_view file_name, std::uint32_t line, const std::string& why);

}  // namespace qogam::model
