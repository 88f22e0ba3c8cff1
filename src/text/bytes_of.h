// Numbers as bytes, for keys of caches.
#pragma once

#include <string>
#include <type_traits>

namespace qogam::text {

// Appends a number as it lies in memory. Keys made so are for one run on one machine.
template <typename Number>
void append_bytes(std::string& key, Number n) {
  static_assert(std::is_arithmetic_v<Number>);
  key.append(reinterpret_cast<const char*>(&n), sizeof n);
}

}  // namespace qogam::text
