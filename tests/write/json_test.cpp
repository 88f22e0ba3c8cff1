// The shape of the output object.
#include "write/json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>

#include "write/sample.h"
#include "write/validator.h"
#include "write/writers.h"

namespace qogam::write {
namespace {

using nlohmann::json;

json object_of(const Document& d, const WriteOptions& options = {}) {
  return json::parse(to_json_text(d, options));
}

// What Python's text[start:end] gives.
std::string slice(const std::string& utf8, std::size_t start, std::size_t end) {
  std::string out;
  std::size_t count = 0;
  for (const char c : utf8) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
    if (count > start && count <= end) out += c;
  }
  return out;
}

// Every object with start, end and text anywhere below must slice exactly.
int check_slices(const json& node, const std::string& text) {
  int checked = 0;
  if (node.is_object() && node.contains("start") && node.contains("text")) {
    EXPECT_EQ(slice(text, node["start"], node["end"]), node["text"].get<std::string>());
    ++checked;
  }
  if (node.is_structured())
    for (const json& child : node) checked += check_slices(child, text);
  return checked;
}

TEST(Json, sample_validates_and_every_offset_slices_its_text) {
  const json object = object_of(test::sample());
  EXPECT_EQ(test::schema_errors(object), "");
  EXPECT_EQ(check_slices(object, object["text"]), 6);
  EXPECT_EQ(object["mentions"][0]["start"], 7);
}

TEST(Json, events_have_their_kind_and_fields) {
  Document d = test::sample();
  const Span span = test::span_of(d, "Дороги");
  const auto piece = [](const char* name, const char* text) { return Capture{name, {0, 1}, text}; };
  d.mentions.push_back({MentionType::event, span, {}, "", "repair", {piece("what", "дорога \"A\""), piece("when", ""), {"status", {}, "former"}}, kNone, 1, "r"});
  d.mentions.push_back({MentionType::law, span, {}, "", "", {}, kNone, 1, "r"});
  const json o = object_of(d);
  EXPECT_EQ(test::schema_errors(o), "");
  EXPECT_EQ(o["mentions"][1]["kind"], "repair");
  EXPECT_EQ(o["mentions"][1]["fields"].dump(), R"([{"name":"what","value":"дорога \"A\""},{"name":"when","value":""}])");
  EXPECT_EQ(o["mentions"][2]["kind"], nullptr);
  EXPECT_EQ(o["mentions"][2]["fields"].dump(), "[]");
  EXPECT_FALSE(o["mentions"][0].contains("fields"));
}

TEST(Json, ids_join_the_lists) {
  const json o = object_of(test::sample());
  EXPECT_EQ(o["mentions"][0]["entity"], o["entities"][0]["id"]);
  EXPECT_EQ(o["officials"][0]["mentions"], json({"m1"}));
  EXPECT_EQ(o["commitments"][0]["quote"], "q1");
  EXPECT_TRUE(o["commitments"][0]["actor"].is_null());
  EXPECT_EQ(o["commitments"][0]["amount"]["amount"].dump(), "4000000000");
  EXPECT_EQ(o["mentions"][0]["confidence"].dump(), "0.988");
}

TEST(Json, empty_document_has_every_key) {
  const json o = object_of(Document{});
  EXPECT_EQ(test::schema_errors(o), "");
  EXPECT_EQ(o["status"], "ok");
  for (const char* key : {"officials", "ngos", "dates", "money", "topics", "quotes", "commitments"})
    EXPECT_EQ(o[key], json::array()) << key;
  EXPECT_FALSE(o.contains("error"));
}

TEST(Json, failed_document_becomes_an_error_object) {
  Document d = test::sample();
  d.error = Problem{"not_text", "The input is no text.", "decode"};
  const json o = object_of(d);
  EXPECT_EQ(test::schema_errors(o), "");
  EXPECT_EQ(o["status"], "error");
  EXPECT_EQ(o["error"]["code"], "not_text");
  EXPECT_EQ(o["source"]["path"], "news/sample.txt");
  EXPECT_EQ(o["quotes"], json::array());
}

TEST(Json, only_what_is_asked_for) {
  WriteOptions options;
  options.findings = {"dates"};
  options.no_text = true;
  const json o = object_of(test::sample(), options);
  EXPECT_EQ(test::schema_errors(o), "");
  EXPECT_EQ(o["dates"].size(), 1u);
  EXPECT_EQ(o["quotes"], json::array());
  EXPECT_FALSE(o.contains("text"));
}

TEST(Json, bytes_that_are_no_utf8_do_not_throw) {
  Document d;
  d.id = "\xff";
  EXPECT_EQ(object_of(d)["id"], "\uFFFD");
}

TEST(Json, lines_have_one_line_feed_and_pretty_has_more) {
  const auto feeds = [](const std::string& s) { return std::count(s.begin(), s.end(), '\n'); };
  EXPECT_EQ(feeds(make_writer("jsonl", {})(test::sample())), 1);
  EXPECT_GT(feeds(make_writer("json", {})(test::sample())), 50);
  EXPECT_THROW(make_writer("xml", {}), std::exception);
}

TEST(Schema, refuses_what_is_not_described) {
  json o = object_of(test::sample());
  o["surprise"] = 1;
  EXPECT_NE(test::schema_errors(o), "");
  o.erase("surprise");
  o.erase("quotes");
  EXPECT_NE(test::schema_errors(o), "");
  o = object_of(test::sample());
  o["status"] = "error";
  EXPECT_NE(test::schema_errors(o), "") << "status error without an error";
  o = object_of(test::sample());
  o["commitments"][0]["kind"] = "wish";
  EXPECT_NE(test::schema_errors(o), "");
}

TEST(Schema, describes_every_property) {
  const json schema = json::parse(output_schema());
  const std::function<void(const json&, const std::string&)> walk = [&](const json& node,
                                                                        const std::string& where) {
    if (!node.contains("properties")) return;
    for (const auto& [key, value] : node["properties"].items()) {
      json target = value;
      if (value.contains("$ref"))
        target = schema["$defs"][value["$ref"].get<std::string>().substr(8)];
      EXPECT_TRUE(value.contains("description") || target.contains("description")) << where << key;
    }
  };
  walk(schema, "");
  for (const auto& [name, def] : schema["$defs"].items()) walk(def, name + ".");
}

TEST(Schema, holds_for_the_gold) {
  int files = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(QOGAM_SOURCE_DIR) + "/corpora")) {
    const std::string path = entry.path().string();
    if (!path.ends_with(".gold.json")) continue;
    std::ifstream in(path);
    EXPECT_EQ(test::schema_errors(json::parse(in)), "") << path;
    ++files;
  }
  EXPECT_GT(files, 0);
}

}  // namespace
}  // namespace qogam::write
