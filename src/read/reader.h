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
  std::size_t passed_over = 0;  // files below directories and members of archives that no reader takes
};

// Gives the documents of all inputs in order. `id` is set and unique within the reader (the second
// "x" becomes "x#2"); of `source`, what the input says is filled. A document that cannot be read is
// given out with Document::error (stage "read") in its place, and reading goes on:
//
//   not_found        no such file or directory
//   unreadable       it cannot be opened or read to its end
//   directory_empty  a directory without files to read
//   too_large        more bytes than ReadOptions::max_document_bytes; they are not kept
//   too_deep         an archive in an archive in an archive …
//   expansion_limit  what is packed is more than ReadOptions::max_expansion times its size
//   invalid_json     a record that is no JSON object; the message names the byte
//   invalid_csv      a row with too many cells or an open quote
//   invalid_warc     a record of a crawl without length, or cut short
//   missing_field    an object or a table without text
//   empty            a table of nothing
//   no_text          a message without a part that is text
//   unsupported      the body of a response in a coding that cannot be unpacked
//
// Warning: changed_while_read.
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
