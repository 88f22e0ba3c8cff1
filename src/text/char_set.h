// Sets of code points for regular expressions.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace qogam::text {

// Latin, Greek and Cyrillic with the Kazakh letters, which are one or two bytes of UTF-8, are looked up in
// bits; all else is compared. With `folded` the set is asked for folded code points, and holds those of which
// it was given any case. Once built it is immutable.
class CharSet {
 public:
  explicit CharSet(bool folded) : folded_(folded) {}

  bool folded() const { return folded_; }
  bool contains(char32_t c) const { return c < kLow ? low_[c] : contains_rare(c); }

  void add(char32_t first, char32_t last);
  // \d, \s, \w, \D or \S; false for any other name.
  bool add_class(char name);
  // Of \p{name}: a general category or a property of Unicode that is true or false; false where there is none.
  bool add_property(std::string_view name, bool opposite);
  void invert();

  // Adds what of `other` is below kLow to this one, as folded code points.
  void add_low(const CharSet& other);

 private:
  static constexpr char32_t kLow = 0x800;

  // A test of Unicode's: one of the categories of `categories`, or a binary property.
  struct Test {
    std::uint32_t categories = 0;
    int property = -1;
    bool opposite = false;

    bool holds(char32_t c) const;
  };

  bool contains_rare(char32_t c) const;
  bool holds_rare(char32_t c) const;
  void add(const Test& test);

  bool folded_, inverted_ = false;
  std::bitset<kLow> low_;
  std::vector<std::pair<char32_t, char32_t>> ranges_;  // from kLow on
  std::vector<Test> tests_;
};

// As \b sees it: a letter, digit, mark or low line; and what it looks through.
bool is_word_part(char32_t c);
bool is_mark(char32_t c);

}  // namespace qogam::text
