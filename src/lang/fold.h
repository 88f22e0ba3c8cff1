// One spelling for look-up: case folded, letters folded, other scripts transliterated.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/source.h"
#include "text/fold.h"

namespace qogam::lang {

// Rewrites a text letter group by letter group, longest group first ("latin<TAB>cyrillic" lines).
// Immutable; safe from any thread.
class Transliteration {
 public:
  Transliteration() = default;
  // `pairs` map lower-case groups; the first of two equal groups counts.
  explicit Transliteration(std::vector<std::pair<std::string, std::string>> pairs);

  bool empty() const { return pairs_.empty(); }
  // `folded` is case-folded UTF-8; groups not in the table stay.
  std::string operator()(std::string_view folded) const;

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;  // longest first
  std::array<std::vector<std::size_t>, 256> starts_;        // of them, by their first byte
};

// The letters of common/fold.tsv: `letter<TAB>letter` a line, a letter as it is or as U+0301, `-` for
// one that is left out. Throws Error{Cause::models} that names the line.
text::FoldTable read_folds(const model::SourceFile& file);

}  // namespace qogam::lang
