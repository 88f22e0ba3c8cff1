// What the scanner takes it reads as nlohmann-json does; the rest it leaves alone.
#include "read/plain_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace qogam::read {
namespace {

using Json = nlohmann::json;

TEST(PlainJson, reads_what_the_library_reads) {
  for (const std::string text : {R"({"a":"b"})", R"( { "a" : "\"\\\/\b\f\n\r\t\u0416\u20ac\u0000z" , "b":[1,-2.50,{"c":[]}],"a2":{} } )", "{}", R"({"a":"x","a":"y"})", "{\"a\":\"\xD0\x96\",\"n\":-0,\"m\":0.5}",
                                 R"({"a":true,"b":false,"c":null,"d":12345})"}) {
    const auto plain = PlainJson::of(text);
    ASSERT_TRUE(plain) << text;
    const Json whole = Json::parse(text);
    for (const auto& [key, value] : whole.items()) {
      const auto found = plain->find(key);
      ASSERT_TRUE(found) << key;
      EXPECT_EQ(found->kind == JsonValue::Kind::string, value.is_string());
      EXPECT_EQ(found->kind == JsonValue::Kind::number, value.is_number());
      EXPECT_EQ(found->kind == JsonValue::Kind::object, value.is_object());
      if (value.is_string()) EXPECT_EQ(found->string(), value.get<std::string>());
      else EXPECT_EQ(Json::parse(found->text), value);
    }
    EXPECT_FALSE(plain->find("nowhere"));
  }
}

TEST(PlainJson, leaves_the_rest_to_a_parser) {
  for (const std::string text : {"", "[]", "{", "{}x", "{} {}", R"({"a")", R"({"a":})", R"({"a":"b",})", R"({"a":"b)", R"({"a":"\x"})", R"({"a":"\u12g4"})", R"({"a":"\u12)", R"({"a":"\ud83d\ude00"})", "{\"a\":\"\n\"}",
                                 R"({"a":01})", R"({"a":1.})", R"({"a":.5})", R"({"a":-})", R"({"a":1e400})", R"({"a":1234567890123456789})", R"({"a":tru})", R"({"a\n":1})", R"({"a":{"b\n":1}})", R"({a:1})", R"({1:1})",
                                 R"({"a":[1 2]})", R"({"a":"b"]})"})
    EXPECT_FALSE(PlainJson::of(text)) << text;
  EXPECT_FALSE(PlainJson::of("{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}"));
}

}  // namespace
}  // namespace qogam::read
