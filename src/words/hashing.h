// Hashes for the features of the tagger: the same on every machine, as weights rest on them.
#pragma once

#include <cstdint>
#include <string_view>

namespace qogam::words {

// Of a number (the finalizer of MurmurHash3).
constexpr std::uint32_t mixed(std::uint64_t key) {
  key ^= key >> 33;
  key *= 0xFF51AFD7ED558CCDull;
  key ^= key >> 33;
  key *= 0xC4CEB9FE1A85EC53ull;
  return static_cast<std::uint32_t>(key >> 32);
}

constexpr std::uint32_t combined(std::uint32_t a, std::uint32_t b) { return (a ^ b * 0x9E3779B1u) * 0x85EBCA6Bu ^ a >> 15; }

// Of bytes (FNV-1a).
constexpr std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 0x811C9DC5u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return hash;
}

}  // namespace qogam::words
