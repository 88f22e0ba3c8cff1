// A half-open piece of a text.
#pragma once

#include <cstdint>
#include <string_view>

namespace qogam {

// Half-open range [begin, end) of bytes in a UTF-8 text, always on code point borders.
// The JSON output counts Unicode code points instead; the writer converts.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

// Half-open range [first, last) of token numbers in a document.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  std::uint32_t size() const { return last - first; }
  bool empty() const { return first == last; }
  bool contains(TokenRange other) const { return first <= other.first && other.last <= last; }
  bool overlaps(TokenRange other) const { return first < other.last && other.first < last; }

  friend bool operator==(TokenRange, TokenRange) = default;
  friend auto operator<=>(TokenRange, TokenRange) = default;
};

}  // namespace qogam
