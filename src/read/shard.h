// A run's share of the documents, where several runs divide them.
#pragma once

#include <cstddef>
#include <memory>

#include "read/reader.h"

namespace qogam::read {

// Part `number` of `of` parts, counted from 1.
struct Shard {
  std::size_t number = 1, of = 1;
};

// Gives those documents of `whole` that stand in places number, number + of, number + 2 * of, … of their
// order, with the ids they have in the whole, error documents too. So the shards 1..of together give
// every document once, and taking one from each in turn restores the order. The others are read as far as
// `whole` has to, but not decoded. progress() is that of `whole`: it counts the documents of all shards.
std::unique_ptr<Reader> share_of(std::unique_ptr<Reader> whole, Shard shard);

}  // namespace qogam::read
