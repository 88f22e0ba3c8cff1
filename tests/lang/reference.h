// Slow but obvious: a recursive matcher over pattern trees, for comparison with the pattern machine.
//
// A pattern is tried as a tree with "what comes behind it" as a function; that is the textbook
// definition of a backtracking match, and costs exponential time. It knows words, any token, borders
// of the sentence and all combinations of them, but no morphology, lexicons or mentions.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lang/rule_parser.h"

namespace qogam::lang::test {

class ReferenceMatcher {
 public:
  using Captures = std::map<std::string, std::pair<std::size_t, std::size_t>>;
  struct Found {
    std::size_t end;
    Captures captures;
  };

  explicit ReferenceMatcher(std::vector<std::string> tokens) : tokens_(std::move(tokens)) {}

  // The first match from token `start`, one token long at least.
  std::optional<Found> match(const Node& pattern, std::size_t start) const {
    std::optional<Found> found;
    run(pattern, start, {}, [&](std::size_t end, const Captures& captures) {
      found = Found{end, captures};
      return true;
    });
    return found && found->end > start ? found : std::nullopt;
  }

 private:
  using Then = std::function<bool(std::size_t, const Captures&)>;

  bool run(const Node& n, std::size_t at, const Captures& captures, const Then& then) const {
    switch (n.kind) {
      case Node::Kind::any: return at < tokens_.size() && then(at + 1, captures);
      case Node::Kind::word:
      case Node::Kind::form:
        return at < tokens_.size() && tokens_[at] == n.text && then(at + 1, captures);
      case Node::Kind::at_start: return at == 0 && then(at, captures);
      case Node::Kind::at_end: return at == tokens_.size() && then(at, captures);
      case Node::Kind::sequence: return sequence(n, 0, at, captures, then);
      case Node::Kind::alternatives:
        for (const Node& child : n.children)
          if (run(child, at, captures, then)) return true;
        return false;
      case Node::Kind::repeat: return repeat(n, 0, at, captures, then);
      case Node::Kind::capture:
        return run(n.children[0], at, captures, [&](std::size_t end, Captures inner) {
          inner[n.text] = {at, end};
          return then(end, inner);
        });
      case Node::Kind::look:
      case Node::Kind::look_not: {
        const bool here = run(n.children[0], at, captures,
                              [](std::size_t, const Captures&) { return true; });
        return here == (n.kind == Node::Kind::look) && then(at, captures);
      }
      default: return false;
    }
  }

  bool sequence(const Node& n, std::size_t child, std::size_t at, const Captures& captures,
                const Then& then) const {
    if (child == n.children.size()) return then(at, captures);
    return run(n.children[child], at, captures, [&](std::size_t end, const Captures& inner) {
      return sequence(n, child + 1, end, inner, then);
    });
  }

  bool repeat(const Node& n, std::size_t done, std::size_t at, const Captures& captures,
              const Then& then) const {
    const bool more = n.most == kNoLimit || done < n.most;
    if (more && run(n.children[0], at, captures, [&](std::size_t end, const Captures& inner) {
          // A turn beyond those asked for that takes nothing would go on for ever.
          return (end > at || done < n.least) && repeat(n, done + 1, end, inner, then);
        }))
      return true;
    return done >= n.least && then(at, captures);
  }

  std::vector<std::string> tokens_;
};

}  // namespace qogam::lang::test
