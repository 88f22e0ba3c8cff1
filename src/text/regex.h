// Regular expressions over UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "qogam/span.h"

namespace qogam::text {

struct RegexProgram;

// A pattern compiled once, in microseconds. Copies are cheap and share it; const methods are safe from any thread.
//
// The syntax is ICU's, as far as models need it: literals, `.`, sets without sets inside, \d \s \w and \p{…}, \b,
// ^ and $ (of the whole text), groups, alternatives, greedy, lazy and possessive repeats, (?>…), look-around, (?i)
// and (?-i:…). Nothing is captured. Of the ways to match, the first is taken, as in Perl and ICU. Letter case
// is folded one code point to one; sets in (?i) hold both cases of what they name.
//
// A match is given up, as if there were none, after some ten million steps or a million places to come back to. The
// work is counted, so the answer does not depend on the machine's load.
class Regex {
 public:
  // `pattern` is UTF-8; flags are written inside it, e.g. "(?i)". `source` ("file:line") is used in
  // messages. Throws Error{Cause::models} with the pattern and the reason where it is bad.
  explicit Regex(std::string_view pattern, std::string_view source = {});

  // Whether the whole of `utf8` matches.
  bool matches(std::string_view utf8) const;

  // The first match that begins at byte `from` or later. What stands before `from` is seen by look-behinds
  // and \b. `from` past the end gives nothing.
  std::optional<Span> search(std::string_view utf8, std::uint32_t from = 0) const;

 private:
  std::shared_ptr<const RegexProgram> program_;
};

}  // namespace qogam::text
