// Plain text: one file is one document.
#pragma once

#include <memory>

#include "read/readers.h"

namespace qogam::read {

// The bytes go into Source::bytes as they are; the stage "decode" makes text of them.
std::unique_ptr<FormatReader> make_text_reader(Opened opened);

}  // namespace qogam::read
