// Cleaning: what is clean stays so, and offsets lead back to the page.
#include "properties/analysed.h"
#include "properties/property.h"
#include "text/normalize.h"
#include "text/offset_map.h"

namespace qogam::properties {
namespace {

const Pipeline& cleaner() {
  static const Pipeline pipeline = [] {
    Options options;
    options.only = {"dates"};
    return pipeline_with(options);
  }();
  return pipeline;
}

Document cleaned(const std::string& bytes) { return analysed(cleaner(), bytes); }

Document cleaned_text(const std::string& text) {
  Document d;
  d.id = "a";
  d.source.bytes = text;
  d.source.decoded = true;
  d.source.media_type = "text/plain";
  cleaner().analyze(d);
  return d;
}

TEST(Cleaning, of_clean_text_changes_nothing) {
  expect_always([](const std::string& bytes) {
    const Document once = cleaned(bytes);
    if (once.error) return std::string();
    const Document twice = cleaned_text(once.text);
    return twice.error ? "nothing is left: " + twice.error->message : difference(once.text, twice.text);
  });
}

// Whether a character of the page may stand as another in the text: blanks and line ends are made one, a Latin letter in a
// Cyrillic word becomes Cyrillic, and NFC puts accents in their order.
bool may_become(char32_t raw, char32_t text) {
  const auto blank = [](char32_t c) { return c <= 0x20 || c == 0x85 || text::is_space(c); };
  if (raw == text || (blank(raw) && blank(text))) return true;
  if (text::is_letter(raw) && text::is_letter(text)) return text::script_of(raw) == text::Script::latin && text::script_of(text) == text::Script::cyrillic;
  return !text::is_letter(raw) && !text::is_letter(text) && raw >= 0x300;
}

// Where a run of equal lengths, which maps byte by byte, stands for other letters than those of the page; else an empty string.
std::string strange(std::string_view text, std::string_view raw) {
  for (std::size_t t = 0, r = 0; t < text.size() && r < raw.size();) {
    if (t != r && (!text::starts_letter(text[r]) || !text::starts_letter(raw[t]))) return {};  // accents of several lengths
    const char32_t in_text = text::decode_at(text, t), in_raw = text::decode_at(raw, r);
    if (!may_become(in_raw, in_text)) return "the page has something else there: " + std::string(text) + " | " + std::string(raw);
  }
  return {};
}

// Where nothing was repaired a piece of the text is that piece of the page.
TEST(Cleaning, offsets_lead_back_to_the_page) {
  expect_always([](const std::string& bytes) {
    const Document d = cleaned(bytes);
    if (d.error) return std::string();
    const text::OffsetMap map(d.offsets);
    for (const OffsetRun& run : d.offsets) {
      if (run.text_size != run.raw_size) continue;
      const std::string raw = text::normalize_nfc(std::string_view(d.raw).substr(run.raw_begin, run.raw_size)).text;
      const std::string wrong = strange(std::string_view(d.text).substr(run.text_begin, run.text_size), raw);
      if (!wrong.empty()) return wrong;
    }
    for (const Token& t : d.tokens) {
      const Span raw = map.to_raw(t.span);
      if (raw.end > d.raw.size() || raw.begin > raw.end) return "a token leads past the page: " + std::string(d.surface(t.span));
    }
    return std::string();
  });
}

// In plain text nothing is repaired, so every offset is one of the page.
TEST(Cleaning, plain_text_stays_as_it_is) {
  expect_always([](const std::string& bytes) {
    const Document d = analysed(as_plain_text(), bytes);
    if (d.error) return std::string();
    if (d.text != d.raw) return difference(d.text, d.raw);
    const text::OffsetMap map(d.offsets);
    for (const Mention& m : d.mentions)
      if (map.to_raw(m.span) != m.span) return std::string("an offset of plain text leads elsewhere");
    return std::string();
  });
}

}  // namespace
}  // namespace qogam::properties
