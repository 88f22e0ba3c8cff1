// Ids of people, bodies and commitments.
#include "registry/ids.h"

#include <cstdio>

#include "text/hash.h"

namespace qogam::registry {

std::string Ids::make(std::string key) {
  for (;; key += '\n') {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%c%08x", letter_, static_cast<unsigned>(text::hash_of_bytes(key) >> 32));
    if (const auto [id, fresh] = made_.insert(digits); fresh) return *id;
  }
}

}  // namespace qogam::registry
