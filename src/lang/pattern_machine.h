// Runs compiled patterns over the tokens of one sentence.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "lang/lexicon.h"
#include "lang/matcher.h"
#include "lang/matcher_memory.h"
#include "lang/records.h"

namespace qogam::lang {

// A program with what is told of it beforehand. Refers to the instructions. Immutable; safe from any thread.
class PatternProgram {
 public:
  explicit PatternProgram(std::span<const Instruction> instructions);
  PatternProgram(const PatternProgram&) = delete;  // sets point into it
  PatternProgram& operator=(const PatternProgram&) = delete;

  // Alternatives that take one token each, or in a look ahead something and no more. A few bits of their numbers tell for most tokens that
  // no word or form among them fits.
  struct TokenSet {
    std::span<const std::uint32_t> numbered, others;  // instructions: words and forms, and the rest
    std::array<std::uint64_t, 4> bits{};
    std::uint32_t next = 0;  // what they all lead to

    void add(std::uint32_t number) { bits[number / 64 % 4] |= std::uint64_t{1} << number % 64; }
    bool may_have(std::uint32_t number) const { return (bits[number / 64 % 4] >> number % 64 & 1) != 0; }
  };

  const Instruction& operator[](std::uint32_t pc) const { return instructions_[pc]; }
  // Whether several ways lead to an instruction: only such have to be noted as tried.
  bool joins(std::uint32_t pc) const { return joins_[pc] != 0; }
  // The alternatives that a split or a look ahead stands for, or null where it is more than that.
  const TokenSet* set_at(std::uint32_t pc) const { return set_numbers_[pc] == 0 ? nullptr : &sets_[set_numbers_[pc] - 1]; }

 private:
  void find_joins();
  void find_sets();
  static constexpr std::uint32_t kUntold = 0xFFFFFFFF, kSeveral = 0xFFFFFFFE;
  std::uint32_t end_of(std::uint32_t pc, bool look, std::vector<std::uint32_t>& known) const;
  void collect(std::uint32_t pc, std::vector<std::uint32_t>& numbered, std::vector<std::uint32_t>& others) const;

  std::span<const Instruction> instructions_;
  std::vector<std::uint8_t> joins_;
  std::vector<std::uint32_t> set_numbers_;  // by instruction, + 1
  std::vector<TokenSet> sets_;
  std::vector<std::uint32_t> alternatives_;  // of the sets, one behind the other
};

// Backtracking over (instruction, token) pairs, each tried once a start, so that a match costs
// at most instructions × tokens (the "bit state" method of RE2, Cox 2010). One thread.
class Matcher {
 public:
  // All are referred to; `memory`: to work in.
  Matcher(const PatternProgram& program, const Lexicon& lexicon, MatcherMemory& memory)
      : program_(program), lexicon_(lexicon), memory_(memory), captures_(memory.captures) {}

  // Whether an instruction that takes tokens takes some that begin with `token`.
  bool takes(const SentenceIndex& index, const Instruction& in, std::uint32_t token) const;

  // The first match of `rule` at token `start` by priority; false where there is none.
  bool match_at(const SentenceIndex& index, const RuleRecord& rule, std::uint32_t start, Match& match);

 private:
  using Frame = MatcherFrame;
  Frame& open_frame(const SentenceIndex& index);
  void close_frame();

  bool run(const SentenceIndex& index, std::uint32_t pc, std::uint32_t start, std::uint32_t& end);
  bool follow(const SentenceIndex& index, Frame& frame, std::uint32_t pc, std::uint32_t token, std::uint32_t& end);
  static bool visit(Frame& frame, std::size_t bit);
  bool look(const SentenceIndex& index, Frame& frame, std::uint32_t pc, std::uint32_t token);
  bool take(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t& token) const;
  bool has(const SentenceIndex& index, const PatternProgram::TokenSet& set, std::uint32_t token) const;
  bool any_takes(const SentenceIndex& index, std::span<const std::uint32_t> pcs, std::uint32_t token) const;
  bool term_fits(const SentenceIndex& index, const Instruction& in, const Term& term) const;
  bool mention_fits(const SentenceIndex& index, const Instruction& in, const Mention& mention) const;
  bool token_fits(const SentenceIndex& index, const Instruction& in, std::uint32_t token) const;
  bool reading_fits(const SentenceIndex& index, const Instruction& in, const Word& word, Features shape) const;
  static bool matches_by_prefix(const Document& d, const Word& w, std::uint32_t lemma);
  bool any_token_fits(const SentenceIndex& index, const Instruction& in, TokenRange tokens) const;

  const PatternProgram& program_;
  const Lexicon& lexicon_;
  MatcherMemory& memory_;
  std::vector<std::uint32_t>& captures_;
  std::size_t depth_ = 0;
  std::uint32_t first_ = 0, instructions_ = 0;  // the part of the program that is the rule's
};

}  // namespace qogam::lang
