// Runs compiled patterns over the tokens of one sentence.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "lang/lexicon.h"
#include "lang/records.h"
#include "qogam/document.h"

namespace qogam::lang {

// One match of one rule. `captures[k]` is what the rule's k-th name took; first == last == kUnset
// where it took nothing.
struct Match {
  static constexpr std::uint32_t kUnset = 0xFFFFFFFF;
  std::uint32_t rule = 0;  // number in the model
  TokenRange tokens;
  std::vector<TokenRange> captures;
};

// What stands where in one sentence, looked up while matching. Made anew for each pass, as
// mentions grow. Refers to the document; one thread. `mentions` [first, last) are the numbers of
// the document's mentions to look at; those outside the sentence are passed over.
class SentenceIndex {
 public:
  SentenceIndex(const Document& document, TokenRange range, TokenRange mentions,
                const model::StringTable& strings);

  const Document& document() const { return document_; }
  TokenRange range() const { return range_; }
  std::span<const std::uint32_t> terms_at(std::uint32_t token) const { return at(terms_, token); }
  std::span<const std::uint32_t> mentions_at(std::uint32_t token) const { return at(mentions_, token); }
  const model::StringTable& strings() const { return strings_; }
  bool has(const AnchorRecord& anchor) const;

 private:
  struct Bucket {
    std::vector<std::uint32_t> first, items;
  };
  std::span<const std::uint32_t> at(const Bucket& bucket, std::uint32_t token) const;
  template <typename Items>
  void fill(Bucket& bucket, const Items& items, TokenRange numbers);

  const Document& document_;
  TokenRange range_;
  const model::StringTable& strings_;
  Bucket terms_, mentions_;
  std::vector<std::uint32_t> words_, forms_, lexicons_;  // sorted, distinct
  std::uint32_t mention_types_ = 0;                      // bits
};

// Backtracking over (instruction, token) pairs, each tried once a start, so that a match costs
// at most instructions × tokens (the "bit state" method of RE2, Cox 2010). One thread.
class Matcher {
 public:
  Matcher(std::span<const Instruction> program, const Lexicon& lexicon) : program_(program), lexicon_(lexicon) {}

  // Whether an instruction that takes tokens takes some that begin with `token`.
  bool takes(const SentenceIndex& index, const Instruction& in, std::uint32_t token) const;

  // The first match of `rule` at token `start` by priority; false where there is none.
  bool match_at(const SentenceIndex& index, const RuleRecord& rule, std::uint32_t start, Match& match);

 private:
  struct Job {
    std::uint32_t pc, token;
    std::uint32_t slot, old;  // pc == kRestore: captures_[slot] = old
  };
  // Working memory of one run: a look-ahead runs inside another match and has its own.
  struct Frame {
    std::vector<Job> jobs;
    std::vector<std::uint64_t> visited;  // a bit for each (pc, token)
    std::vector<std::size_t> touched;    // which bits are set
    std::vector<std::uint32_t> before;   // captures ahead of a look-ahead
  };
  Frame& open_frame(const SentenceIndex& index);
  void close_frame();

  bool run(const SentenceIndex& index, std::uint32_t pc, std::uint32_t start, std::uint32_t& end);
  static bool visit(Frame& frame, std::size_t bit);
  void step(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t token);
  void look(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t token);
  void consume(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t token) const;
  bool term_fits(const SentenceIndex& index, const Instruction& in, const Term& term) const;
  bool mention_fits(const SentenceIndex& index, const Instruction& in, const Mention& mention) const;
  bool token_fits(const SentenceIndex& index, const Instruction& in, std::uint32_t token) const;
  static bool matches_by_prefix(const Document& d, const Word& w, std::uint32_t lemma);
  bool any_token_fits(const SentenceIndex& index, const Instruction& in, TokenRange tokens) const;
  bool attribute_fits(const Instruction& in, std::uint32_t entry, const model::StringTable& strings) const;

  std::span<const Instruction> program_;
  const Lexicon& lexicon_;
  std::deque<Frame> frames_;  // by depth; their addresses must not change
  std::size_t depth_ = 0;
  std::vector<std::uint32_t> captures_;
  std::uint32_t first_ = 0, instructions_ = 0;  // the part of the program that is the rule's
};

}  // namespace qogam::lang
