// Folding of words to the form they are looked up by.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace qogam::text {

// Simple case folding of each code point (Unicode CaseFolding.txt, status C and S), then the extra
// folds, which come from a model file: one code point becomes another, applied once, not chained.
// Immutable once built; safe from any thread.
class FoldTable {
 public:
  // Case folding alone.
  FoldTable() : FoldTable(std::vector<std::pair<char32_t, char32_t>>{}) {}

  // Extra folds as {from, to}. `from` may be given in either case; the later of two rows for the
  // same `from` wins.
  explicit FoldTable(const std::vector<std::pair<char32_t, char32_t>>& extra);

  char32_t fold(char32_t c) const { return c < common_.size() ? common_[c] : fold_rare(c); }

  // `utf8` folded code point by code point; bad bytes become U+FFFD.
  std::string fold(std::string_view utf8) const;

 private:
  char32_t fold_rare(char32_t c) const;

  std::vector<char32_t> common_;  // folds of the code points below its size
  std::unordered_map<char32_t, char32_t> extra_;
};

}  // namespace qogam::text
