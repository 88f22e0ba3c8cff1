// What every text and every map of offsets must be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "qogam/document.h"
#include "support/require.h"
#include "text/utf8.h"

namespace qogam::fuzz {

// The bytes with U+FFFD for what is no UTF-8.
inline std::string as_utf8(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) text::append_utf8(text, text::decode_at(bytes, at));
  return text;
}

inline void require_utf8(std::string_view text, const std::string& what) { require(text::valid_utf8(text), what + " is UTF-8"); }

inline bool on_border(std::string_view text, std::size_t at) { return at == text.size() || (at < text.size() && text::starts_letter(text[at])); }

inline void require_span(Span span, std::string_view text, const std::string& what) {
  require(span.begin <= span.end && on_border(text, span.begin) && on_border(text, span.end), what + " lies in the text, on borders of letters");
}

// The runs cover `text` without a gap and lead to places of `raw`; with `ascending` those come in order.
inline void require_runs(const std::vector<OffsetRun>& runs, std::string_view text, std::string_view raw, bool ascending) {
  std::size_t text_end = 0, raw_end = 0;
  for (const OffsetRun& run : runs) {
    require(run.text_begin == text_end && run.text_size > 0, "runs cover the text without a gap");
    text_end += run.text_size;
    require(std::size_t{run.raw_begin} + run.raw_size <= raw.size(), "runs lead into the source");
    require(!ascending || run.raw_begin >= raw_end, "runs ascend in the source");
    raw_end = std::size_t{run.raw_begin} + run.raw_size;
    if (run.text_size == run.raw_size) continue;
    require(on_border(raw, run.raw_begin) && on_border(raw, raw_end), "runs that map as a whole begin and end with letters");
  }
  require(text_end == text.size(), "runs cover the text to its end");
}

}  // namespace qogam::fuzz
