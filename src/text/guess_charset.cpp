// Guessing charsets: high bytes of wide code units, ICU's detector, shape of the outcome.
#include "text/guess_charset.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "text/charset.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

constexpr std::size_t kSample = 8192;  // what ICU's detector looks at

// First the one that wins where all else is equal.
constexpr std::array<const char*, 3> kCyrillic = {"windows-1251", "KOI8-R", "ISO-8859-5"};
constexpr std::array<const char*, 6> kLatin = {"windows-1252", "windows-1250", "windows-1254",
                                               "ISO-8859-1",   "ISO-8859-2",   "ISO-8859-9"};
constexpr double kShapeWeight = 40;  // against confidences of 0 to 100

bool is_high(char b) { return static_cast<unsigned char>(b) >= 0x80; }

bool is_ascii_letter(char b) {
  const char lower = static_cast<char>(b | 0x20);
  return lower >= 'a' && lower <= 'z';
}

bool is_utf32(std::string_view bytes, bool big_endian) {
  if (bytes.empty() || bytes.size() % 4 != 0) return false;
  for (std::size_t i = 0; i < bytes.size(); i += 4) {
    std::uint32_t unit = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::size_t at = big_endian ? i + k : i + 3 - k;
      unit = unit << 8 | static_cast<unsigned char>(bytes[at]);
    }
    if (unit == 0 || unit > 0x10FFFF) return false;
  }
  return true;
}

// Share of code units whose high byte (at `parity`) is one of the scripts up to Cyrillic. Below 6
// there are only control characters, which other encodings hardly use.
double low_page_share(std::string_view bytes, std::size_t parity) {
  std::size_t low = 0;
  for (std::size_t i = parity; i < bytes.size(); i += 2) {
    low += static_cast<unsigned char>(bytes[i]) < 6;
  }
  return static_cast<double>(low) / (static_cast<double>(bytes.size()) / 2);
}

// High bytes that stand alone next to an ASCII letter, as accented letters do.
bool looks_latin(std::string_view bytes) {
  std::size_t high = 0;
  std::size_t alone = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_high(bytes[i])) continue;
    ++high;
    const char before = i > 0 ? bytes[i - 1] : ' ';
    const char after = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
    alone +=
        !is_high(before) && !is_high(after) && (is_ascii_letter(before) || is_ascii_letter(after));
  }
  return 2 * alone > high;
}

// The words of high bytes, without the markup and numbers between them.
std::string high_words(std::string_view bytes) {
  std::string words;
  for (std::size_t i = 0; i < bytes.size() && words.size() < kSample; ++i) {
    if (is_high(bytes[i])) {
      words.push_back(bytes[i]);
    } else if (!words.empty() && words.back() != ' ') {
      words.push_back(' ');
    }
  }
  return words;
}

// ICU's confidences, 0 to 100.
std::map<std::string, int> detect(std::string_view bytes) {
  std::map<std::string, int> confidences;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** const found = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return confidences;
  for (int32_t i = 0; i < count; ++i) {
    const char* const name = ucsdet_getName(found[i], &status);
    const int confidence = ucsdet_getConfidence(found[i], &status);
    if (U_SUCCESS(status)) confidences.emplace(name, confidence);
  }
  return confidences;
}

// Letters of Serbian and Macedonian alone, which stand where the code pages of Kazakh have its own.
bool is_south_slavic(char32_t c) {
  constexpr std::array<char32_t, 9> kLetters = {0x452, 0x453, 0x455, 0x458, 0x459, 0x45A, 0x45B, 0x45C, 0x45F};
  return std::find(kLetters.begin(), kLetters.end(), to_lower(c)) != kLetters.end();
}

// Letters that stand where the code pages of Kazakh have its own, and which are at home in Ukrainian
// (U+0454, U+0457, U+0491) or Belarusian (U+045E) only, never beside the letters that these lack.
class EastSlavic {
 public:
  void see(char32_t c) {
    const char32_t lower = to_lower(c);
    ++letters_;
    ukrainian_ += lower == 0x454 || lower == 0x457 || lower == 0x491;
    belarusian_ += lower == 0x45E;
    not_ukrainian_ = not_ukrainian_ || lower == 0x44A || lower == 0x44B || lower == 0x44D || lower == 0x451;
    not_belarusian_ = not_belarusian_ || lower == 0x438 || lower == 0x449 || lower == 0x44A;
  }

  // How many of them are foreign; a name or two in a text of another language are not.
  std::size_t foreign() const {
    constexpr std::size_t kFew = 25;  // one letter in so many
    const bool both = ukrainian_ > 0 && belarusian_ > 0;
    const std::size_t found = (both || not_ukrainian_ ? ukrainian_ : 0) + (both || not_belarusian_ ? belarusian_ : 0);
    return found > 1 && found * kFew > letters_ ? found : 0;
  }

 private:
  std::size_t letters_ = 0, ukrainian_ = 0, belarusian_ = 0;
  bool not_ukrainian_ = false, not_belarusian_ = false;
};

// From 1, where all of `words` became well-shaped Cyrillic words, down below 0.
double shape(std::string_view words, const std::string& charset) {
  const std::string text = convert(words, charset).text;
  double good = 0;
  double bad = 0;
  char32_t before = ' ';
  EastSlavic neighbours;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = decode_at(text, pos);
    if (c != ' ') neighbours.see(c);
    const bool torn = is_lower(before) && is_upper(c);
    const bool ours = script_of(c) == Script::cyrillic && !is_south_slavic(c);
    if (c != ' ') (ours && !torn ? good : bad) += 1;
    before = c;
  }
  const auto foreign = static_cast<double>(neighbours.foreign());
  good -= foreign;
  bad += foreign;
  return good + bad > 0 ? (good - bad) / (good + bad) : 0;
}

template <class Names, class Score>
std::string best_of(const Names& names, const Score& score) {
  std::string best = names.front();
  double best_score = score(best);
  for (std::size_t i = 1; i < names.size(); ++i) {
    const double here = score(names[i]);
    if (here <= best_score) continue;
    best = names[i];
    best_score = here;
  }
  return best;
}

int confidence_in(const std::map<std::string, int>& confidences, const std::string& charset) {
  const auto found = confidences.find(charset);
  return found == confidences.end() ? 0 : found->second;
}

}  // namespace

std::string guess_wide_charset(std::string_view bytes) {
  if (bytes.size() < 2) return {};
  if (is_utf32(bytes, false)) return "UTF-32LE";
  if (is_utf32(bytes, true)) return "UTF-32BE";
  const double big = low_page_share(bytes, 0);
  const double little = low_page_share(bytes, 1);
  constexpr double kMany = 0.6;
  constexpr double kFew = 0.2;
  if (little > kMany && big < kFew) return "UTF-16LE";
  if (big > kMany && little < kFew) return "UTF-16BE";
  return {};
}

std::string kazakh_variant(std::string_view bytes) {
  std::vector<std::string> pages = {"windows-1251"};
  for (const char* const page : {"RK1048", "PTCP154"})
    if (const auto name = charset_name(page)) pages.push_back(*name);
  const std::string words = high_words(bytes);
  return best_of(pages, [&](const std::string& name) { return shape(words, name); });
}

std::string guess_byte_charset(std::string_view bytes) {
  if (looks_latin(bytes)) {
    const auto confidences = detect(bytes);
    return best_of(kLatin, [&](const std::string& name) {
      return static_cast<double>(confidence_in(confidences, name));
    });
  }
  const std::string words = high_words(bytes);
  const auto confidences = detect(words);
  const std::string best = best_of(kCyrillic, [&](const std::string& name) {
    return confidence_in(confidences, name) + kShapeWeight * shape(words, name);
  });
  return best == kCyrillic.front() ? kazakh_variant(bytes) : best;
}

}  // namespace qogam::text
