// Strings and numbers come out as nlohmann-json spells them.
#include "write/json_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace qogam::write {
namespace {

using Json = nlohmann::json;

template <typename Write>
std::string written(Write write) {
  std::string to;
  JsonText out(to);
  write(out);
  return to;
}

TEST(JsonText, thousandths_as_the_library_has_them) {
  for (int k = -1; k <= 1001; ++k) {
    const double value = k / 1000.0;
    EXPECT_EQ(written([&](JsonText& out) { out.rounded(value); }), Json(value).dump()) << k;
  }
  EXPECT_EQ(written([](JsonText& out) { out.rounded(0.98765); }), "0.988");
  EXPECT_EQ(written([](JsonText& out) { out.rounded(-0.0); }), "-0.0");
  EXPECT_EQ(written([](JsonText& out) { out.rounded(0.0 / 0.0); }), "null");
  EXPECT_EQ(written([](JsonText& out) { out.real(1e300); }), "1e+300");
}

TEST(JsonText, strings_as_the_library_has_them) {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  for (const std::string& s : {all, std::string(), std::string("\xD0\x9F\xD1\x80\xE2\x80\x94\xC2\xAB\"\xEA\x80\x80"), std::string("a\xF0\x9F\x98\x80\n"), std::string("a\xff\xD0z"), std::string("\xD0"),
                               std::string("\xE2\x80"), std::string("\xE0\x80\x80\xED\xA0\x80"), std::string("\xE0\xA4\x95\xED\x95\x9C")})
    EXPECT_EQ(written([&](JsonText& out) { out.text(s); }), Json(s).dump(-1, ' ', false, Json::error_handler_t::replace));
}

// Whatever stands at whatever place of a longer string.
TEST(JsonText, long_strings_as_the_library_has_them) {
  const std::string letters = "\xD0\x9F\xD1\x80 a\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82, \xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82\xD1\x8B\xD1\x8B\xD1\x8B";
  for (const std::string piece : {"", "\"", "\n", "\\", "\xE2\x80\x94", "\xF0\x9F\x98\x80", "\xD0", "\x80", "\xC1\x80", "\xFF", "\x7F", "\x01"})
    for (std::size_t at = 0; at <= letters.size(); ++at) {
      const std::string s = letters.substr(0, at) + piece + letters.substr(at);
      EXPECT_EQ(written([&](JsonText& out) { out.text(s); }), Json(s).dump(-1, ' ', false, Json::error_handler_t::replace));
    }
}

TEST(JsonText, commas_stand_between_values) {
  const std::string text = written([](JsonText& out) {
    out.open_object();
    out.key("a").empty_list();
    out.key("b").open_list();
    out.integer(-7);
    out.open_object();
    out.close_object();
    out.text("[");
    out.text_or_null("");
    out.close_list();
    out.key("c").texts({"x:", "y"});
    out.key("d").ids('m', {0, 9});
    out.key("e").id('e', -1);
    out.key("f").truth(true);
    out.close_object();
  });
  EXPECT_EQ(text, R"({"a":[],"b":[-7,{},"[",null],"c":["x:","y"],"d":["m1","m10"],"e":null,"f":true})");
}

}  // namespace
}  // namespace qogam::write
