// What letters.h tells of frequent code points, for loops over whole texts.
#pragma once

#include <array>
#include <cstdint>

#include "text/letters.h"

namespace qogam::text {

namespace kind {
inline constexpr std::uint8_t letter = 1, upper = 2, lower = 4, digit = 8, space = 16, latin = 32, cyrillic = 64;
}  // namespace kind

// Latin, Greek and Cyrillic with the Kazakh letters, one or two bytes of UTF-8, stand in a table, and so do dashes,
// quotes and signs such as U+2116; others are asked of ICU. Immutable; safe from any thread.
class LetterTable {
 public:
  LetterTable();

  // Bits of `kind`.
  std::uint8_t kinds(char32_t c) const {
    if (c < kLetters) return kinds_[c];
    return c - kFirstSign < kSigns ? kinds_[kLetters + (c - kFirstSign)] : kinds_of_rare(c);
  }
  char32_t lower(char32_t c) const { return c < kLetters ? lower_[c] : lower_of_rare(c); }

 private:
  static constexpr char32_t kLetters = 0x800, kFirstSign = 0x2000, kSigns = 0x200;

  static std::uint8_t kinds_of_rare(char32_t c);
  static char32_t lower_of_rare(char32_t c);

  std::array<std::uint8_t, kLetters + kSigns> kinds_{};
  std::array<std::uint16_t, kLetters> lower_{};
};

// Made once.
const LetterTable& letter_table();

}  // namespace qogam::text
