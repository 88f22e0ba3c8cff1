// Document ids that do not repeat within a run.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "text/hash_set.h"

namespace qogam::read {

// Remembers a 64-bit hash of each id, not the id, in 16 to 32 bytes, so that millions of documents fit. Two ids
// with the same hash would give one of them a needless "#2", never a double. For one thread at a time.
class UniqueIds {
 public:
  // `id` itself the first time, then "id#2", "id#3", …
  std::string make(std::string id);

 private:
  bool is_new(const std::string& id);

  text::HashSet seen_;
  std::unordered_map<std::uint64_t, std::uint32_t> times_;  // of those that were repeated, by hash
};

}  // namespace qogam::read
