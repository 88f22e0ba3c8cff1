// Latin letters typed for the Cyrillic ones they look like.
#pragma once

#include <string_view>
#include <unordered_map>

#include "clean/rewriter.h"

namespace qogam::clean {

// Immutable once built; const methods are safe from any thread.
class Lookalikes {
 public:
  // `table` is the text of a model file with lines `latin<TAB>cyrillic`; `file_name` is used in
  // messages. Throws Error{Cause::models} for a line that is no pair of letters.
  Lookalikes(std::string_view table, std::string_view file_name);

  // Words of more Cyrillic than Latin letters, whose Latin letters all have a look-alike, are
  // spelt with it. A word is an unbroken run of letters. Linear.
  MappedText repair(std::string_view utf8) const;

 private:
  void repair_word(std::string_view utf8, std::size_t begin, std::size_t end, Rewriter& rewriter) const;

  std::unordered_map<char32_t, char32_t> cyrillic_;
};

}  // namespace qogam::clean
