// Regular expressions over UTF-8, in ICU's syntax.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "qogam/span.h"

namespace qogam::text {

// A pattern compiled once. Copies are cheap and share it; const methods are safe from any thread.
//
// A match is given up, as if there were none, after about a second of work or 16 MiB of
// backtracking. The work is counted in steps, so the answer does not depend on the machine's load.
class Regex {
 public:
  // `pattern` is UTF-8; flags are written inside it, e.g. "(?i)". `source` ("file:line") is used in
  // messages. Throws Error{Cause::models} with the pattern and ICU's reason where it is bad.
  explicit Regex(std::string_view pattern, std::string_view source = {});

  // Whether the whole of `utf8` matches.
  bool matches(std::string_view utf8) const;

  // The whole of `utf8` matched, with its groups as in search().
  std::optional<std::vector<Span>> match(std::string_view utf8) const;

  // The first match that begins at byte `from` or later: group 0 is the match, then the capturing
  // groups in order, as bytes of `utf8`; a group that took no part is {0, 0}. What stands before
  // `from` is seen by look-behinds and \b. `from` past the end gives nothing.
  std::optional<std::vector<Span>> search(std::string_view utf8, std::uint32_t from = 0) const;

  // Number of a named group as an index into the answer of search(), or nothing.
  std::optional<std::size_t> group(std::string_view name) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace qogam::text
