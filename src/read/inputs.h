// From the paths of a call to the files to read.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "qogam/document.h"

namespace qogam::read {

inline constexpr const char* kStandardInput = "-";

// One file to read, or the reason why there is none.
struct Input {
  std::string path;                // as the system knows it; "-": standard input
  std::string name;                // the path for output: valid UTF-8
  std::string id;                  // path below the directory given, or file name; no extension
  std::size_t bytes = 0;           // size now, 0 where not known
  std::optional<Problem> problem;  // the path stays in the list with it
};

// Files as they are; directories with all regular files below them, sorted by the bytes of their
// paths ("a.txt" before "a/b.txt"). Names that begin with a dot are skipped below a directory;
// links to directories are not followed there, links to files are. "-" is standard input. Never
// throws for a path: what is missing, unreadable or empty stays, with its problem. Names that are
// not UTF-8 are decoded by text::decode for `name` and `id`.
//
// `takes` is asked about the path of each file below a directory; those it does not want are left
// out and counted in `passed_over`.
std::vector<Input> expand_inputs(const std::vector<std::string>& paths,
                                 const std::function<bool(const std::string&)>& takes,
                                 std::size_t& passed_over);

}  // namespace qogam::read
