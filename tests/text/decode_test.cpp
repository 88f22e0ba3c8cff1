// Encodings. The bytes come from ICU-free tables: encode() below knows three single-byte ones.
#include "text/decode.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/sha256.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

using namespace std::string_view_literals;

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t pos = 0; pos < utf8.size();) out.push_back(decode_at(utf8, pos));
  return out;
}

std::string wide(std::string_view utf8, bool big, int size = 2) {
  std::string out;
  for (char32_t c : code_points(utf8)) {
    std::string unit;
    for (int i = 0; i < size; ++i) unit.push_back(static_cast<char>(c >> (8 * i)));
    if (big) std::reverse(unit.begin(), unit.end());
    out += unit;
  }
  return out;
}

std::string encode(std::string_view utf8, std::string_view charset) {
  // Capitals of KOI8-R from 0xE0, small letters from 0xC0.
  static const std::u32string koi =
      U"юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";
  std::string out;
  for (char32_t c : code_points(utf8)) {
    char32_t byte = c;
    if (c == U'«' || c == U'»') {
      byte = charset == "windows-1251" ? c : U'"';
    } else if (c >= 0x410 && c <= 0x44F) {
      if (charset == "windows-1251") byte = c - 0x410 + 0xC0;
      if (charset == "ISO-8859-5") byte = c - 0x410 + 0xB0;
      if (charset == "KOI8-R") byte = static_cast<char32_t>(koi.find(c)) + 0xC0;
    }
    out.push_back(static_cast<char>(byte));
  }
  return out;
}

TEST(Decode, tells_single_byte_cyrillic) {
  const char* const texts[] = {
      "Аким города Алматы Ерболат Досаев рассказал о развитии транспорта.",
      "АКИМ ГОРОДА РАССКАЗАЛ О РАЗВИТИИ",
      "ПРИКАЗ МИНИСТРА",
      "СРОЧНО!",
      "Собрание жильцов ЖК состоится в 18:00.",
      "<html><body class=\"news\"><p>Приказ</p></body></html>",
  };
  for (const char* charset : {"windows-1251", "KOI8-R", "ISO-8859-5"}) {
    for (const char* text : texts) {
      const Decoded out = decode(encode(text, charset));
      EXPECT_EQ(out.text, text) << charset;
      EXPECT_EQ(out.encoding, charset) << text;
      EXPECT_FALSE(out.warning);
    }
  }
}

TEST(Decode, prefers_windows_1251_where_little_is_known) {
  for (const char* text : {"ЖКХ", "АЛМАТЫ", "Да", "ТОО «КАЗ»"}) {
    EXPECT_EQ(decode(encode(text, "windows-1251")).text, text);
  }
}

TEST(Decode, reads_wide_encodings_with_and_without_mark) {
  const std::string text = "Қазақ тілі — «Ел»,\r\n№ 5";
  struct Case {
    std::string_view mark;
    const char* encoding;
    bool big;
    int size;
  };
  const Case cases[] = {
      {"\xFF\xFE"sv, "UTF-16LE", false, 2},
      {"\xFE\xFF"sv, "UTF-16BE", true, 2},
      {"\xFF\xFE\0\0"sv, "UTF-32LE", false, 4},
      {"\0\0\xFE\xFF"sv, "UTF-32BE", true, 4},
      {"", "UTF-16LE", false, 2},
      {"", "UTF-16BE", true, 2},
      {"", "UTF-32LE", false, 4},
      {"", "UTF-32BE", true, 4},
  };
  for (const Case& c : cases) {
    const std::string bytes = std::string(c.mark) + wide(text, c.big, c.size);
    const Decoded out = decode(bytes);
    EXPECT_EQ(out.text, text) << c.encoding;
    EXPECT_EQ(out.encoding, c.encoding);
    EXPECT_FALSE(looks_binary(bytes)) << c.encoding;
  }
  EXPECT_EQ(decode(wide("ДА", false)).text, "ДА");
  EXPECT_EQ(decode(wide("Hello", false)).text, "Hello");
}

TEST(Decode, keeps_utf8_and_drops_its_mark) {
  EXPECT_EQ(decode("").text, "");
  EXPECT_EQ(decode("Әкім 😀").text, "Әкім 😀");
  EXPECT_EQ(decode("\uFEFFӘкім").text, "Әкім");
  EXPECT_EQ(decode("Әкім").encoding, "UTF-8");
}

TEST(Decode, repairs_damaged_utf8_with_a_warning) {
  const Decoded out = decode("Қазақстан Республи\xD2касы үкімет"sv);
  EXPECT_EQ(out.text, "Қазақстан Республи\uFFFDкасы үкімет");
  EXPECT_EQ(out.encoding, "UTF-8");
  ASSERT_TRUE(out.warning);
  EXPECT_NE(out.warning->find("Byte 35 (0xD2)"), std::string::npos) << *out.warning;
  const Decoded torn = decode("\uFEFFҚазақ\xD0"sv);
  EXPECT_EQ(torn.text, "Қазақ\uFFFD");
  EXPECT_NE(torn.warning.value_or("").find("Byte 13 "), std::string::npos);
  EXPECT_EQ(decode("\xFF\xFE\x14\x04\x10"sv).text, "Д\uFFFD");
}

TEST(Decode, believes_declarations_that_fit) {
  const std::string koi = encode("да", "KOI8-R");
  EXPECT_EQ(decode(koi, "koi8-r").text, "да");
  EXPECT_EQ(decode(encode("ЖКХ", "KOI8-R"), "KOI8-R").text, "ЖКХ");
  EXPECT_EQ(decode("<meta charset=\"koi8-r\">" + encode("ЖКХ", "KOI8-R")).encoding, "KOI8-R");
  EXPECT_EQ(
      decode("<?xml version='1.0' encoding='ISO-8859-5'?>" + encode("ЖКХ", "ISO-8859-5")).encoding,
      "ISO-8859-5");
  EXPECT_EQ(decode(koi, "no such charset").encoding, "windows-1251");
  // Declared UTF-8 but it is not; declared windows-1251 inside but saved as UTF-8.
  EXPECT_EQ(decode(encode("Приказ министра", "windows-1251"), "utf-8").text, "Приказ министра");
  // A wide charset cannot be what names itself in single bytes.
  for (const char* wide : {"unicode", "ucs-2", "utf16", "UTF-32"}) EXPECT_EQ(decode(std::string("<meta charset=") + wide + ">" + encode("Приказ министра", "windows-1251")).encoding, "windows-1251") << wide;
  EXPECT_EQ(decode("charset=windows-1251 Приказ").text, "charset=windows-1251 Приказ");
}

TEST(Decode, reads_latin) { EXPECT_EQ(decode("Caf\xE9 na\xEFve ol\xE9"sv).text, "Café naïve olé"); }

TEST(LooksBinary, tells_text_from_the_rest) {
  for (std::string_view bytes :
       {"\x89PNG\r\n\x1A\n"sv, "%PDF-1.7\n"sv, "PK\x03\x04zip"sv,
        "\x7F"
        "ELF\x02"sv,
        "\xFF\xD8\xFF\xE0JFIF"sv, "\x1F\x8B\x08\0\0"sv, "some\0text"sv, "\x01\x02\x03\x04 a"sv}) {
    EXPECT_TRUE(looks_binary(bytes)) << bytes;
  }
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary("Әкім\t\r\n\f"));
  EXPECT_FALSE(looks_binary(encode("Приказ", "windows-1251")));
}

TEST(Sha256, is_the_standard_one) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace qogam::text
