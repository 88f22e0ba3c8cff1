// A text and the way back to what it was made from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qogam/document.h"

namespace qogam::clean {

// `runs` lead from `text` to the text the step started with (see text::OffsetMap).
struct MappedText {
  std::string text;
  std::vector<OffsetRun> runs;
};

// `next` was made from `first`; the result leads from `next` to what `first` leads to.
MappedText chain(const MappedText& first, MappedText next);

}  // namespace qogam::clean
