// Conversion from a named charset to UTF-8. For the files of this room; others call decode().
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace qogam::text {

struct Converted {
  std::string text;                      // valid UTF-8; bad bytes have become U+FFFD
  std::size_t bad = 0;                   // number of bad sequences
  std::optional<std::size_t> first_bad;  // byte offset of the first
};

// The MIME (else ICU) name of a charset known by any alias: "cp1251" gives "windows-1251", and
// "kz-1048" gives "RK1048".
std::optional<std::string> charset_name(std::string_view alias);

// `bytes` (below 1 GiB) from `charset`, a name that charset_name() knows. A byte order mark is
// not looked for. Throws std::runtime_error where the charset is not known.
Converted convert(std::string_view bytes, const std::string& charset);

}  // namespace qogam::text
