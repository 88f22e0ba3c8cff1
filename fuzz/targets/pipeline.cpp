// The whole way: a scraped page in, a line of JSON out.
#include <nlohmann/json.hpp>

#include "exports/code_points.h"
#include "qogam/pipeline.h"
#include "support/feed.h"
#include "support/knowledge.h"
#include "support/segments.h"
#include "write/json.h"

namespace qogam::fuzz {
namespace {

using Json = nlohmann::json;

const Pipeline& pipeline(bool plain) {
  const auto load = [](bool as_it_is) {
    Options options;
    options.plain = as_it_is;
    options.min_topic_score = 0;
    options.min_commitment_confidence = 0;
    return Pipeline::load(knowledge(), options);
  };
  static const Pipeline pages = load(false), texts = load(true);
  return plain ? texts : pages;
}

// Every span of the output is its text; every name of an entity or mention is that of one there is.
void check_value(const Json& value, const exports::CodePoints& points, const Json& whole) {
  if (value.is_object()) {
    if (value.contains("start")) {
      const auto slice = points.slice(value["start"], value["end"]);
      require(slice.has_value(), "a span lies in the text");
      require(!value.contains("text") || value["text"] == std::string(*slice), "a span is its text");
    }
    for (const auto& [key, list] : {std::pair("entity", "entities"), {"parent", "entities"}, {"person", "entities"}, {"organization_entity", "entities"},
                                    {"speaker", "entities"}, {"actor", "entities"}, {"said_by", "entities"}, {"quote", "quotes"}}) {
      const auto id = value.find(key);
      if (id == value.end() || !id->is_string()) continue;
      require(std::stoul(id->get<std::string>().substr(1)) <= whole.at(list).size(), std::string("there is such a thing as ") + key + " names");
    }
  }
  if (value.is_structured())
    for (const Json& one : value) check_value(one, points, whole);
}

void check(const Document& d) {
  const std::string line = write::to_json_text(d, {});
  const Json object = Json::parse(line);
  require(object.at("status") == (d.error ? "error" : "ok"), "the status says whether there is an error");
  require(object.at("text") == d.text, "the text is written as it is");
  check_value(object, exports::CodePoints(d.text), object);
  if (d.error) {
    // What a stage throws is told as its error; what pages hold must not make one throw.
    require(d.error->code != "internal", "no stage fails: " + d.error->message);
    return;
  }
  require_segments(d);
  require_words(d);
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  constexpr std::string_view kDays[] = {"", "2024-04-19", "2024-02-29T23:59:60Z", "0000-00-00", "9999-12-31"};
  fuzz::Feed feed(data, size);
  Document d;
  d.id = "fuzz";
  d.source.path = "fuzz.txt";
  const std::uint8_t choice = feed.byte();
  d.source.published = kDays[choice % std::size(kDays)];
  const bool plain = (choice & 0x20) != 0;
  d.source.decoded = (choice & 0x40) != 0;
  d.source.bytes = d.source.decoded ? fuzz::as_utf8(feed.rest()) : std::string(feed.rest());
  fuzz::pipeline(plain).analyze(d);
  fuzz::check(d);
  return 0;
}
