// Files and folders that are written whole or not at all.
#include "exports/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "qogam/error.h"

namespace qogam::exports {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& doing, const fs::path& path, const std::string& reason) {
  throw Error(Cause::input, "Cannot " + doing + " '" + path.string() + "': " + reason +
                                "; see that the folder is there, may be written to and has room.");
}

void rename_to(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) refuse("name the output", to, error.message());
}

fs::path without_last_slash(const fs::path& path) {
  return path.has_filename() ? path : path.parent_path();
}

}  // namespace

OutFile::OutFile(const fs::path& path, bool synced) : path_(path), synced_(synced) {
  std::error_code error;
  const bool there = fs::exists(path, error);
  if (there && fs::is_directory(path, error))
    throw Error(Cause::input, "'" + path.string() + "' is a folder, and this format is one file; give the name of a file.");
  if (!there || fs::is_regular_file(path, error)) part_ = path.string() + ".part";
  file_ = std::fopen((part_.empty() ? path_ : part_).c_str(), "wb");
  if (!file_) refuse("write", part_.empty() ? path_ : part_, std::strerror(errno));
}

OutFile::~OutFile() {
  if (file_) std::fclose(file_);
  std::error_code ignored;
  if (!part_.empty()) fs::remove(part_, ignored);
}

void OutFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) refuse("write", path_, std::strerror(errno));
}

void OutFile::finish() {
  const bool flushed = std::fflush(file_) == 0 && (!synced_ || fsync(fileno(file_)) == 0 || errno == EINVAL || errno == EROFS);
  const int reason = errno;
  const bool closed = std::fclose(file_) == 0;
  file_ = nullptr;
  if (!flushed || !closed) refuse("write", path_, std::strerror(flushed ? errno : reason));
  if (part_.empty()) return;
  rename_to(part_, path_);
  part_.clear();
}

OutFolder::OutFolder(const fs::path& path, Existing existing) : path_(without_last_slash(path)) {
  std::error_code error;
  if (fs::exists(path_, error) && !fs::is_directory(path_, error))
    throw Error(Cause::input, "'" + path_.string() + "' is no folder, and this format is a folder of files; give another name.");
  if (existing == Existing::refuse && fs::exists(path_, error) && !fs::is_empty(path_, error))
    throw Error(Cause::input, "The folder '" + path_.string() + "' is not empty, and annotations in it could be lost; give a new name.");
  const fs::path part = path_.string() + ".part";
  if (fs::exists(part, error))
    throw Error(Cause::input, "'" + part.string() + "' was left by a run that ended early, or belongs to one that is going on; remove it first.");
  if (!fs::create_directories(part, error) || error) refuse("make the folder", part, error.message());
  part_ = part;
}

OutFolder::~OutFolder() {
  std::error_code ignored;
  if (!part_.empty()) fs::remove_all(part_, ignored);
}

void OutFolder::finish() {
  std::error_code error;
  if (!fs::exists(path_, error)) {
    rename_to(part_, path_);
  } else {
    for (const auto& entry : fs::directory_iterator(part_)) rename_to(entry.path(), path_ / entry.path().filename());
    fs::remove(part_, error);
  }
  part_.clear();
}

}  // namespace qogam::exports
