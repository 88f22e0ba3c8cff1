// SHA-256 of bytes. Pure, safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace qogam::text {

// The 64 lower-case hex digits of SHA-256 (FIPS 180-4, by OpenSSL) of `bytes`.
// Throws std::runtime_error where OpenSSL refuses, which it does only without memory.
std::string sha256_hex(std::string_view bytes);

}  // namespace qogam::text
