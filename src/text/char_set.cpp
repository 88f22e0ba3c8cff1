// Sets of code points, by ICU's property tables.
#include "text/char_set.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "text/case_folds.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

constexpr char32_t kLargestFolded = 0x1000;  // of a range whose letters are folded one by one

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

// Asked once, as many sets want it.
const std::array<std::uint8_t, 0x800>& low_categories() {
  static const auto categories = [] {
    std::array<std::uint8_t, 0x800> all{};
    for (char32_t c = 0; c < all.size(); ++c) all[c] = static_cast<std::uint8_t>(u_charType(icu(c)));
    return all;
  }();
  return categories;
}

}  // namespace

bool CharSet::Test::holds(char32_t c) const {
  if (property >= 0) return (u_hasBinaryProperty(icu(c), static_cast<UProperty>(property)) != 0) != opposite;
  const unsigned category = c < kLow ? low_categories()[c] : static_cast<unsigned>(u_charType(icu(c)));
  return ((categories >> category & 1) != 0) != opposite;
}

void CharSet::add(char32_t first, char32_t last) {
  for (char32_t c = first; folded_ && c <= last && c - first < kLargestFolded; ++c) {
    const char32_t folded = case_folds().fold(c);
    if (folded < kLow)
      low_.set(folded);
    else if (folded != c)
      ranges_.emplace_back(folded, folded);
  }
  for (char32_t c = first; !folded_ && c <= last && c < kLow; ++c) low_.set(c);
  if (last >= kLow) ranges_.emplace_back(std::max(first, kLow), last);
}

void CharSet::add(const Test& test) {
  for (char32_t c = 0; c < kLow; ++c) {
    if (!test.holds(c)) continue;
    const char32_t folded = folded_ ? case_folds().fold(c) : c;
    if (folded < kLow) low_.set(folded);
  }
  tests_.push_back(test);
}

bool CharSet::add_class(char name) {
  const bool opposite = name < 'a';
  switch (name) {
    case 'd':
    case 'D':
      add({U_GC_ND_MASK, -1, opposite});
      return true;
    case 's':
    case 'S':
      add({0, UCHAR_WHITE_SPACE, opposite});
      return true;
    case 'w':
      add({0, UCHAR_ALPHABETIC, false});
      add({U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK, -1, false});
      add(0x200C, 0x200D);
      return true;
    default:
      return false;
  }
}

bool CharSet::add_property(std::string_view name, bool opposite) {
  const std::string property(name);
  const std::int32_t categories = u_getPropertyValueEnum(UCHAR_GENERAL_CATEGORY_MASK, property.c_str());
  if (categories != UCHAR_INVALID_CODE) {
    add({static_cast<std::uint32_t>(categories), -1, opposite});
    return true;
  }
  const UProperty binary = u_getPropertyEnum(property.c_str());
  if (binary < UCHAR_BINARY_START || binary >= UCHAR_BINARY_LIMIT) return false;
  add({0, binary, opposite});
  return true;
}

void CharSet::invert() {
  inverted_ = !inverted_;
  low_.flip();
}

void CharSet::add_low(const CharSet& other) {
  if (folded_ == other.folded_) {
    low_ |= other.low_;
  } else {
    for (char32_t c = 0; c < kLow; ++c)
      if (const char32_t folded = other.low_[c] ? case_folds().fold(c) : kLow; folded < kLow) low_.set(folded);
  }
}

bool CharSet::holds_rare(char32_t c) const {
  for (const auto& [first, last] : ranges_)
    if (first <= c && c <= last) return true;
  return std::any_of(tests_.begin(), tests_.end(), [&](const Test& test) {
    return test.holds(c) || (folded_ && (test.holds(to_upper(c)) || test.holds(to_lower(c))));
  });
}

bool CharSet::contains_rare(char32_t c) const { return holds_rare(c) != inverted_; }

bool is_word_part(char32_t c) {
  constexpr std::uint32_t kOthers = U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK;
  return u_isUAlphabetic(icu(c)) || (U_GET_GC_MASK(icu(c)) & kOthers) != 0 || c == 0x200C || c == 0x200D;
}

bool is_mark(char32_t c) { return u_hasBinaryProperty(icu(c), UCHAR_GRAPHEME_EXTEND) || u_charType(icu(c)) == U_FORMAT_CHAR; }

}  // namespace qogam::text
