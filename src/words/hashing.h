// Hashes for the features of the tagger: the same on every machine, as weights rest on them.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/hash.h"

namespace qogam::words {

using text::hash_of_number;

constexpr std::uint32_t combined(std::uint32_t a, std::uint32_t b) { return (a ^ b * 0x9E3779B1u) * 0x85EBCA6Bu ^ a >> 15; }

// Of bytes (FNV-1a).
constexpr std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 0x811C9DC5u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return hash;
}

}  // namespace qogam::words
