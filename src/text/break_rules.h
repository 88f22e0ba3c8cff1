// Where a text breaks, by rules in ICU's rule-based break iterator language.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::text {

// One piece ends at byte `end` of the UTF-8 text (exclusive); the next one begins there.
struct Break {
  std::uint32_t end = 0;
  std::int32_t status = 0;  // the largest {tag} among the rules that matched, 0 without a tag

  friend bool operator==(Break, Break) = default;
};

// Rules compiled once. Copies are cheap and share the compiled rules; const methods are safe from
// any thread. Source: ICU User Guide, "Break Rules" (RBBI), rule syntax of ICU 72.
class BreakRules {
 public:
  // `rules` is UTF-8; `source_name` (a file name) is used in messages.
  // Throws Error{Cause::models} naming line and column where the rules do not compile.
  BreakRules(std::string_view rules, std::string_view source_name);

  // The same from what compiled() gave, where that is of the ICU that runs now; otherwise, and where `binary` is empty, from the rules.
  BreakRules(std::string_view rules, std::string_view source_name, std::string_view binary);

  // The rules as ICU's own tables, with the version of ICU: loading them takes a fraction of the time.
  std::string compiled() const;

  // The pieces of a text (below 2 GiB) in order; they cover it wholly, none is empty. Linear in the size
  // unless rules look ahead without bound. No pieces for an empty text. The text comes as UTF-16, which ICU
  // breaks fastest (see to_utf16); ends are those of the same text in UTF-8.
  std::vector<Break> split(std::u16string_view text) const;

 private:
  struct Compiled;
  void load(std::string_view binary);
  void compile(std::string_view rules, std::string_view source_name);
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace qogam::text
