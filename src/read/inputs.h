// From the paths of a call to the files to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "qogam/document.h"

namespace qogam::read {

inline constexpr const char* kStandardInput = "-";

// One file to read, or the reason why there is none.
struct Input {
  std::string path;                // as the system knows it; "-": standard input
  std::string name;                // the path for output: valid UTF-8
  std::string id;                  // path below the directory given, or file name; no endings
  std::optional<Problem> problem;  // the path stays in the list with it
  bool below = false;              // found in a directory
};

// The inputs of a call in their order. Files as they are; directories with all regular files below
// them, sorted by the bytes of their paths ("a.txt" before "a/b.txt"); a path that is no file but a
// pattern of glob(7), sorted, as what it matches. Names that begin with a dot are skipped below a
// directory; links to directories are not followed there, links to files are. "-" is standard input.
// Never throws for a path: what is missing, unreadable or empty stays, with its problem. Names that
// are not UTF-8 are decoded by text::decode for `name` and `id`.
//
// Names only are kept, one behind the other, so that millions of files take some dozen bytes each.
class Inputs {
 public:
  // `takes` is asked about the path of each file below a directory; those it does not want are left
  // out and told to `passed_over`.
  using Takes = std::function<bool(const std::string&)>;
  using Told = std::function<void(const std::string&)>;
  Inputs(const std::vector<std::string>& paths, const Takes& takes, const Told& passed_over);

  std::size_t size() const { return entries_.size(); }
  Input operator[](std::size_t i) const;

  // Sum of the sizes of the regular files as they are now.
  std::size_t bytes() const { return bytes_; }

 private:
  struct Entry {
    std::size_t name;         // where it begins in names_; it ends with the next
    std::uint32_t root;       // number of the root it lies below
    std::int32_t problem;     // number in problems_, or -1
  };
  void add(std::uint32_t root, std::string_view below_root, std::optional<Problem> problem = {});
  void add_path(const std::string& path);
  void add_directory(const std::string& path, const Takes& takes, const Told& passed_over);
  std::string_view name_of(std::size_t i) const;

  std::vector<std::string> roots_;  // directories with their last "/", or empty for a path as given
  std::vector<Entry> entries_;
  std::vector<Problem> problems_;
  std::string names_;
  std::size_t bytes_ = 0;
};

}  // namespace qogam::read
