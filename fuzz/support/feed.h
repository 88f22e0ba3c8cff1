// The bytes of one input, taken piece by piece.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace qogam::fuzz {

// Choices are taken from the end and texts from the beginning, so that a file of the format is a seed as it stands. An
// empty feed gives zeros and empty texts. Keeps a view of the bytes.
class Feed {
 public:
  Feed(const std::uint8_t* data, std::size_t size) : bytes_(reinterpret_cast<const char*>(data), size) {}

  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const auto last = static_cast<std::uint8_t>(bytes_.back());
    bytes_.remove_suffix(1);
    return last;
  }
  // A number below `count`, which is 1 to 256.
  std::size_t pick(std::size_t count) { return byte() % count; }
  bool flag() { return (byte() & 1) != 0; }

  // The next `most` bytes, fewer at the end.
  std::string_view take(std::size_t most) {
    const std::string_view piece = bytes_.substr(0, std::min(most, bytes_.size()));
    bytes_.remove_prefix(piece.size());
    return piece;
  }
  std::string_view rest() { return take(bytes_.size()); }
  // What stands before the next `end`, which is taken too; the rest where there is none.
  std::string_view until(char end) {
    const std::string_view piece = take(bytes_.find(end));
    take(1);
    return piece;
  }

  bool empty() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

}  // namespace qogam::fuzz
