// Annotations of brat made gold: the annotations behind a line of `%` below the text.
#include "exports/importer.h"
#include "qogam/error.h"
#include "support/feed.h"
#include "support/files.h"
#include "support/gold.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  static const fuzz::Folder folder;
  fuzz::Feed feed(data, size);
  folder.write("a.txt", feed.until('%'));
  feed.until('\n');
  folder.write("a.ann", feed.rest());
  try {
    exports::read_brat(folder.path(), {}, fuzz::require_gold);
  } catch (const Error& error) {
    fuzz::require(error.cause() == Cause::input, "a mistake of the input");
  }
  return 0;
}
