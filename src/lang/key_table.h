// Lists by number, where most numbers have none.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace qogam::lang {

// What belongs to numbers of words, forms or classes. That a number has nothing is told by one bit. Safe from any thread once filled.
template <typename Item>
class KeyTable {
 public:
  void add(std::uint32_t key, Item item) {
    items_[key].push_back(item);
    if (seen_.size() <= key / 64) seen_.resize(key / 64 + 1);
    seen_[key / 64] |= std::uint64_t{1} << key % 64;
  }
  std::span<const Item> at(std::uint32_t key) const {
    if (key / 64 >= seen_.size() || (seen_[key / 64] >> key % 64 & 1) == 0) return {};
    return items_.find(key)->second;
  }
  bool empty() const { return items_.empty(); }

 private:
  std::unordered_map<std::uint32_t, std::vector<Item>> items_;
  std::vector<std::uint64_t> seen_;
};

}  // namespace qogam::lang
