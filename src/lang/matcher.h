// A sentence as patterns see it, and what they find there.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
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
  // The last token at which it has what an anchor asks for; -1 where it has not.
  std::int64_t last(const AnchorRecord& anchor) const;
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
    void add(std::uint32_t number, std::uint32_t token);
    // The last token with a number; -1 where there is none.
    std::int64_t last(std::uint32_t number) const;
    std::span<const std::uint32_t> numbers() const { return numbers_; }

   private:
    static constexpr std::uint32_t kBits = 2048;
    std::array<std::uint64_t, kBits / 64> bits_{};
    std::vector<std::uint32_t> numbers_, tokens_;
  };
  template <typename Items>
  void fill(Bucket& bucket, const Items& items, TokenRange numbers);

  const Document& document_;
  TokenRange range_;
  const model::StringTable& strings_;
  Bucket terms_, mentions_;
  Seen words_, forms_, lexicons_;
  std::array<std::int64_t, 8> last_mentions_{};  // by type
  std::unique_ptr<MatcherMemory> memory_;
};

}  // namespace qogam::lang
