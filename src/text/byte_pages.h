// Code pages of one byte a character, as tables.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace qogam::text {

// The character of each byte; bytes without one give the control character of that number.
using BytePage = std::array<char32_t, 256>;

const BytePage& windows_1251();
const BytePage& windows_1252();

// The other way. Immutable; safe from any thread.
class BytesOf {
 public:
  explicit BytesOf(const BytePage& page);

  // The byte of a character in the page, or -1.
  int operator()(char32_t c) const { return c < bytes_.size() ? bytes_[c] : of_rare(c); }

 private:
  int of_rare(char32_t c) const;

  std::array<std::int16_t, 0x500> bytes_{};
  std::vector<std::pair<char32_t, int>> rare_;
};

}  // namespace qogam::text
