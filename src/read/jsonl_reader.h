// JSON Lines: one JSON object a line is one document.
#pragma once

#include <memory>
#include <string_view>

#include "read/readers.h"

namespace qogam::read {

// Lines end with LF or CR LF; blank ones are counted but skipped. Lines are read one at a time, so
// that memory depends on the longest line up to the limit only. Without an id a document is
// "FILE:LINE"; its path is "PATH:LINE". Titles, dates, addresses and languages count only where
// they are strings; an id may be a number.
std::unique_ptr<FormatReader> make_jsonl_reader(Opened opened);

// Whether `line` is a JSON object, to tell JSON Lines from text.
bool is_json_object(std::string_view line);

}  // namespace qogam::read
