// E-mail (EML) and pages saved with their parts (MHTML).
#pragma once

#include <memory>
#include <string_view>

#include "read/format_reader.h"

namespace qogam::read {

// One message (RFC 5322, MIME) is one document, by GMime: its first HTML part, which for MHTML (RFC
// 2557) is the page, else its first plain one. Attachments are passed over. The subject is the title
// of an e-mail and the date its day of publication; a saved page has its own. Error "no_text" where
// there is no such part.
std::unique_ptr<FormatReader> make_eml_reader(Opened opened);

// Whether the stream begins with header lines of a message.
bool fits_eml(std::string_view head, const ReadOptions& options);

}  // namespace qogam::read
