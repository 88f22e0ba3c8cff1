// The input formats, and the reader of a whole call.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/field_map.h"
#include "read/reader.h"

namespace qogam::read {

class FormatReader;
struct Opened;

struct ReadOptions {
  std::string from = "auto";  // "auto" or the name of a row of readers()
  FieldMap fields;
  std::size_t max_document_bytes = 64u << 20;
  std::size_t max_expansion = 200;         // times the size of a packed input, see Expansion
  std::function<bool(const std::string& path)> takes;  // whether a file below a folder is read; empty: all are
  std::istream* standard_input = nullptr;  // what "-" reads; null: std::cin
  // Told of each file or member that no reader takes, and of what else a user should know of the
  // input as a whole; by the thread that calls next(). May be empty.
  std::function<void(const std::string& path)> on_passed_over;
  std::function<void(const std::string& message)> on_notice;
};

// A format: to add one, add a file and a row in readers.cpp.
struct ReaderRow {
  std::string_view name;
  std::string_view help;
  std::vector<std::string_view> endings;  // lower-case, with the dot
  // Whether the beginning of a stream, as UTF-8, is of this format for certain; may be null.
  bool (*fits)(std::string_view head, const ReadOptions& options);
  std::unique_ptr<FormatReader> (*make)(Opened opened);
};

std::span<const ReaderRow> readers();

// The reader of `paths` (see Inputs) as `options` say. Throws Error{Cause::usage} for an
// unknown format.
std::unique_ptr<Reader> make_reader(const std::vector<std::string>& paths, ReadOptions options);

}  // namespace qogam::read
