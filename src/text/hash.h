// A quick hash of short byte strings, for tables in memory and in models.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace qogam::text {

// Eight bytes at a time, each multiplied and folded (in the manner of MurmurHash2 for 64 bits, Appleby). The
// same on every little-endian machine, which models are made for; of no use against an adversary.
inline std::uint64_t hash_of_bytes(std::string_view bytes) {
  constexpr std::uint64_t kPrime = 0xC6A4A7935BD1E995ull;
  const auto mix = [](std::uint64_t word) {
    word *= kPrime;
    return (word ^ word >> 47) * kPrime;
  };
  std::uint64_t hash = bytes.size() * kPrime;
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    hash = (hash ^ mix(word)) * kPrime;
  }
  if (left > 0) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, left);
    hash = (hash ^ mix(word)) * kPrime;
  }
  hash ^= hash >> 47;
  hash *= kPrime;
  return hash ^ hash >> 47;
}

// Of a number (the finalizer of MurmurHash3, Appleby), its upper half.
constexpr std::uint32_t hash_of_number(std::uint64_t key) {
  key ^= key >> 33;
  key *= 0xFF51AFD7ED558CCDull;
  key ^= key >> 33;
  key *= 0xC4CEB9FE1A85EC53ull;
  return static_cast<std::uint32_t>(key >> 32);
}

}  // namespace qogam::text
