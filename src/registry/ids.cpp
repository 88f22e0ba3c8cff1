// Ids of people, bodies and commitments.
#include "registry/ids.h"

#include <cstdio>

#include "text/hash.h"

namespace qogam::registry {

std::string make_id(char letter, std::string_view key) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%c%08x", letter, static_cast<unsigned>(text::hash_of_bytes(key) >> 32));
  return digits;
}

}  // namespace qogam::registry
