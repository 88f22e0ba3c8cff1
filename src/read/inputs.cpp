// Walking of directories.
#include "read/inputs.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "read/names.h"
#include "read/problems.h"
#include "text/decode.h"

namespace qogam::read {
namespace {

namespace fs = std::filesystem;

std::size_t size_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return 0;
  const std::uintmax_t size = fs::file_size(path, error);
  return error ? 0 : static_cast<std::size_t>(size);
}

// Names come in any encoding: archives unpacked on Linux keep that of their maker.
std::string shown(const std::string& path) { return text::decode(path).text; }

// "dir/" has no file name of its own.
std::string file_name(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return std::string(path.substr(path.rfind('/') + 1));
}

struct Found {
  std::string name;  // below the root
  std::size_t bytes = 0;
  std::optional<Problem> problem;
};

struct Walk {
  std::string root;
  const Inputs::Takes& takes;
  const Inputs::Told& passed_over;
  std::vector<Found> found;

  void into(const std::string& below) {
    std::error_code error;
    fs::directory_iterator entry(root + below, error);
    while (!error && entry != fs::directory_iterator()) {
      take(*entry, below + entry->path().filename().string());
      entry.increment(error);
    }
    if (error) found.push_back({below, 0, unreadable(shown(root + below), error.message())});
  }

  void take(const fs::directory_entry& entry, const std::string& name) {
    std::error_code unknown;  // a link to nowhere: neither file nor directory
    if (entry.path().filename().string().starts_with('.')) return;
    if (entry.is_directory(unknown) && !entry.is_symlink(unknown)) return into(name + "/");
    if (!entry.is_regular_file(unknown)) return;
    const std::string path = root + name;
    if (!takes(path))
      passed_over(path);
    else
      found.push_back({name, size_of(path), std::nullopt});
  }
};

// What a pattern matches, sorted by bytes; nothing for a path without wild cards.
std::vector<std::string> matches_of(const std::string& pattern) {
  std::vector<std::string> paths;
  if (pattern.find_first_of("*?[") == std::string::npos) return paths;
  glob_t result{};
  if (glob(pattern.c_str(), GLOB_NOSORT, nullptr, &result) == 0) paths.assign(result.gl_pathv, result.gl_pathv + result.gl_pathc);
  globfree(&result);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Inputs::Inputs(const std::vector<std::string>& paths, const Takes& takes, const Told& passed_over) : roots_{""} {
  std::vector<std::string> all;
  for (const std::string& path : paths) {
    std::error_code error;
    std::vector<std::string> matches;
    if (path != kStandardInput && !fs::exists(path, error)) matches = matches_of(path);
    if (matches.empty()) matches.push_back(path);
    std::move(matches.begin(), matches.end(), std::back_inserter(all));
  }
  for (const std::string& path : all) {
    std::error_code error;
    if (path != kStandardInput && fs::is_directory(path, error))
      add_directory(path, takes, passed_over);
    else
      add_path(path);
  }
}

void Inputs::add_path(const std::string& path) {
  if (path == kStandardInput) return add(0, path);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return add(0, path, not_found(shown(path)));
  if (!fs::status_known(status)) return add(0, path, unreadable(shown(path), error.message()));
  bytes_ += size_of(path);
  add(0, path);
}

void Inputs::add_directory(const std::string& path, const Takes& takes, const Told& passed_over) {
  Walk walk{path.ends_with('/') ? path : path + "/", takes, passed_over, {}};
  walk.into("");
  if (walk.found.empty()) return add(0, path, directory_empty(shown(path)));
  std::sort(walk.found.begin(), walk.found.end(), [](const Found& a, const Found& b) { return a.name < b.name; });
  const auto root = static_cast<std::uint32_t>(roots_.size());
  roots_.push_back(walk.root);
  for (Found& found : walk.found) {
    bytes_ += found.bytes;
    add(root, found.name, std::move(found.problem));
  }
}

void Inputs::add(std::uint32_t root, std::string_view below_root, std::optional<Problem> problem) {
  std::int32_t number = -1;
  if (problem) {
    number = static_cast<std::int32_t>(problems_.size());
    problems_.push_back(std::move(*problem));
  }
  entries_.push_back({names_.size(), root, number});
  names_ += below_root;
}

std::string_view Inputs::name_of(std::size_t i) const {
  const std::size_t end = i + 1 < entries_.size() ? entries_[i + 1].name : names_.size();
  return std::string_view(names_).substr(entries_[i].name, end - entries_[i].name);
}

Input Inputs::operator[](std::size_t i) const {
  const Entry& entry = entries_[i];
  const std::string name(name_of(i));
  Input input;
  input.path = roots_[entry.root] + name;
  input.name = shown(input.path);
  input.below = entry.root != 0;
  if (input.path == kStandardInput)
    input.id = "stdin";
  else
    input.id = without_ending(shown(input.below ? name : file_name(name)));
  if (entry.problem >= 0) input.problem = problems_[static_cast<std::size_t>(entry.problem)];
  return input;
}

}  // namespace qogam::read
