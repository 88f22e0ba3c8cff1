// JSON Lines, and JSON values one behind the other or in an array.
#pragma once

#include <memory>
#include <string_view>

#include "read/format_reader.h"

namespace qogam::read {

// One JSON object a line is one document. Lines end with LF or CR LF; blank ones are counted but
// skipped. Lines are read one at a time, so that memory depends on the longest line up to the limit
// only. Without an id a document is "FILE:LINE"; its path is "PATH:LINE".
std::unique_ptr<FormatReader> make_jsonl_reader(Opened opened);

// The same for the objects of an array, or for objects with anything but commas and blanks between
// them, over as many lines as they like: each is read alone, and its path has the line on which it
// begins. One that does not end, or what is no object, ends the reading with an error.
std::unique_ptr<FormatReader> make_json_reader(Opened opened);

bool fits_jsonl(std::string_view head, const ReadOptions& options);
bool fits_json(std::string_view head, const ReadOptions& options);

}  // namespace qogam::read
