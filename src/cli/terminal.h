// What is known about the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace qogam::cli {

bool is_terminal(int descriptor);

// Columns of the terminal on standard output, between 40 and 120; 80 where there is none.
std::size_t text_width();

// Whether "auto", "always" or "never" means yes, where `able` says what auto means.
bool decide(const std::string& when, bool able);

// Whether standard output takes colours: a terminal, no NO_COLOR, TERM not "dumb".
bool takes_colour();

// Columns that UTF-8 text takes, one a code point but for combining marks.
std::size_t columns(std::string_view utf8);

}  // namespace qogam::cli
