// A text by code points.
#include "exports/code_points.h"

#include <algorithm>

#include "text/utf8.h"

namespace qogam::exports {

CodePoints::CodePoints(std::string_view text) : text_(text) {
  constexpr unsigned char kFirstOfFour = 0xF0;
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    if (!text::starts_letter(text[byte])) continue;
    if (static_cast<unsigned char>(text[byte]) >= kFirstOfFour) astral_.push_back(static_cast<std::uint32_t>(begins_.size()));
    begins_.push_back(static_cast<std::uint32_t>(byte));
  }
  begins_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::optional<std::string_view> CodePoints::slice(std::size_t start, std::size_t end) const {
  if (start > end || end > size()) return std::nullopt;
  return text_.substr(begins_[start], begins_[end] - begins_[start]);
}

std::size_t CodePoints::to_utf16(std::size_t code_point) const {
  const auto before = std::lower_bound(astral_.begin(), astral_.end(), code_point) - astral_.begin();
  return code_point + static_cast<std::size_t>(before);
}

std::optional<std::size_t> CodePoints::from_utf16(std::size_t unit) const {
  std::size_t pairs = 0;
  while (pairs < astral_.size() && astral_[pairs] + pairs < unit) {
    if (astral_[pairs] + pairs + 1 == unit) return std::nullopt;
    ++pairs;
  }
  return unit - pairs <= size() ? std::optional(unit - pairs) : std::nullopt;
}

}  // namespace qogam::exports
