// The reader of one stream, and what it gets; for the files of this room.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "qogam/document.h"
#include "read/byte_source.h"
#include "read/expansion.h"
#include "read/readers.h"

namespace qogam::read {

// The documents of one stream, in order.
class FormatReader {
 public:
  virtual ~FormatReader() = default;
  virtual std::optional<Document> next() = 0;
};

// A stream whose format is to be found out, or is. `options` outlives it.
struct Opened {
  std::unique_ptr<ByteSource> bytes;
  std::string path;  // for output: "-" for standard input, "a.zip/b.html" for a member
  std::string id;
  std::string name;  // what its ending is taken from
  const ReadOptions& options;
  std::shared_ptr<Expansion> expansion;  // of the whole input
  int depth = 0;                         // packings around it
  bool below = false;                    // found in a folder or archive, not named by the user

  // The same, one packing deeper and without bytes.
  Opened inner() const { return {nullptr, path, id, name, options, expansion, depth + 1, below}; }
};

// The reader of one stream: packed ones are unpacked first, then ReadOptions::from, the content and
// the ending are asked, in this order. What lies in a folder or archive and is only known to be text
// of some kind is taken where its ending, or that it has none, says so, and is passed over otherwise.
// Never null.
std::unique_ptr<FormatReader> open_document_stream(Opened opened);

}  // namespace qogam::read
