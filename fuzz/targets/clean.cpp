// Cleaning scraped text.
#include "clean/cleaner.h"
#include "support/feed.h"
#include "support/knowledge.h"
#include "support/texts.h"
#include "text/normalize.h"

namespace qogam::fuzz {
namespace {

void check(const Document& d) {
  require_utf8(d.text, "the article");
  require(text::is_nfc(d.text), "the article is in NFC");
  require_utf8(d.title, "the title");
  require_runs(d.offsets, d.text, d.raw, true);
  for (const Furniture& f : d.furniture) {
    require_span(f.source, d.raw, "furniture");
    require_utf8(f.text, "furniture");
    require(!f.kind.empty(), "furniture has a kind");
  }
  require(d.published.value.empty() == d.published.from.empty(), "a day of publication comes from somewhere");
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  static const auto cleaner = clean::make_cleaner(*fuzz::knowledge(), Options{});
  fuzz::Feed feed(data, size);
  Document d;
  d.source.media_type = "text/plain";
  const std::size_t url = feed.pick(64);
  const bool titled = feed.flag();
  d.source.url = titled ? fuzz::as_utf8(feed.take(url)) : "";
  d.source.title = titled ? fuzz::as_utf8(feed.until('\n')) : "";
  d.raw = fuzz::as_utf8(feed.rest());
  cleaner->run(d);
  fuzz::check(d);
  return 0;
}
