// JSON Lines and JSON, and the two ways in which a record is read.
#include <nlohmann/json.hpp>

#include "read/plain_json.h"
#include "support/feed.h"
#include "support/reading.h"

namespace qogam::fuzz {
namespace {

// What PlainJson takes, a whole parser takes too and reads the same.
void compare(std::string_view record) {
  const auto plain = read::PlainJson::of(record);
  if (!plain) return;
  const nlohmann::json whole = nlohmann::json::parse(record, nullptr, false);
  require(whole.is_object(), "plain JSON is JSON");
  for (const auto& [key, value] : whole.items()) {
    if (key.find('.') != key.npos) continue;
    const auto found = plain->find(key);
    require(found.has_value(), "a key is found");
    require((found->kind == read::JsonValue::Kind::string) == value.is_string(), "strings are strings");
    require((found->kind == read::JsonValue::Kind::number) == value.is_number(), "numbers are numbers");
    if (value.is_string()) require(found->string() == value.get<std::string>(), "a string is read alike");
  }
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  fuzz::Feed feed(data, size);
  const bool lines = !feed.flag();
  const std::string_view bytes = feed.rest();
  fuzz::read_all(bytes, lines ? "jsonl" : "json");
  if (text::valid_utf8(bytes)) fuzz::compare(bytes);
  return 0;
}
