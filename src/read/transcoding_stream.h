// A stream in any encoding as UTF-8.
#pragma once

#include <memory>

#include "read/byte_source.h"

namespace qogam::read {

// `bytes` as they are where their beginning is UTF-8 or ASCII, else decoded by the encoding that it is
// in. For formats of many documents, in which lines and separators have to be found first.
std::unique_ptr<ByteSource> as_utf8(std::unique_ptr<ByteSource> bytes);

}  // namespace qogam::read
