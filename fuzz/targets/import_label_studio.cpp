// A JSON export of Label Studio made gold.
#include "exports/importer.h"
#include "qogam/error.h"
#include "support/feed.h"
#include "support/files.h"
#include "support/gold.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  static const fuzz::Folder folder;
  constexpr exports::Unit kUnits[] = {exports::Unit::automatic, exports::Unit::code_points, exports::Unit::utf16};
  fuzz::Feed feed(data, size);
  const exports::ImportOptions options{.unit = kUnits[feed.pick(3)], .predictions = feed.flag()};
  try {
    exports::read_label_studio(folder.write("tasks.json", feed.rest()), options, fuzz::require_gold);
  } catch (const Error& error) {
    fuzz::require(error.cause() == Cause::input, "a mistake of the input");
    fuzz::require_utf8(error.what(), "a message");
  }
  return 0;
}
