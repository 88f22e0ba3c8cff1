// Wrapping of text to the width of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace qogam::cli {

// Builds lines of `width` columns from words, which are never broken.
class Wrapper {
 public:
  Wrapper(std::size_t width, std::size_t indent) : width_(width), indent_(indent) {}

  // A word with its colours and brackets, which takes `columns` columns.
  void add(std::string_view painted, std::size_t columns);

  // The lines so far, with a line feed; empties the wrapper.
  std::string take();

 private:
  std::size_t width_, indent_, used_ = 0;
  std::string text_;
};

// Plain text wrapped whole: the first line begins with `first`, the others are indented as far.
std::string wrapped(std::string_view first, std::string_view text, std::size_t width);

}  // namespace qogam::cli
