// WARC, the format of web crawls.
#pragma once

#include <memory>
#include <string_view>

#include "read/format_reader.h"

namespace qogam::read {

// ISO 28500 (WARC 0.17 to 1.1). Documents are the records `response` that hold a page (HTTP status
// 200, HTML or plain text), `resource` and `conversion` of these media types; all others are counted
// as passed over. A document is "FILE:RECORD", records counted from 1; its url is that of the record,
// its charset what the server said. A broken record is an error, and reading goes on at the next line
// that begins one. A record above the limit for documents is skipped with an error, whatever is in it.
std::unique_ptr<FormatReader> make_warc_reader(Opened opened);

bool fits_warc(std::string_view head, const ReadOptions& options);

}  // namespace qogam::read
