// Telling binary formats from text.
#include <algorithm>
#include <array>
#include <cstdint>

#include "text/decode.h"
#include "text/guess_charset.h"

namespace qogam::text {
namespace {

constexpr std::size_t kLook = 64u << 10;

using Magic = std::array<std::uint8_t, 4>;

constexpr Magic kMagics[] = {
    {0x89, 'P', 'N', 'G'},    {0xFF, 0xD8, 0xFF, 0xE0},  // JPEG: JFIF, Exif, raw
    {0xFF, 0xD8, 0xFF, 0xE1}, {0xFF, 0xD8, 0xFF, 0xDB},
    {'G', 'I', 'F', '8'},     {'%', 'P', 'D', 'F'},
    {'P', 'K', 0x03, 0x04},   {0x1F, 0x8B, 0x08, 0x00},  // ZIP with DOCX; gzip without, with name
    {0x1F, 0x8B, 0x08, 0x08}, {0x7F, 'E', 'L', 'F'},
    {0xD0, 0xCF, 0x11, 0xE0}, {'R', 'a', 'r', '!'},  // DOC and XLS; RAR
};

bool begins_with(std::string_view bytes, const Magic& magic) {
  return bytes.size() >= magic.size() &&
         std::equal(magic.begin(), magic.end(), bytes.begin(),
                    [](std::uint8_t m, char b) { return m == static_cast<std::uint8_t>(b); });
}

bool has_wide_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) ||
         bytes.starts_with("\0\0\xFE\xFF"sv);
}

// Control characters that no text holds; form feed, escape and DOS end of file are let pass.
bool is_control(char b) {
  const auto u = static_cast<unsigned char>(b);
  return u == 0x7F || (u < 0x20 && !(u >= 0x08 && u <= 0x0D) && u != 0x1A && u != 0x1B);
}

}  // namespace

bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kLook);
  if (std::any_of(std::begin(kMagics), std::end(kMagics),
                  [&](const Magic& magic) { return begins_with(head, magic); })) {
    return true;
  }
  if (has_wide_mark(head) || !guess_wide_charset(head).empty()) return false;
  if (head.find('\0') != std::string_view::npos) return true;
  const auto controls =
      static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_control));
  return controls >= 3 && controls * 20 > head.size();
}

}  // namespace qogam::text
