// Code pages of one byte a character, as tables.
#pragma once

#include <array>

namespace qogam::text {

// The character of each byte; bytes without one give the control character of that number.
using BytePage = std::array<char32_t, 256>;

const BytePage& windows_1251();
const BytePage& windows_1252();

// The byte of a character in the page, or -1. O(1) for ASCII, else O(256).
int byte_of(const BytePage& page, char32_t c);

}  // namespace qogam::text
