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

Problem changed_while_read(const std::string& path) {
  return problem("changed_while_read", path + " was changed by another program while it was read; read it again once it is complete.");
}

Problem too_deep(const std::string& path) {
  return problem("too_deep", path + " lies in too many archives, one in the other; unpack the outer ones first.");
}

Problem problem_of(const std::string& path, const Failure& failure) {
  const bool expansion = failure.code == "expansion_limit";
  return problem(failure.code.c_str(), path + " cannot be read to its end (" + failure.reason + "); " +
                                           (expansion ? "if you trust it, raise --max-expansion." : "check the file, or get it anew."));
}

Problem invalid_record(const std::string& code, const std::string& path, const std::string& reason) {
  return problem(code.c_str(), path + " is damaged (" + reason + "); correct or remove it.");
}

Problem missing_column(const std::string& path, const std::string& keys, const std::string& columns) {
  return problem("missing_field", path + " has no column " + keys + " in its first row (there are " + columns +
                                      "); name that of the text with --field text=COLUMN.");
}

Problem invalid_json(const std::string& path, const std::string& reason) {
  return problem("invalid_json",
                 path + " is not a JSON object (" + reason + "); correct or remove the line.");
}

Problem missing_field(const std::string& path, const std::string& keys) {
  return problem("missing_field", path + " has no text under " + keys +
                                      "; name the key of the text with --field text=KEY.");
}

Document failed(const std::string& path, const std::string& id, Problem problem) {
  Document document;
  document.id = id;
  document.source.path = path;
  document.error = std::move(problem);
  return document;
}

std::string either(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    all += all.empty() ? "\"" : " or \"";
    all += name;
    all += '"';
  }
  return all;
}

}  // namespace qogam::read
