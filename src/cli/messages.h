// Messages to people, on standard error, one line each.
#pragma once

#include <string_view>

namespace qogam::cli {

// "qogam: warning: …" and "qogam: error: …". Control characters come out as "?", so that a file
// name cannot forge a second message. One write each, safe from any thread.
void print_warning(std::string_view message);
void print_error(std::string_view message);

}  // namespace qogam::cli
