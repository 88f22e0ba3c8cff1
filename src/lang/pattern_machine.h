// Runs compiled patterns over the tokens of one sentence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lang/lexicon.h"
#include "lang/matcher.h"
#include "lang/matcher_memory.h"
#include "lang/records.h"
#include "model/model_file.h"

namespace qogam::lang {

// A view of a program and of the token sets that were told beforehand (token_sets.h), which must outlive it. Safe from any thread.
class PatternProgram {
 public:
  explicit PatternProgram(const model::ModelView& model)
      : instructions_(model.section<Instruction>("rules.program")),
        sets_(model.section<TokenSetRecord>("rules.token_sets")),
        alternatives_(model.section<std::uint32_t>("rules.alternatives")) {}

  const Instruction& operator[](std::uint32_t pc) const { return instructions_[pc]; }
  std::span<const Instruction> instructions() const { return instructions_; }
  // The alternatives that a split or a look ahead stands for, or null where it is more than that.
  const TokenSetRecord* set_of(const Instruction& in) const { return in.a == 0 ? nullptr : &sets_[in.a - 1]; }
  // Numbers of instructions: the words and forms of a set, and the rest of it.
  std::span<const std::uint32_t> numbered(const TokenSetRecord& set) const { return alternatives_.subspan(set.first, set.numbered); }
  std::span<const std::uint32_t> others(const TokenSetRecord& set) const { return alternatives_.subspan(set.first + set.numbered, set.others); }

 private:
  std::span<const Instruction> instructions_;
  std::span<const TokenSetRecord> sets_;
  std::span<const std::uint32_t> alternatives_;
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
  bool has(const SentenceIndex& index, const TokenSetRecord& set, std::uint32_t token) const;
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
