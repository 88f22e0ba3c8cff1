// A text in another encoding is the same text: the same object, but for the name of the encoding and the hash.
#include "properties/analysed.h"
#include "properties/property.h"
#include "read/test_support.h"

namespace qogam::properties {
namespace {

using read::testing::encoded;

// Without what the charset has no signs for, nor what no text has.
std::string writable(const std::string& utf8, const char* charset) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t c = text::decode_at(utf8, at);
    const std::string letter = utf8.substr(begin, at - begin);
    if (c == 0 || c == text::kReplacement || c == 0xFEFF || c == 0xFFFE) continue;
    try {
      encoded(letter, charset);
      out += letter;
    } catch (const std::runtime_error&) {
      out += ' ';
    }
  }
  return out;
}

Document of_bytes(const std::string& bytes, const std::string& charset) {
  Document d;
  d.id = "a";
  d.source.path = "a.txt";
  d.source.bytes = bytes;
  d.source.charset = charset;
  d.source.media_type = "text/plain";
  as_page().analyze(d);
  return d;
}

// Also where old pages declare their charset within.
std::string complaint(const std::string& bytes, const char* charset, const std::string& mark) {
  const std::string text = writable(bytes, charset);
  Document plain = of_bytes(text, "utf-8"), other = of_bytes(encoded(mark + text, charset), charset);
  for (Document* d : {&plain, &other}) {
    d->source.encoding.clear();
    d->source.sha256.clear();
    if (d->error) d->error->message.clear();
  }
  return difference(output_of(plain), output_of(other));
}

TEST(Encodings, unicode_in_other_bytes_is_the_same_text) {
  for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    expect_always([&](const std::string& bytes) { return complaint(bytes, charset, "\uFEFF"); }, {5000, 80, 15, 15});
}

TEST(Encodings, of_one_byte_a_letter_are_the_same_text_where_they_are_declared) {
  for (const char* charset : {"windows-1251", "KOI8-R"})
    expect_always([&](const std::string& bytes) { return complaint(bytes, charset, ""); }, {6000, 0, 30, 8});
}

TEST(Encodings, of_one_byte_a_letter_are_told_by_their_letters) {
  for (const char* charset : {"windows-1251", "KOI8-R"})
    expect_of_all(every(5, contents_of(files_of("corpora/ru", ".txt"))), charset, [&](const std::string& bytes) {
      const std::string text = writable(bytes, charset);
      return difference(of_bytes(text, "").text, of_bytes(encoded(text, charset), "").text);
    });
}

}  // namespace
}  // namespace qogam::properties
