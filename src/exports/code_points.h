// A text by code points, which offsets count in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::exports {

// Keeps a view of the text, valid UTF-8, which must outlive it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);

  std::size_t size() const { return begins_.size() - 1; }
  // The code points from `start` to `end`; nothing where there is no such place.
  std::optional<std::string_view> slice(std::size_t start, std::size_t end) const;

  // The same place in UTF-16 units, in which JavaScript counts.
  std::size_t to_utf16(std::size_t code_point) const;
  // Nothing where the unit is past the end or the second of a pair.
  std::optional<std::size_t> from_utf16(std::size_t unit) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> begins_;  // the first byte of each code point, and the end
  std::vector<std::uint32_t> astral_;  // code points that are two units of UTF-16
};

}  // namespace qogam::exports
