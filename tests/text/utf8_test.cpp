// UTF-8, letters and the code point index.
#include "text/utf8.h"

#include <gtest/gtest.h>

namespace qogam::text {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, names_the_first_bad_byte) {
  struct Case {
    std::string_view bytes;
    std::optional<std::size_t> bad;
  };
  const Case cases[] = {
      {"", {}},
      {"Әділет 😀", {}},
      {"ab\xD0"sv, 2},  // torn
      {"й\xFFй"sv, 2},
      {"\xC0\x80"sv, 0},          // overlong
      {"a\xED\xA0\x80"sv, 1},     // surrogate
      {"\xF4\x90\x80\x80"sv, 0},  // above U+10FFFF
      {"a\0b"sv, {}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(first_invalid_utf8(c.bytes), c.bad) << c.bytes;
    EXPECT_EQ(valid_utf8(c.bytes), !c.bad) << c.bytes;
  }
}

TEST(Utf8, decodes_and_always_moves_on) {
  const std::string_view text = "қ\xD0z😀\xF0\x9F"sv;
  std::u32string seen;
  for (std::size_t pos = 0; pos < text.size();) seen.push_back(decode_at(text, pos));
  EXPECT_EQ(seen, U"қ\uFFFDz😀\uFFFD");
}

TEST(Utf8, appends_scalar_values_only) {
  std::string out;
  for (char32_t c : {U'a', U'ң', U'№', U'😀', char32_t{0xD800}, char32_t{0x110000}})
    append_utf8(out, c);
  EXPECT_EQ(out, "aң№😀\uFFFD\uFFFD");
}

TEST(Letters, classes) {
  EXPECT_TRUE(is_letter(U'ұ') && is_lower(U'ұ') && !is_upper(U'ұ'));
  EXPECT_TRUE(is_upper(U'Ғ') && is_letter(U'ь') && !is_letter(U'5'));
  EXPECT_TRUE(is_digit(U'7') && !is_digit(U'Ⅳ'));
  EXPECT_TRUE(is_space(U'\u00A0') && is_space(U'\n') && !is_space(U'a'));
  EXPECT_EQ(script_of(U'қ'), Script::cyrillic);
  EXPECT_EQ(script_of(U'ğ'), Script::latin);
  EXPECT_EQ(script_of(U'1'), Script::other);
  EXPECT_EQ(to_lower("ӘКІМДІК Iı"), "әкімдік iı");
  EXPECT_EQ(capitalise("өскемен"), "Өскемен");
  EXPECT_EQ(capitalise(""), "");
}

TEST(CodePointIndex, counts_like_a_plain_scan) {
  std::string text;
  for (int i = 0; i < 100; ++i)
    text += i % 7 == 0 ? "😀" : i % 3 == 0 ? "№" : i % 2 == 0 ? "қ" : "a";
  for (std::size_t size : {std::size_t{0}, text.find("қ"), text.size()}) {
    const std::string_view part = std::string_view(text).substr(0, size);
    const CodePointIndex index(part);
    std::uint32_t count = 0;
    for (std::size_t pos = 0; pos < part.size(); ++count) {
      EXPECT_EQ(index(static_cast<std::uint32_t>(pos)), count);
      decode_at(part, pos);
    }
    EXPECT_EQ(index(static_cast<std::uint32_t>(size)), count);
    EXPECT_EQ(index(static_cast<std::uint32_t>(size) + 1000), count);
  }
}

TEST(CodePointIndex, works_at_its_checkpoints) {
  const std::string text(128, 'a');
  const CodePointIndex index(text);
  for (std::uint32_t byte : {63u, 64u, 65u, 127u, 128u}) EXPECT_EQ(index(byte), byte);
}

}  // namespace
}  // namespace qogam::text
