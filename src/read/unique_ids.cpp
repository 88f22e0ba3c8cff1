// Numbering of repeated ids.
#include "read/unique_ids.h"

#include <functional>

namespace qogam::read {

std::string UniqueIds::make(std::string id) {
  const std::hash<std::string> hash;
  const std::uint64_t first = hash(id);
  if (seen_[first]++ == 0) return id;
  while (true) {
    const std::string numbered = id + "#" + std::to_string(seen_[first]);
    // "x#2" may have been given by the input.
    if (seen_[hash(numbered)]++ == 0) return numbered;
    ++seen_[first];
  }
}

}  // namespace qogam::read
