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

BytesOf::BytesOf(const BytePage& page) {
  bytes_.fill(-1);
  for (std::size_t byte = page.size(); byte-- > 0;) {
    const char32_t c = byte < 0x80 ? static_cast<char32_t>(byte) : page[byte];
    if (c < bytes_.size())
      bytes_[c] = static_cast<std::int16_t>(byte);
    else
      rare_.emplace_back(c, static_cast<int>(byte));
  }
}

int BytesOf::of_rare(char32_t c) const {
  const auto found = std::find_if(rare_.begin(), rare_.end(), [&](const auto& one) { return one.first == c; });
  return found == rare_.end() ? -1 : found->second;
}

}  // namespace qogam::text
