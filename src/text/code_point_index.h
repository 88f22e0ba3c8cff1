// From byte offsets to code point offsets, which the JSON output counts in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace qogam::text {

// Built once per text in linear time, 1/16 of its size in memory; a look-up reads 64 bytes at most.
// Keeps a view of the text, which must outlive it. Const methods are safe from any thread.
class CodePointIndex {
 public:
  // `utf8` is valid UTF-8 shorter than 4 GiB.
  explicit CodePointIndex(std::string_view utf8);

  // Number of code points that begin before `byte`. On a code point border that is the offset of
  // the code point there; a byte past the end counts as the end.
  std::uint32_t operator()(std::uint32_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> checkpoints_;  // code points before byte 64 * i
};

}  // namespace qogam::text
