// CSV and TSV.
#include "support/feed.h"
#include "support/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  qogam::fuzz::Feed feed(data, size);
  qogam::fuzz::read_all(feed.rest(), "csv");
  return 0;
}
