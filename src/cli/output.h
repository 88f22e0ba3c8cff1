// Where results go.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace qogam::cli {

// Standard output, or a file that is written as FILE.part and gets its name when all is done. On a terminal what
// would command it is made visible (see cli/visible.h).
// For one thread at a time.
class Output {
 public:
  // Empty or "-": standard output. What exists and is no ordinary file (/dev/null, a pipe) is
  // written to directly. With `resume` what an ended run left in FILE.part stays, up to its last whole
  // line; without such a file FILE itself, where there is one, is gone on with in a copy. Throws
  // Error{input} where it cannot be opened or another run is writing it.
  Output(const std::string& path, bool resume);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // The file that is gone on with, to be read while nothing is written yet; empty where there is none.
  const std::string& resumed() const { return resumed_; }

  // A piece that ends with a line end. False where the reader of a pipe has gone away. Throws
  // Error{input} for all other failures, once what is half written is taken back.
  bool write(std::string_view lines);

  // All is written: gives the file its name, once it is on the disk. Throws Error{input}. Without this
  // the part file stays where something is in it, and kept() is its name.
  void finish();
  std::string kept() const;

 private:
  void open_part(const std::string& path, bool resume);
  void keep_whole_lines();
  [[noreturn]] void fail_to_write();

  std::string path_, part_, resumed_;
  int descriptor_ = -1;
  std::size_t size_ = 0;     // of whole lines
};

}  // namespace qogam::cli
