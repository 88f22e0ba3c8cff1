// Crawls (WARC), and the HTTP responses in them.
#include "read/http_message.h"
#include "support/feed.h"
#include "support/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  fuzz::Feed feed(data, size);
  const bool crawl = !feed.flag();
  const std::string_view bytes = feed.rest();
  if (crawl) {
    fuzz::read_all(bytes, "warc");
    return 0;
  }
  constexpr std::size_t kLimit = 64u << 10;
  const read::HttpResponse response = read::parse_http_response(bytes, kLimit);
  fuzz::require(response.body.size() <= kLimit, "a body is within its limit");
  return 0;
}
