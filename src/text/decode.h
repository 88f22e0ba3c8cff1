// From bytes in any encoding to UTF-8. Pure functions, safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qogam::text {

struct Decoded {
  std::string text;      // valid UTF-8, no byte order mark, line ends untouched
  std::string encoding;  // "UTF-8", "UTF-16LE", "windows-1251", … (MIME name, as ICU)
  std::optional<std::string> warning;  // one full sentence where bytes had to be replaced
};

// Decodes `bytes` (below 1 GiB). Tried in this order:
//   1. byte order mark: UTF-8, UTF-16, UTF-32;
//   2. `declared_charset`, where it names a charset in which the bytes are well-formed;
//   3. UTF-16 and UTF-32 without a mark, told by their high bytes;
//   4. well-formed UTF-8;
//   5. `charset=` or an XML `encoding=` in the first 2 KB, on the terms of 2. It comes after UTF-8
//      because pages saved again as UTF-8 often keep the old declaration;
//   6. damaged UTF-8, where well-formed sequences beyond ASCII outnumber bad bytes two to one: bad
//      bytes become U+FFFD and the warning names the first;
//   7. the most credible of windows-1251, KOI8-R and ISO-8859-5 (ICU's detector, then the letters
//      of the outcome), or a Latin charset where high bytes stand alone between ASCII letters.
Decoded decode(std::string_view bytes, std::string_view declared_charset = {});

// Whether `bytes` is no text in any encoding that decode() knows: the magic number of a common
// binary format, a NUL byte outside UTF-16 and UTF-32, or many control bytes. Looks at the first
// 64 KiB only.
bool looks_binary(std::string_view bytes);

}  // namespace qogam::text
