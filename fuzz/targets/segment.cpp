// Paragraphs, sentences, tokens and words of any text.
#include "segment/segmenter.h"

#include "support/feed.h"
#include "support/knowledge.h"
#include "support/segments.h"
#include "text/normalize.h"
#include "words/analyser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  static const auto segmenter = segment::make_segmenter(*fuzz::knowledge(), Options{});
  static const auto analyser = words::make_analyser(*fuzz::knowledge());
  fuzz::Feed feed(data, size);
  Document d;
  d.text = text::normalize_nfc(fuzz::as_utf8(feed.rest())).text;
  segmenter->run(d);
  fuzz::require_segments(d);
  analyser->run(d);
  fuzz::require_words(d);
  return 0;
}
