// Bisection in the sorted tables of a model.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

namespace qogam::lang {

// The records whose `field` is `key`, of records that are sorted by it. O(log records). Pure.
template <typename Record>
std::span<const Record> equal_keys(std::span<const Record> records, std::uint32_t key, std::uint32_t Record::*field) {
  return {std::ranges::lower_bound(records, key, {}, field), std::ranges::upper_bound(records, key, {}, field)};
}

}  // namespace qogam::lang
