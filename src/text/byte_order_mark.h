// The mark that some programs put before UTF-8.
#pragma once

#include <string_view>

namespace qogam::text {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// `text` without the mark, where it begins with one.
constexpr std::string_view without_byte_order_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

}  // namespace qogam::text
