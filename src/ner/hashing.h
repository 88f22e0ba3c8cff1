// Hashes of features: the same on every machine, as weights rest on them.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/hash.h"

namespace qogam::ner {

// Of a number (the finalizer of MurmurHash3); never 0, which stands for "no feature".
constexpr std::uint32_t mixed(std::uint64_t key) {
  key ^= key >> 33;
  key *= 0xFF51AFD7ED558CCDull;
  key ^= key >> 33;
  key *= 0xC4CEB9FE1A85EC53ull;
  const auto hash = static_cast<std::uint32_t>(key >> 32);
  return hash == 0 ? 1 : hash;
}

// Of a kind of feature with what it says.
constexpr std::uint32_t feature_hash(std::uint32_t kind, std::uint32_t value) { return mixed(std::uint64_t{kind} << 32 | value); }
constexpr std::uint32_t joined(std::uint32_t a, std::uint32_t b) { return mixed(std::uint64_t{a} << 32 | b); }

inline std::uint32_t hash_of(std::string_view text) { return mixed(text::hash_of_bytes(text)); }

}  // namespace qogam::ner
