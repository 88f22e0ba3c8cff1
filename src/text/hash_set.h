// Strings that were met, as hashes alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace qogam::text {

// A set of hashes of 64 bits, one place in memory for each: for strings of which the answer is nearly always the same.
// Among a few hundred thousand of them two that are equal are not to be expected. For one thread at a time.
class HashSet {
 public:
  bool contains(std::uint64_t hash) const { return slots_[place_of(hash)] == hash; }

  // 0 is not kept.
  void add(std::uint64_t hash) {
    if (hash == 0 || contains(hash)) return;
    if (++size_ * 2 > slots_.size()) grow();
    slots_[place_of(hash)] = hash;
  }

  // Forgets everything where there is too much of it.
  void trim() {
    if (size_ <= kMost) return;
    slots_.assign(kFirst, 0);
    size_ = 0;
  }

 private:
  static constexpr std::size_t kFirst = 1024, kMost = 100'000;

  std::size_t place_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<std::uint64_t> old(slots_.size() * 2);
    old.swap(slots_);
    for (const std::uint64_t hash : old)
      if (hash != 0) slots_[place_of(hash)] = hash;
  }

  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(kFirst);  // a power of two
  std::size_t size_ = 0;
};

}  // namespace qogam::text
