// A text and the way back to what it was made from.
#include "clean/mapped_text.h"

#include <utility>

#include "text/offset_map.h"

namespace qogam::clean {

MappedText chain(const MappedText& first, MappedText next) {
  const bool same = next.runs.size() == 1 && next.runs[0].text_size == first.text.size() && next.runs[0].raw_size == first.text.size();
  if (same) return {std::move(next.text), first.runs};
  auto runs = text::compose(next.runs, first.runs);
  return {std::move(next.text), std::move(runs)};
}

}  // namespace qogam::clean
