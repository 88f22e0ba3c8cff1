// Back to bytes, and forth by the right encoding.
#include "clean/mojibake.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clean/rewriter.h"
#include "text/byte_pages.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kFewestLetters = 3;  // that must come out of a run
constexpr char32_t kNoBreakSpace = 0xA0;

struct Char {
  char32_t c;
  std::uint32_t begin, end;  // in the text
  int byte;                  // that it stands for in the page, or -1
};

bool is_cyrillic(char32_t c) { return text::script_of(c) == text::Script::cyrillic; }

// What comes out of a run, a code point with the characters it was made of.
struct Fixed {
  char32_t c;
  std::size_t first, last;  // numbers of characters, half-open
};

// The characters as bytes of UTF-8; nothing where they are not well-formed.
std::optional<std::vector<Fixed>> as_utf8(const std::vector<Char>& run) {
  std::vector<Fixed> out;
  for (std::size_t i = 0; i < run.size();) {
    std::string bytes;
    std::size_t end = i;
    const auto lead = static_cast<unsigned char>(run[i].byte);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : 0;
    if (size == 0) return std::nullopt;
    for (; end < run.size() && bytes.size() < size; ++end) bytes += static_cast<char>(run[end].byte);
    if (!text::valid_utf8(bytes)) return std::nullopt;
    std::size_t at = 0;
    out.push_back({text::decode_at(bytes, at), i, end});
    i = end;
  }
  return out;
}

std::vector<Fixed> as_windows_1251(const std::vector<Char>& run) {
  const auto& page = text::windows_1251();
  std::vector<Fixed> out;
  for (std::size_t i = 0; i < run.size(); ++i) out.push_back({page[static_cast<std::size_t>(run[i].byte)], i, i + 1});
  return out;
}

// Whether letters of one script come out, enough of them, and nothing that no text has.
bool is_credible(const std::vector<Fixed>& fixed) {
  std::size_t letters = 0;
  for (const Fixed& f : fixed) {
    if (f.c < 0x80) continue;
    if (is_cyrillic(f.c)) ++letters;
    else if (text::is_letter(f.c) || (f.c >= 0x80 && f.c < 0xA0) || f.c == text::kReplacement) return false;
  }
  return letters >= kFewestLetters;
}

// A page of characters and the way back from it.
struct Coding {
  const text::BytePage& page;
  text::BytesOf bytes{page};

  // Windows-1251 has no character for one of its bytes, which is part of a letter in UTF-8.
  int byte_of(char32_t c) const {
    const int byte = bytes(c);
    return byte < 0 && c == text::kReplacement ? 0x98 : byte;
  }
};

const Coding& coding_1251() {
  static const Coding coding{text::windows_1251()};
  return coding;
}

const Coding& coding_1252() {
  static const Coding coding{text::windows_1252()};
  return coding;
}

// Counts what a text has at least where it has a line to repair: Cyrillic letters in UTF-8 are pairs of these leads
// and continuations (or triples that begin with such a pair); read by the other page, single characters.
class Signs {
 public:
  static const Signs& get() {
    static const Signs signs;
    return signs;
  }

  bool may_be_mojibake(std::string_view text) const {
    std::size_t pairs = 0, western = 0;
    std::uint8_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte < 0x80) {
        before = 0;
        ++at;
        continue;
      }
      const std::uint8_t now = of(text::decode_at(text, at));
      pairs += (before & kLead & now >> 1) != 0;
      western += (now & kWestern) != 0;
      before = now;
    }
    return pairs >= kFewestLetters || western >= kFewestLetters;
  }

 private:
  // Each lead is the bit below that of its continuation.
  static constexpr std::uint8_t kTwo = 1, kThree = 4, kLead = kTwo | kThree, kWestern = 16;

  Signs() {
    for (char32_t c = 0x80; c < low_.size(); ++c) low_[c] = made(c);
    for (char32_t c = 0; c < kSigns; ++c) high_[c] = made(kFirstSign + c);
  }

  std::uint8_t of(char32_t c) const { return c < low_.size() ? low_[c] : c - kFirstSign < kSigns ? high_[c - kFirstSign] : made(c); }

  static std::uint8_t made(char32_t c) {
    const int byte = coding_1251().byte_of(c), western = coding_1252().bytes(c);
    std::uint8_t signs = 0;
    if (byte >= 0xD0 && byte <= 0xD4) signs |= kTwo;
    if (byte == 0xE1 || byte == 0xE2 || byte == 0xEA || byte == 0xEF) signs |= kThree;
    if (byte >= 0x80 && byte < 0xC0) signs |= kTwo << 1;
    for (const int second : {0xB2, 0xB4, 0xB5, 0xB7, 0x99, 0x9A, 0xB8})
      if (byte == second) signs |= kThree << 1;
    if (western >= 0x80 && is_cyrillic(text::windows_1251()[static_cast<std::size_t>(western)])) signs |= kWestern;
    return signs;
  }

  static constexpr char32_t kFirstSign = 0x2000, kSigns = 0x200;
  std::array<std::uint8_t, 0x800> low_{};
  std::array<std::uint8_t, kSigns> high_{};
};

// Characters that the page has no byte for end a run; so do the ends of words in the last way, in which
// every letter must be one of those of western Europe.
class Repairer {
 public:
  explicit Repairer(std::string_view utf8) : text_(utf8), rewriter_(utf8) {}

  MappedText run() {
    for (std::size_t at = Signs::get().may_be_mojibake(text_) ? 0 : text_.size(); at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      line(at, end);
      at = end + 1;
    }
    return rewriter_.take();
  }

 private:
  void line(std::size_t begin, std::size_t end) {
    const std::string_view line = text_.substr(begin, end - begin);
    if (!Signs::get().may_be_mojibake(line) || !suspicious(line)) return;
    std::vector<Char> chars;
    for (std::size_t at = begin; at < end;) {
      const auto first = static_cast<std::uint32_t>(at);
      const char32_t c = text::decode_at(text_, at);
      chars.push_back({c, first, static_cast<std::uint32_t>(at), -1});
    }
    if (by_page(chars, coding_1251(), as_utf8)) return;
    if (by_page(chars, coding_1252(), as_utf8)) return;
    by_page(chars, coding_1252(), [](const std::vector<Char>& run) -> std::optional<std::vector<Fixed>> {
      // Western letters stand beside plain ones; these stand alone.
      for (const Char& c : run)
        if (c.c < 0x80 && text::is_letter(c.c)) return std::nullopt;
      return as_windows_1251(run);
    });
  }

  // Cheap: pairs of characters that hardly ever follow each other otherwise.
  static bool suspicious(std::string_view line) {
    std::size_t pairs = 0, western = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < line.size();) {
      const char32_t c = text::decode_at(line, at);
      const bool lead = before == 0x420 || before == 0x421 || before == 0xD0 || before == 0xD1 || before == 0x422 || before == 0xD2 || before == 0x0A4;
      pairs += lead && !(c >= 'a' && c <= 'z') && !(c >= 0x430 && c <= 0x44F) && c >= 0x80;
      western += c >= 0xC0 && c <= 0xFF;
      before = c;
    }
    return pairs >= 2 || western >= 3;
  }

  template <class Decode>
  bool by_page(std::vector<Char>& chars, const Coding& coding, const Decode& decode) {
    bool any = false;
    std::vector<Char> run;
    const auto end_run = [&] {
      const auto fixed = has_high(run) ? decode(run) : std::nullopt;
      if (fixed && is_credible(*fixed)) {
        write(run, *fixed);
        any = true;
      }
      run.clear();
    };
    for (Char& c : chars) {
      c.byte = coding.byte_of(c.c);
      // Blanks part runs, so that one bad word spoils no line; NBSP is a byte of many letters.
      const bool blank = c.c == ' ' || c.c == '\t';
      if (c.byte >= 0 && !blank)
        run.push_back(c);
      else
        end_run();
    }
    end_run();
    return any;
  }

  static bool has_high(const std::vector<Char>& run) {
    for (const Char& c : run)
      if (c.c >= 0x80 && c.c != kNoBreakSpace) return true;
    return false;
  }

  void write(const std::vector<Char>& run, const std::vector<Fixed>& fixed) {
    for (const Fixed& f : fixed)
      if (f.c >= 0x80) rewriter_.replace(run[f.first].begin, run[f.last - 1].end, f.c);
  }

  std::string_view text_;
  Rewriter rewriter_;
};

}  // namespace

MappedText repair_mojibake(std::string_view utf8) { return Repairer(utf8).run(); }

}  // namespace qogam::clean
