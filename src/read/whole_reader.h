// Formats in which a stream is one document: plain text and HTML.
#pragma once

#include <memory>

#include "read/format_reader.h"

namespace qogam::read {

// The bytes go into Source::bytes as they are; the stages after it make text of them. Of plain text
// the media type stays open, as it may be HTML when seen by the stage "decode".
std::unique_ptr<FormatReader> make_text_reader(Opened opened);
std::unique_ptr<FormatReader> make_html_reader(Opened opened);

}  // namespace qogam::read
