// Code pages, asked from ICU once.
#include "text/byte_pages.h"

#include <algorithm>
#include <string>

#include "text/charset.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

BytePage make_page(const char* charset) {
  BytePage page{};
  for (std::size_t byte = 0; byte < page.size(); ++byte) {
    const Converted one = convert(std::string(1, static_cast<char>(byte)), charset);
    std::size_t at = 0;
    page[byte] = one.bad > 0 || one.text.empty() ? static_cast<char32_t>(byte) : decode_at(one.text, at);
    if (page[byte] == kReplacement) page[byte] = static_cast<char32_t>(byte);
  }
  return page;
}

}  // namespace

const BytePage& windows_1251() {
  static const BytePage page = make_page("windows-1251");
  return page;
}

const BytePage& windows_1252() {
  static const BytePage page = make_page("windows-1252");
  return page;
}

int byte_of(const BytePage& page, char32_t c) {
  if (c < 0x80) return static_cast<int>(c);
  const auto found = std::find(page.begin() + 0x80, page.end(), c);
  return found == page.end() ? -1 : static_cast<int>(found - page.begin());
}

}  // namespace qogam::text
