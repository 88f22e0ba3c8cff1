// Walking of directories.
#include "read/inputs.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

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
std::string stem_of(const fs::path& path) {
  const fs::path whole = path.has_filename() ? path : path.parent_path();
  return shown(whole.stem().string());
}

Input file(const fs::path& path, std::string id) {
  return {path.string(), shown(path.string()), std::move(id), size_of(path), std::nullopt};
}

Input failed(const fs::path& path, Problem problem) {
  return {path.string(), shown(path.string()), stem_of(path), 0, std::move(problem)};
}

using Takes = std::function<bool(const std::string&)>;

// Appends the files below `directory`, unsorted; `root` is the directory of the call.
void walk(const fs::path& directory, const fs::path& root, const Takes& takes,
          std::vector<Input>& found, std::size_t& passed_over) {
  std::error_code error;
  fs::directory_iterator entry(directory, error);
  while (!error && entry != fs::directory_iterator()) {
    const fs::path path = entry->path();
    std::error_code unknown;  // a link to nowhere: neither file nor directory
    if (path.filename().string().starts_with('.')) {
      // hidden
    } else if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) {
      walk(path, root, takes, found, passed_over);
    } else if (entry->is_regular_file(unknown) && !takes(path.string())) {
      ++passed_over;
    } else if (entry->is_regular_file(unknown)) {
      const fs::path below = path.lexically_relative(root).replace_extension();
      found.push_back(file(path, shown(below.generic_string())));
    }
    entry.increment(error);
  }
  if (error) {
    found.push_back(failed(directory, unreadable(shown(directory.string()), error.message())));
  }
}

void expand_directory(const fs::path& directory, const Takes& takes, std::vector<Input>& inputs,
                      std::size_t& passed_over) {
  std::vector<Input> found;
  walk(directory, directory, takes, found, passed_over);
  if (found.empty()) {
    found.push_back(failed(directory, directory_empty(shown(directory.string()))));
  }
  std::sort(found.begin(), found.end(),
            [](const Input& a, const Input& b) { return a.path < b.path; });
  std::move(found.begin(), found.end(), std::back_inserter(inputs));
}

}  // namespace

std::vector<Input> expand_inputs(const std::vector<std::string>& paths,
                                 const std::function<bool(const std::string&)>& takes,
                                 std::size_t& passed_over) {
  std::vector<Input> inputs;
  for (const std::string& name : paths) {
    if (name == kStandardInput) {
      inputs.push_back({name, name, "stdin", 0, std::nullopt});
      continue;
    }
    const fs::path path(name);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      inputs.push_back(failed(path, not_found(shown(name))));
    } else if (!fs::status_known(status)) {
      inputs.push_back(failed(path, unreadable(shown(name), error.message())));
    } else if (fs::is_directory(status)) {
      expand_directory(path, takes, inputs, passed_over);
    } else {
      inputs.push_back(file(path, stem_of(path)));
    }
  }
  return inputs;
}

}  // namespace qogam::read
