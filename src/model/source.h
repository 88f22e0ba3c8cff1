// The text files of models/, line by line, with their place kept for messages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::model {

// One line that says something: comments and blanks at the end are gone, empty lines are left out.
struct Line {
  std::string text;
  std::uint32_t number = 0;  // from 1
};

// A file of models/. `path` is relative to the folder, with '/'.
struct SourceFile {
  std::string path;
  std::string text;  // as it stands on disk

  // Lines without `#` comments (a `#` at the start of a line, or between blanks or a blank and the end of the line;
  // one inside a word or before it, as in `#person` of a rule, stays).
  std::vector<Line> lines() const;
  // Throws Error{Cause::models} that starts with "path:line: ".
  [[noreturn]] void fail(std::uint32_t line, const std::string& why) const;
};

// All files below `folder` in the order of their paths. Throws Error{Cause::models} where the
// folder cannot be read or a file is not UTF-8.
std::vector<SourceFile> read_sources(const std::string& folder);

// One file that stands elsewhere, under the path given. Throws as read_sources() does.
SourceFile read_source(const std::string& path);

// Pieces of a line between TABs, each trimmed.
std::vector<std::string> fields(std::string_view line);
// Pieces between runs of blanks.
std::vector<std::string> pieces(std::string_view text);
std::string_view trim(std::string_view text);

}  // namespace qogam::model
