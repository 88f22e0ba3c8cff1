// The characters of a page put in order: line ends, blanks, invisible characters.
#include "clean/characters.h"

#include <array>

#include "clean/rewriter.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

enum class Role { keep, drop, blank, line_end };

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F && c != 0x200D) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c < 0x20 || (c >= 0x7F && c < 0xA0);
}

Role role_of(char32_t c, char32_t before) {
  if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) return Role::line_end;
  if (c == '\t' || c == ' ') return Role::keep;
  if (c == '\v' || c == '\f' || (c >= 0xA0 && text::is_space(c))) return Role::blank;
  // A joiner makes one emoji of several, but tears a word.
  if (c == 0x200D) return text::is_letter(before) ? Role::drop : Role::keep;
  return is_invisible(c) ? Role::drop : Role::keep;
}

// Whether a character that begins with the byte may be anything but kept. Letters are passed over by this.
constexpr std::array<bool, 256> kMayChange = [] {
  std::array<bool, 256> may{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) may[byte] = byte != '\n' && byte != '\t';
  for (const std::size_t byte : {0x7F, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) may[byte] = true;
  return may;
}();

char32_t letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && !text::starts_letter(text[at]));
  return text::decode_at(text, at);
}

}  // namespace

MappedText tidy_characters(std::string_view raw) {
  Rewriter rewriter(raw);
  std::size_t dropped_from = 0, dropped_to = 0;  // the last run of what is dropped
  for (std::size_t at = 0; at < raw.size();) {
    if (!kMayChange[static_cast<unsigned char>(raw[at])]) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = text::decode_at(raw, at);
    const bool behind_dropped = begin == dropped_to;
    const Role role = role_of(c, c == 0x200D ? letter_before(raw, behind_dropped ? dropped_from : begin) : 0);
    if (role == Role::keep) continue;
    if (role == Role::drop) {
      if (!behind_dropped) dropped_from = begin;
      dropped_to = at;
    }
    if (c == '\r' && at < raw.size() && raw[at] == '\n') ++at;
    rewriter.replace(begin, at, role == Role::drop ? "" : role == Role::blank ? " " : "\n");
  }
  return rewriter.take();
}

}  // namespace qogam::clean
