// Messages to people, on standard error, one line each.
#pragma once

#include <string>
#include <string_view>

#include "qogam/document.h"

namespace qogam::cli {

// "qogam: warning: …" and "qogam: error: …". Control characters come out visible, line ends
// too, so that a file name cannot forge a second message. One write each, safe from any thread.
void print_warning(std::string_view message);
void print_error(std::string_view message);

// "qogam: …", what is neither.
void print_note(std::string_view message);

// The same for what spoilt a document: "ID: message [code]".
void print_failure(const std::string& id, const Problem& problem);

}  // namespace qogam::cli
