// Where documents come from.
#pragma once

#include <cstddef>
#include <optional>

#include "qogam/document.h"

namespace qogam::read {

// How far the reading has come.
struct Progress {
  std::size_t bytes_total = 0;  // sum of the file sizes, 0 where not known (standard input)
  std::size_t bytes_read = 0;
  std::size_t documents = 0;  // given out, those with an error too
  std::size_t passed_over = 0;  // files below directories that no reader takes
};

// Gives the documents of all inputs in order. `id` is set and unique within the reader (the second
// "x" becomes "x#2"); of `source`, what the input says is filled. A document that cannot be read is
// given out with Document::error (stage "read") in its place, and reading goes on:
//
//   not_found        no such file or directory
//   unreadable       it cannot be opened or read to its end
//   directory_empty  a directory without files to read
//   too_large        more bytes than ReadOptions::max_document_bytes; they are not kept
//   invalid_json     a line of JSON Lines that is no JSON object; the message names the byte
//   missing_field    an object without text
//
// next() is for one thread at a time and throws std::bad_alloc only; progress() is safe from any
// thread at any time.
class Reader {
 public:
  virtual ~Reader() = default;

  // The next document, or nothing at the end and ever after.
  virtual std::optional<Document> next() = 0;

  virtual Progress progress() const = 0;
};

}  // namespace qogam::read
