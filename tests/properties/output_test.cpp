// Whatever the text, the document and the object written of it are sound.
#include "properties/analysed.h"
#include "properties/layers.h"
#include "properties/output_check.h"
#include "properties/property.h"

namespace qogam::properties {
namespace {

TEST(Properties, objects_are_of_the_schema_and_their_offsets_slice_the_text) {
  expect_always([](const std::string& bytes) { return output_complaint(output_of(analysed(as_page(), bytes))); });
}

TEST(Properties, objects_of_plain_text_are_sound_too) {
  expect_always([](const std::string& bytes) { return output_complaint(output_of(analysed(as_plain_text(), bytes))); });
}

TEST(Properties, layers_nest_and_do_not_overlap) {
  expect_always([](const std::string& bytes) {
    const Document d = analysed(as_page(), bytes);
    return LayerCheck(d).complaint(false);
  });
}

TEST(Properties, layers_of_plain_text_nest_too) {
  expect_always([](const std::string& bytes) {
    const Document d = analysed(as_plain_text(), bytes);
    return LayerCheck(d).complaint(true);
  });
}

// One character of every kind, alone, and what is no text at all: an object, and an error where there is nothing to read.
TEST(Properties, tiny_texts_give_an_object) {
  std::vector<std::string> texts = {"", " ", "\n", "\r\n\r\n", "\t", "\xEF\xBB\xBF", "\xFF\xFE", std::string(1, '\0'), std::string(5000, ' '), "\u00AD", "\u200B\u2060\uFEFF", "\u0301", "\xD0", "\u00A0", "&nbsp;", "<p></p>", "<html>", "."};
  for (char32_t c = 1; c < 0x3100; c += c < 0x530 ? 1 : 37) {
    texts.emplace_back();
    text::append_utf8(texts.back(), c);
  }
  for (const Pipeline* pipeline : {&as_page(), &as_plain_text()})
    expect_of_all(texts, "tiny text", [&](const std::string& bytes) {
      const Document d = analysed(*pipeline, bytes);
      if (!d.error && d.text.find_first_not_of(" \t\r\n") == d.text.npos) return std::string("neither text nor error");
      return LayerCheck(d).complaint(pipeline == &as_plain_text()) + output_complaint(output_of(d));
    });
}

}  // namespace
}  // namespace qogam::properties
