// Wrapping of text to the width of a terminal.
#include "cli/wrap.h"

#include <algorithm>
#include <utility>

#include "cli/terminal.h"

namespace qogam::cli {

void Wrapper::add(std::string_view painted, std::size_t columns) {
  if (used_ > 0 && indent_ + used_ + 1 + columns > width_) {
    text_ += '\n';
    text_.append(indent_, ' ');
    used_ = 0;
  }
  if (used_ > 0) {
    text_ += ' ';
    ++used_;
  }
  text_ += painted;
  used_ += columns;
}

std::string Wrapper::take() {
  used_ = 0;
  text_ += '\n';
  return std::exchange(text_, {});
}

std::string wrapped(std::string_view first, std::string_view text, std::size_t width) {
  Wrapper lines(width, columns(first));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    const std::string_view word = text.substr(begin, at - begin);
    lines.add(word, columns(word));
  }
  return std::string(first) + lines.take();
}

}  // namespace qogam::cli
