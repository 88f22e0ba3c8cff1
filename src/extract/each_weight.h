// The weights of many features at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "lang/name_weights.h"

namespace qogam::extract {

// Calls take(k, weight) for each weight of each of `count` features, whose hashes hash(k) gives. Memory is waited for once for many of them.
template <typename Hash, typename Take>
void each_weight(const lang::NameWeights& weights, std::size_t count, Hash hash, Take take) {
  constexpr std::size_t kAtOnce = 64;
  std::array<std::uint32_t, kAtOnce> places;  // hashes first
  for (std::size_t first = 0; first < count; first += kAtOnce) {
    const std::size_t size = std::min(kAtOnce, count - first);
    for (std::size_t k = 0; k < size; ++k) weights.expect(places[k] = hash(first + k));
    for (std::size_t k = 0; k < size; ++k) places[k] = weights.place(places[k]);
    for (std::size_t k = 0; k < size; ++k)
      for (const lang::NameWeight& w : weights.row_at(places[k])) take(first + k, w);
  }
}

}  // namespace qogam::extract
