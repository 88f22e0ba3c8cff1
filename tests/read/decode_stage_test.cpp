// The stage "decode".
#include "read/decode_stage.h"

#include <gtest/gtest.h>

namespace qogam::read {
namespace {

using namespace std::string_view_literals;

Document run(std::string_view bytes, bool decoded = false, std::size_t limit = 1000) {
  Document document;
  document.source.path = "a.txt";
  document.source.bytes = bytes;
  document.source.decoded = decoded;
  make_decode_stage(limit)->run(document);
  EXPECT_TRUE(document.source.bytes.empty());
  EXPECT_EQ(document.source.sha256.size(), 64u);
  return document;
}

std::string code(const Document& document) { return document.error ? document.error->code : ""; }

TEST(DecodeStage, makes_raw) {
  const Document d = run("\xCF\xF0\xE8\xEA\xE0\xE7"sv);
  EXPECT_EQ(d.raw, "Приказ");
  EXPECT_EQ(d.source.encoding, "windows-1251");
  EXPECT_EQ(d.source.media_type, "text/plain");
  EXPECT_FALSE(d.error);
  EXPECT_EQ(run("Мәтін", true).raw, "Мәтін");
}

TEST(DecodeStage, names_what_is_wrong) {
  EXPECT_EQ(code(run("")), "empty");
  EXPECT_EQ(code(run(" \r\n")), "empty");
  EXPECT_EQ(code(run("\uFEFF")), "empty");
  EXPECT_EQ(code(run("%PDF-1.4 \0\0"sv)), "not_text");
  EXPECT_EQ(code(run("12345", false, 4)), "too_large");
  EXPECT_EQ(run("12345", false, 4).error->stage, "decode");
}

TEST(DecodeStage, warns_of_bad_bytes) {
  const Document d = run("Қазақстан\xFF"sv);
  ASSERT_EQ(d.warnings.size(), 1u);
  EXPECT_EQ(d.warnings[0].code, "invalid_bytes");
  EXPECT_EQ(d.raw, "Қазақстан\uFFFD");
}

}  // namespace
}  // namespace qogam::read
