// The order in which encodings are tried.
#include "text/decode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "text/byte_order_mark.h"
#include "text/charset.h"
#include "text/guess_charset.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

constexpr std::size_t kDeclarationBytes = 2048;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

// UTF-32LE begins like UTF-16LE, so it comes first.
constexpr std::array<Mark, 5> kMarks = {{
    {kByteOrderMark, "UTF-8"},
    {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {{"\xFF\xFE", 2}, "UTF-16LE"},
    {{"\xFE\xFF", 2}, "UTF-16BE"},
}};

// `skip` bytes of mark are left out, but counted in the warning.
Decoded decode_as(std::string_view bytes, const std::string& encoding, std::size_t skip = 0) {
  Converted converted = convert(bytes.substr(skip), encoding);
  Decoded out{std::move(converted.text), encoding, std::nullopt};
  if (converted.first_bad) {
    const std::size_t at = *converted.first_bad + skip;
    char byte[8];
    std::snprintf(byte, sizeof byte, "0x%02X", static_cast<unsigned char>(bytes[at]));
    out.warning = "Byte " + std::to_string(at) + " (" + byte + ") is not valid " + encoding + "; " +
                  std::to_string(converted.bad) +
                  (converted.bad == 1 ? " bad sequence was" : " bad sequences were") +
                  " replaced by U+FFFD.";
  }
  return out;
}

// Nothing where the name is unknown or the bytes are not well-formed in it.
std::optional<Decoded> decode_declared(std::string_view bytes, std::string_view charset) {
  std::optional<std::string> name = charset_name(charset);
  if (!name) return std::nullopt;
  // Old Kazakh pages say windows-1251 and mean one of its variants.
  if (*name == "windows-1251") name = kazakh_variant(bytes);
  Decoded decoded = decode_as(bytes, *name);
  if (decoded.warning) return std::nullopt;
  return decoded;
}

std::string_view value_after(std::string_view head, std::string_view key) {
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  const auto found = std::search(head.begin(), head.end(), key.begin(), key.end(), same);
  if (found == head.end()) return {};
  std::string_view rest = head.substr(static_cast<std::size_t>(found - head.begin()) + key.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(" \"'"), rest.size()));
  constexpr std::string_view kName =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:";
  return rest.substr(0, rest.find_first_not_of(kName));
}

// A charset that the text itself names, other than wide ones, in which the name would not be
// readable.
std::string_view charset_inside(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  std::string_view name = value_after(head, "charset=");
  if (name.empty() && head.starts_with("<?xml")) name = value_after(head, "encoding=");
  const auto known = charset_name(name);
  return known && known->starts_with("UTF-") ? std::string_view{} : name;
}

// Two to one is far on the safe side: in Cyrillic single-byte text, where all high bytes are
// letters, next to no pair of them is well-formed UTF-8.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t pos = 0; pos < bytes.size();) {
    const std::size_t begin = pos;
    const char32_t c = decode_at(bytes, pos);
    if (c < 0x80) continue;
    const bool written = bytes.substr(begin, pos - begin) == "\xEF\xBF\xBD";
    (c != kReplacement || written ? good : bad) += 1;
  }
  return good >= 2 * bad;
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared_charset) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return decode_as(bytes, mark.encoding, mark.bytes.size());
  }
  if (auto decoded = decode_declared(bytes, declared_charset)) return *std::move(decoded);
  if (const std::string wide = guess_wide_charset(bytes); !wide.empty()) {
    return decode_as(bytes, wide);
  }
  if (valid_utf8(bytes)) return {std::string(bytes), "UTF-8", std::nullopt};
  if (auto decoded = decode_declared(bytes, charset_inside(bytes))) return *std::move(decoded);
  if (mostly_utf8(bytes)) return decode_as(bytes, "UTF-8");
  return decode_as(bytes, guess_byte_charset(bytes));
}

}  // namespace qogam::text
