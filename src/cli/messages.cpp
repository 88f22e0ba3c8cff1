// Messages on standard error.
#include "cli/messages.h"

#include <cstdio>

#include "cli/visible.h"

namespace qogam::cli {
namespace {

void print(const char* kind, std::string_view message) {
  std::string line = "qogam: ";
  line.append(kind).append(visible(message, ""));
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void print_warning(std::string_view message) { print("warning: ", message); }
void print_error(std::string_view message) { print("error: ", message); }
void print_note(std::string_view message) { print("", message); }
void print_failure(const std::string& id, const Problem& problem) { print_error(id + ": " + problem.message + " [" + problem.code + "]"); }

}  // namespace qogam::cli
