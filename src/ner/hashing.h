// Hashes of features: the same on every machine, as weights rest on them.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/hash.h"

namespace qogam::ner {

// Of a number; never 0, which stands for "no feature".
constexpr std::uint32_t mixed(std::uint64_t key) {
  const std::uint32_t hash = text::hash_of_number(key);
  return hash == 0 ? 1 : hash;
}

// Of a kind of feature with what it says.
constexpr std::uint32_t feature_hash(std::uint32_t kind, std::uint32_t value) { return mixed(std::uint64_t{kind} << 32 | value); }
constexpr std::uint32_t joined(std::uint32_t a, std::uint32_t b) { return mixed(std::uint64_t{a} << 32 | b); }

inline std::uint32_t hash_of(std::string_view text) { return mixed(text::hash_of_bytes(text)); }

}  // namespace qogam::ner
