// Which rules may begin at which token: the first look, before the pattern machine runs.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lang/matcher.h"

namespace qogam::lang {

// The rules of one set, by what can be the first token of a match (the "first sets" of a grammar; Aho et al.,
// Compilers, 4.4), and what can be the second one where the first piece takes one token. Refers to the program,
// which must outlive it. Safe from any thread.
class RuleStarts {
 public:
  RuleStarts(std::span<const Instruction> program, std::span<const RuleRecord> rules, std::uint32_t first_rule, std::uint32_t count);

  struct Start {
    std::uint32_t rule, token;
    auto operator<=>(const Start&) const = default;
  };
  // Every pair of a rule and a token of the sentence at which it might match, by rule, then by token.
  std::vector<Start> find(const SentenceIndex& index, const Matcher& matcher) const;

 private:
  struct First {
    std::uint32_t rule, pc;
  };
  using Keyed = std::unordered_map<std::uint32_t, std::vector<First>>;
  // Instructions with the same features, and the rules that may begin with them.
  struct Shape {
    std::uint32_t pc;
    std::vector<First> firsts;
  };
  // What may follow a piece; `open`: also nothing.
  struct Follow {
    std::vector<std::uint32_t> pcs;
    bool open = false;
  };

  Follow reachable(std::uint32_t pc) const;
  void add_first(First first);
  void collect(std::span<const First> firsts, const SentenceIndex& index, const Matcher& matcher, std::uint32_t token, std::vector<Start>& starts) const;
  void collect(const Keyed& keyed, std::uint32_t key, const SentenceIndex& index, const Matcher& matcher, std::uint32_t token, std::vector<Start>& starts) const;
  bool may_go_on(const SentenceIndex& index, const Matcher& matcher, const Instruction& in, std::uint32_t token) const;

  std::span<const Instruction> program_;
  Keyed words_, forms_, lexicons_, mentions_;
  std::vector<Shape> shapes_;
  std::unordered_map<std::uint32_t, Follow> follows_;  // by the instruction that comes next
};

}  // namespace qogam::lang
