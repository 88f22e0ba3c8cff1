// Articles that were published before in nearly the same words.
#pragma once

#include <array>
#include <memory>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::pipeline {

// The MinHash of a text (Broder 1997): equal values of two of them estimate the share of runs of three
// words (their Jaccard index) that the texts have in common.
struct MinHash {
  static constexpr std::size_t kValues = 64;
  std::array<std::uint32_t, kValues> values{};
  bool any = false;  // false for texts with fewer words than kFewestWords
};

inline constexpr std::size_t kFewestWords = 12;

// Of the words of valid UTF-8, whatever their case, marks left out. Linear. Pure.
MinHash min_hash(std::string_view text);

// The articles seen last, in their order. Of what is a near-duplicate only the first stays, so that
// all copies point to one article. Candidates come by bands of equal values (locality-sensitive
// hashing, 16 bands of 4, the latest kMostCandidates of each), and count from kSame equal values on,
// 45 of 64: about 0.7, which two texts have when they share some 82 of 100 words in a row.
// Of each value half its bits are kept (b-bit minwise hashing, Li and König 2010): of 64 that differ, one in a thousand
// texts has one that seems equal. Memory is bounded by `window`: about 250 bytes and the id for each article in it, and
// 4 MB. For one thread at a time.
class NearDuplicates {
 public:
  static constexpr std::size_t kBands = 16, kSame = 45, kMostCandidates = 64;

  // `window`: so many articles back are looked at, 0 none; what is above kMostWindow counts as that.
  static constexpr std::size_t kMostWindow = std::size_t{1} << 31;
  explicit NearDuplicates(std::size_t window);

  // The id of the article that `hash` nearly repeats, the most alike, or nothing and it is remembered
  // under `id`.
  std::optional<std::string> find_or_add(const std::string& id, const MinHash& hash);

 private:
  using Number = std::uint32_t;  // of an article, from 1, after the greatest from 0 again
  struct Entry {
    std::array<std::uint16_t, MinHash::kValues> values;
    std::array<Number, kBands> next;  // the articles before it in its chains
    std::string id;
  };
  Number& head_of(const MinHash& hash, std::size_t band);
  // How many articles came after it. Where numbers began anew a chain may lead to an article that is none of it: one more to compare with.
  std::size_t age(Number number) const { return static_cast<Number>(static_cast<Number>(count_) - number); }
  bool in_window(Number number) const { return number != 0 && age(number) < entries_.size(); }
  Entry& entry(Number number) { return entries_[(count_ - age(number) - 1) % window_]; }

  std::size_t window_;
  std::deque<Entry> entries_;         // a ring, once it is full
  struct Free {
    void operator()(Number* memory) const;
  };
  // The last article of each chain. The system hands out zeros page by page, as chains are begun.
  std::unique_ptr<Number[], Free> heads_;
  std::uint64_t count_ = 0;
};

}  // namespace qogam::pipeline
