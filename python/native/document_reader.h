// The inputs of a call, read as the program reads them, for several threads.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "read/readers.h"

namespace qogam::python {

// Knows nothing of Python. All methods may be called by any thread; documents come in their order.
class DocumentReader {
 public:
  // `paths`: files, folders and patterns, as the system spells them; what is missing becomes a document with an error.
  // Throws Error{usage} for an unknown format.
  DocumentReader(const std::vector<std::string>& paths, read::ReadOptions options);

  // The next document, or nothing at the end and ever after. Throws std::bad_alloc only.
  std::optional<Document> next();

  // Files and members of archives that no reader takes, so far.
  std::size_t passed_over() const;

  // What else there is to say of the inputs as a whole, so far: full sentences.
  std::vector<std::string> notices() const;

 private:
  std::mutex reading_;
  mutable std::mutex noting_;
  std::vector<std::string> notices_;
  std::unique_ptr<read::Reader> reader_;
};

}  // namespace qogam::python
