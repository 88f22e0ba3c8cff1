// Input whose format is told by its content: archives, what is packed, and all else, to the decoded text.
#include "read/decode_stage.h"
#include "support/feed.h"
#include "support/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  fuzz::Feed feed(data, size);
  static const auto decode = read::make_decode_stage();
  for (Document& document : fuzz::read_all(feed.rest(), "auto")) {
    if (document.error) continue;
    decode->run(document);
    fuzz::require_utf8(document.raw, "decoded text");
    fuzz::require(document.source.sha256.size() == 64, "a document has the hash of its bytes");
  }
  return 0;
}
