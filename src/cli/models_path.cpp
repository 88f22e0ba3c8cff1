// Where the knowledge is.
#include "cli/models_path.h"

#include <cstdlib>
#include <filesystem>

#include "qogam/error.h"

namespace qogam::cli {

namespace fs = std::filesystem;

std::string models_path(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* set = std::getenv("QOGAM_MODELS"); set && *set) return set;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path places[] = {program / "qogam.model",
                             (program / "../share/qogam/qogam.model").lexically_normal()};
  std::string looked;
  for (const fs::path& place : places) {
    if (fs::exists(place, error)) return place.string();
    looked += (looked.empty() ? "" : " and ") + place.string();
  }
  throw Error(Cause::models, "No knowledge found: QOGAM_MODELS is not set, and there is no " +
                                 looked + ". Give --models FILE or DIR.");
}

}  // namespace qogam::cli
