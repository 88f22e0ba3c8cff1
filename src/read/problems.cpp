// Sentences of the problems.
#include "read/problems.h"

#include <utility>

namespace qogam::read {
namespace {

Problem problem(const char* code, std::string message) {
  return {code, std::move(message), "read"};
}

}  // namespace

Problem not_found(const std::string& path) {
  return problem("not_found", "There is no file or directory " + path + "; check the path.");
}

Problem unreadable(const std::string& path, const std::string& reason) {
  return problem("unreadable", path + " cannot be read (" + reason + "); check its permissions.");
}

Problem directory_empty(const std::string& path) {
  return problem("directory_empty",
                 "The directory " + path + " holds no files to read; hidden files are not read.");
}

Problem too_large(const std::string& path, std::size_t limit, const std::string& stage) {
  return {"too_large",
          path + " is larger than " + std::to_string(limit) +
              " bytes, the limit for one document; raise --max-doc-bytes to read it.",
          stage};
}

Problem invalid_json(const std::string& path, const std::string& reason) {
  return problem("invalid_json",
                 path + " is not a JSON object (" + reason + "); correct or remove the line.");
}

Problem missing_field(const std::string& path, const std::string& keys) {
  return problem("missing_field", path + " has no text under " + keys +
                                      "; name the key of the text with --field text=KEY.");
}

}  // namespace qogam::read
