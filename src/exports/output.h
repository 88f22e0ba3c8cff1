// Files and folders that are written whole or not at all.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace qogam::exports {

// A file that is written as PATH.part and gets its name in finish(). What exists and is no ordinary
// file (a pipe, /dev/stdout) is written to directly. All members but the destructor throw
// Error{input} that names the file.
class OutFile {
 public:
  // Not `synced` files may be lost in a power cut: for files of a folder, of which there may be many.
  explicit OutFile(const std::filesystem::path& path, bool synced = true);
  ~OutFile();  // what was not finished is removed
  OutFile(const OutFile&) = delete;
  OutFile& operator=(const OutFile&) = delete;

  void write(std::string_view bytes);
  void finish();

 private:
  std::filesystem::path path_, part_;  // `part_` is empty where it is written to directly
  std::FILE* file_ = nullptr;
  bool synced_;
};

// A folder that is filled as PATH.part. finish() names it PATH; where PATH exists, its files of the
// same names are replaced and all others stay.
class OutFolder {
 public:
  enum class Existing { fill, refuse };  // a folder that exists and is not empty

  OutFolder(const std::filesystem::path& path, Existing existing);
  ~OutFolder();
  OutFolder(const OutFolder&) = delete;
  OutFolder& operator=(const OutFolder&) = delete;

  const std::filesystem::path& part() const { return part_; }  // where to write
  void finish();

 private:
  std::filesystem::path path_, part_;
};

}  // namespace qogam::exports
