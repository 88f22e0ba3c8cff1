// Which rules may begin at which token: the first look, before the pattern machine runs.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "lang/key_table.h"
#include "lang/matcher.h"
#include "lang/pattern_machine.h"
#include "lang/rule_triggers.h"

namespace qogam::lang {

// The rules of one set, by what can be the first token of a match (the "first sets" of a grammar; Aho et al.,
// Compilers, 4.4), what can be the second one where the first piece takes one token, and by what a sentence must
// have for a rule at all. Refers to the program, which must outlive it. Safe from any thread.
class RuleStarts {
 public:
  // What rules of all sets share.
  struct Source {
    std::span<const Instruction> program;
    std::span<const RuleRecord> rules;
    std::span<const AnchorRecord> anchors;
    model::StringTable words;  // the texts of the numbers of words and forms
  };
  RuleStarts(const Source& source, const RuleSetRecord& set);

  using Start = MatcherMemory::Start;
  // Every pair of a rule and a token of the sentence at which it might match, by rule, then by token; they stand in the memory of the index
  // until it is asked again.
  std::span<const Start> find(const SentenceIndex& index, const Matcher& matcher) const;

 private:
  static constexpr std::uint32_t kAnything = 0xFFFFFFFF;
  struct First {
    std::uint32_t rule, pc;
    std::uint32_t follow;  // what may come behind it, in `follows_`; kAnything: not known
  };
  // Instructions with the same features, and the rules that may begin with them.
  struct Shape {
    std::uint32_t pc;
    std::vector<First> firsts;
  };
  struct Reachable {
    std::vector<std::uint32_t> pcs;
    bool end = false;
  };
  struct Search {
    const SentenceIndex& index;
    const Matcher& matcher;
    MatcherMemory& memory;
  };

  Reachable reachable(std::uint32_t pc) const;
  void add_first(std::uint32_t rule, std::uint32_t pc);
  std::uint32_t follow_of(const Instruction& in);
  std::int64_t last_start(const SentenceIndex& index, std::uint32_t rule) const;
  bool note_rules(const Search& search) const;
  bool may_go_on(const Search& search, const First& first, std::uint32_t token) const;
  void collect_keyed(const Search& search) const;
  void collect(std::span<const First> firsts, std::uint32_t token, const Search& search) const;

  std::span<const Instruction> program_;
  std::span<const RuleRecord> rules_;
  std::span<const AnchorRecord> anchors_;
  RuleSetRecord set_;
  RuleTriggers triggers_;
  KeyTable<First> words_, forms_, lexicons_, mentions_;
  std::vector<Shape> shapes_;
  std::vector<std::vector<std::uint32_t>> follows_;
  std::unordered_map<std::uint32_t, std::uint32_t> follow_numbers_;  // by the instruction that comes next
};

}  // namespace qogam::lang
