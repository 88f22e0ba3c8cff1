// Numbering of repeated ids.
#include "read/unique_ids.h"

#include "text/hash.h"

namespace qogam::read {
namespace {

// 0 is no hash to the set.
std::uint64_t hash_of(const std::string& id) {
  const std::uint64_t hash = text::hash_of_bytes(id);
  return hash != 0 ? hash : 1;
}

}  // namespace

bool UniqueIds::is_new(const std::string& id) {
  const std::uint64_t hash = hash_of(id);
  if (seen_.contains(hash)) return false;
  seen_.add(hash);
  return true;
}

std::string UniqueIds::make(std::string id) {
  if (is_new(id)) return id;
  std::uint32_t& times = times_.try_emplace(hash_of(id), 1).first->second;
  while (true) {
    std::string numbered = id + "#" + std::to_string(++times);
    // "x#2" may have been given by the input.
    if (is_new(numbered)) return numbered;
  }
}

}  // namespace qogam::read
