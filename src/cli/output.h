// Where results go.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace qogam::cli {

// Standard output, or a file that is written as FILE.part and gets its name when all is done.
// For one thread at a time.
class Output {
 public:
  // Empty or "-": standard output. What exists and is no ordinary file (/dev/null, a pipe) is
  // written to directly. Throws Error{input} where it cannot be opened.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // False where the reader of a pipe has gone away. Throws Error{input} for all other failures.
  bool write(std::string_view bytes);

  // All is written: gives the file its name. Throws Error{input}. Without this the part file
  // stays where something is in it, and kept() is its name.
  void finish();
  std::string kept() const;

 private:
  std::string path_, part_;
  int descriptor_ = -1;
  std::size_t written_ = 0;
};

}  // namespace qogam::cli
