// What is known about the terminal.
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "text/utf8.h"

namespace qogam::cli {

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

std::size_t text_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::clamp<std::size_t>(size.ws_col, 40, 120);
}

bool decide(const std::string& when, bool able) {
  return when == "always" || (when == "auto" && able);
}

bool takes_colour() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return is_terminal(STDOUT_FILENO) && !(no_color && *no_color) &&
         !(term && std::string_view(term) == "dumb");
}

std::size_t columns(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::decode_at(utf8, at);
    const bool combining = c >= 0x300 && c <= 0x36f;
    if (!combining && c >= 0x20) ++count;
  }
  return count;
}

}  // namespace qogam::cli
