// A text and the way back to what it was made from.
#include "clean/mapped_text.h"

#include <utility>

#include "text/offset_map.h"

namespace qogam::clean {

MappedText chain(const MappedText& first, MappedText next) {
  auto runs = text::compose(next.runs, first.runs);
  return {std::move(next.text), std::move(runs)};
}

}  // namespace qogam::clean
