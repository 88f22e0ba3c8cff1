// The input formats, and the reader of a whole call.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "qogam/document.h"
#include "read/field_map.h"
#include "read/reader.h"

namespace qogam::read {

class ByteSource;

struct ReadOptions {
  std::string from = "auto";  // "auto" or the name of a row of readers()
  FieldMap fields;
  std::size_t max_document_bytes = 64u << 20;
  std::istream* standard_input = nullptr;  // what "-" reads; null: std::cin
};

// The documents of one file or stream, in order.
class FormatReader {
 public:
  virtual ~FormatReader() = default;
  virtual std::optional<Document> next() = 0;
};

// What a format reader gets. `options` outlives it.
struct Opened {
  std::unique_ptr<ByteSource> bytes;
  std::string path;  // Input::name, "-" for standard input
  std::string id;    // Input::id
  const ReadOptions& options;
};

// A format: to add one, add a file and a row in readers.cpp.
struct ReaderRow {
  std::string_view name;
  std::string_view help;
  std::vector<std::string_view> endings;  // lower-case, with the dot
  std::unique_ptr<FormatReader> (*make)(Opened opened);
};

std::span<const ReaderRow> readers();

// The reader of `paths` (see expand_inputs) as `options` say. With "auto" each input is taken by
// its ending; with an ending of no row, and on standard input, it is JSON Lines where its first
// line is a JSON object, else text. Throws Error{Cause::usage} for an unknown format.
std::unique_ptr<Reader> make_reader(const std::vector<std::string>& paths, ReadOptions options);

}  // namespace qogam::read
