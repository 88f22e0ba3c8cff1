// Runs compiled patterns over the tokens of one sentence.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
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

struct MatcherMemory;
struct MatcherFrame;

// What stands where in one sentence, looked up while matching. Moves from sentence to sentence, so that its memory
// is taken once. Refers to the document and the strings; one thread.
class SentenceIndex {
 public:
  // At no sentence: move_to() comes first.
  SentenceIndex(const Document& document, const model::StringTable& strings);
  // At a sentence.
  SentenceIndex(const Document& document, TokenRange range, TokenRange mentions, const model::StringTable& strings);
  ~SentenceIndex();

  // `mentions` [first, last) are the numbers of the document's mentions to look at; those outside the sentence are passed over.
  void move_to(TokenRange range, TokenRange mentions);
  // Looks at mentions anew, as they grow.
  void see_mentions(TokenRange mentions);

  const Document& document() const { return document_; }
  TokenRange range() const { return range_; }
  std::span<const std::uint32_t> terms_at(std::uint32_t token) const { return terms_.at(token - range_.first); }
  std::span<const std::uint32_t> mentions_at(std::uint32_t token) const { return mentions_.at(token - range_.first); }
  const model::StringTable& strings() const { return strings_; }
  bool has(const AnchorRecord& anchor) const;
  // Its words (forms and lemmas), forms and lexicon classes, as they come; some come twice.
  std::span<const std::uint32_t> words() const { return words_.numbers(); }
  std::span<const std::uint32_t> forms() const { return forms_.numbers(); }
  std::span<const std::uint32_t> lexicons() const { return lexicons_.numbers(); }
  // What matching works in; see matcher_memory.h.
  MatcherMemory& memory() const { return *memory_; }

 private:
  // Numbers of items by the token that they begin with, longer ones first, as they are tried in this order.
  struct Bucket {
    std::vector<std::uint32_t> first, items;
    std::span<const std::uint32_t> at(std::uint32_t token) const {
      if (items.empty()) return {};
      return std::span(items).subspan(first[token], first[token + 1] - first[token]);
    }
  };
  // Numbers that a sentence has; a table of their last bits answers for most of what it has not.
  class Seen {
   public:
    void clear();
    void add(std::uint32_t number);
    bool has(std::uint32_t number) const;
    std::span<const std::uint32_t> numbers() const { return numbers_; }

   private:
    static constexpr std::uint32_t kBits = 2048;
    std::array<std::uint64_t, kBits / 64> bits_{};
    std::vector<std::uint32_t> numbers_;
  };
  template <typename Items>
  void fill(Bucket& bucket, const Items& items, TokenRange numbers);

  const Document& document_;
  TokenRange range_;
  const model::StringTable& strings_;
  Bucket terms_, mentions_;
  Seen words_, forms_, lexicons_;
  std::uint32_t mention_types_ = 0;  // bits
  std::unique_ptr<MatcherMemory> memory_;
};

// Which instructions several ways lead to: only these have to be noted as tried.
std::vector<std::uint8_t> joins_of(std::span<const Instruction> program);

// Backtracking over (instruction, token) pairs, each tried once a start, so that a match costs
// at most instructions × tokens (the "bit state" method of RE2, Cox 2010). One thread.
class Matcher {
 public:
  static constexpr std::uint32_t kRestore = 0xFFFFFFFE;

  // `joins`: those of the program; `memory`: to work in. All are referred to.
  Matcher(std::span<const Instruction> program, std::span<const std::uint8_t> joins, const Lexicon& lexicon, MatcherMemory& memory);

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
  bool look(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t token);
  bool take(const SentenceIndex& index, Frame& frame, const Instruction& in, std::uint32_t& token) const;
  bool term_fits(const SentenceIndex& index, const Instruction& in, const Term& term) const;
  bool mention_fits(const SentenceIndex& index, const Instruction& in, const Mention& mention) const;
  bool token_fits(const SentenceIndex& index, const Instruction& in, std::uint32_t token) const;
  bool reading_fits(const SentenceIndex& index, const Instruction& in, const Word& word, Features shape) const;
  static bool matches_by_prefix(const Document& d, const Word& w, std::uint32_t lemma);
  bool any_token_fits(const SentenceIndex& index, const Instruction& in, TokenRange tokens) const;

  std::span<const Instruction> program_;
  std::span<const std::uint8_t> joins_;
  const Lexicon& lexicon_;
  MatcherMemory& memory_;
  std::vector<std::uint32_t>& captures_;
  std::size_t depth_ = 0;
  std::uint32_t first_ = 0, instructions_ = 0;  // the part of the program that is the rule's
};

}  // namespace qogam::lang
