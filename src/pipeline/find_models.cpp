// Where the knowledge is.
#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <vector>

#include "qogam/error.h"
#include "qogam/models.h"
#include "text/split.h"

namespace qogam {
namespace {

namespace fs = std::filesystem;

constexpr const char* kInShare = "qogam/qogam.model";

fs::path folder_of_program() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

// Of the program or library that this function is in; empty where that is not known.
fs::path folder_of_library() {
  Dl_info found{};
  if (dladdr(reinterpret_cast<const void*>(&find_models), &found) == 0 || found.dli_fname == nullptr) return {};
  std::error_code error;
  return fs::weakly_canonical(found.dli_fname, error).parent_path();
}

std::vector<fs::path> places() {
  const fs::path program = folder_of_program(), library = folder_of_library();
  std::vector<fs::path> all{program / "qogam.model", program / "../share" / kInShare};
  if (!library.empty() && library != program)
    for (const char* up : {"../share", "../../share"}) all.push_back(library / up / kInShare);  // lib/, and lib/x86_64-linux-gnu/
  const char* set = std::getenv("XDG_DATA_DIRS");
  for (const std::string_view folder : text::split(set != nullptr && *set ? set : "/usr/local/share:/usr/share", ':'))
    if (!folder.empty()) all.push_back(fs::path(folder) / kInShare);
  return all;
}

}  // namespace

std::string find_models(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* set = std::getenv("QOGAM_MODELS"); set && *set) return set;
  std::string looked;
  for (const fs::path& place : places()) {
    std::error_code error;
    const std::string path = place.lexically_normal().string();
    if (fs::exists(path, error)) return path;
    looked += (looked.empty() ? "" : ", ") + path;
  }
  throw Error(Cause::models, "No knowledge found: QOGAM_MODELS is not set, and there is none of " + looked + ". Give --models FILE or DIR.");
}

}  // namespace qogam
