// Names as they are looked for: whatever the case, the language and the ending.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "registry/spelling.h"

namespace qogam::store {

// Immutable; safe from any thread. `knowledge` must outlive it.
class NameStems {
 public:
  explicit NameStems(const lang::Knowledge& knowledge) : knowledge_(knowledge), spelling_(knowledge.resource("common/spelling.tsv")) {}

  // The stems (Spelling::place()) of the words of a name.
  std::vector<std::string> of(std::string_view name) const;
  // The same as one text, a blank before each.
  std::string text_of(std::string_view name) const;

  // Whether a text of text_of() has words that begin with each of the stems.
  static bool has(std::string_view text, const std::vector<std::string>& stems);

 private:
  const lang::Knowledge& knowledge_;
  registry::Spelling spelling_;
};

}  // namespace qogam::store
