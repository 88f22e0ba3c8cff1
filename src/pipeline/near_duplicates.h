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
// Memory is bounded by `window`: about 0.5 KB for each article in it. For one thread at a time.
class NearDuplicates {
 public:
  static constexpr std::size_t kBands = 16, kSame = 45, kMostCandidates = 64;

  // `window`: so many articles back are looked at, 0 none.
  explicit NearDuplicates(std::size_t window);

  // The id of the article that `hash` nearly repeats, the most alike, or nothing and it is remembered
  // under `id`.
  std::optional<std::string> find_or_add(const std::string& id, const MinHash& hash);

 private:
  struct Entry {
    MinHash hash;
    std::string id;
    std::array<std::uint64_t, kBands> next{};  // numbers of the articles before it in its chains
  };
  std::uint64_t& head_of(const MinHash& hash, std::size_t band);
  bool in_window(std::uint64_t number) const { return number != 0 && number + entries_.size() > count_ && number <= count_; }
  Entry& entry(std::uint64_t number) { return entries_[(number - 1) % window_]; }

  std::size_t window_;
  std::deque<Entry> entries_;         // a ring, once it is full
  struct Free {
    void operator()(std::uint64_t* memory) const;
  };
  // The last article of each chain, numbers from 1. The system hands out zeros page by page, as chains are begun.
  std::unique_ptr<std::uint64_t[], Free> heads_;
  std::uint64_t count_ = 0;
};

}  // namespace qogam::pipeline
