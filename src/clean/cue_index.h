// Which of many strings stand in a text, in one pass.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace qogam::clean {

// Strings, each with a number to report. Immutable once filled; find() is safe from any thread.
class CueIndex {
 public:
  // `cue` is lower-case and not empty. Those of two letters are 255 at most.
  void add(const std::string& cue, std::uint32_t number);

  // The numbers of all cues that `text` holds in any letter case, sorted, each once. Reads the text once.
  std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  // A cue of three letters or more is looked up by its first ones, as many of these lengths as it has.
  static constexpr std::array<std::size_t, 2> kLengths = {3, 5};
  static constexpr unsigned kLetterBits = 8, kFilterBits = 16;
  // The code points of cues are numbered; these stand in tables, all others in a map.
  static constexpr char32_t kFrequent = 0x800, kFirstSign = 0x2000, kSigns = 0x200;

  struct Cue {
    std::u32string text;
    std::uint32_t number;
  };
  // Cues of one length of keys. Nearly every place in a text is done with when no bit is set for its letters.
  struct Keys {
    std::bitset<1u << kFilterBits> filter;
    std::unordered_map<std::uint64_t, std::vector<Cue>> cues;
  };
  struct Place;

  static constexpr std::uint64_t key_of(std::uint64_t letters, std::size_t length) { return letters & ((std::uint64_t{1} << kLetterBits * length) - 1); }
  static std::uint32_t filter_of(std::uint64_t key) { return static_cast<std::uint32_t>(key * 0x9E3779B97F4A7C15ull >> (64 - kFilterBits)); }

  std::uint8_t number_letter(char32_t c);
  void note_letter(char32_t c, std::uint8_t number);
  void add_pair(std::uint8_t first, std::uint8_t second, std::uint32_t number);
  // 0 where no cue has the letter.
  std::uint8_t letter_of(char32_t c) const {
    if (c < kFrequent) return frequent_[c];
    return c - kFirstSign < kSigns ? signs_[c - kFirstSign] : rare_letter(c);
  }
  std::uint8_t rare_letter(char32_t c) const;
  template <std::size_t kLength>
  bool may_end_key(std::uint64_t letters) const {
    return keys_[kLength].filter[filter_of(key_of(letters, kLengths[kLength]))];
  }
  void look_up(const Place& place, std::vector<std::uint32_t>& found) const;

  std::array<std::uint8_t, kFrequent> frequent_{};  // by either case
  std::array<std::uint8_t, kSigns> signs_{};
  std::unordered_map<char32_t, std::uint8_t> rare_;
  std::uint32_t letters_ = 0;
  std::vector<Keys> keys_ = std::vector<Keys>(kLengths.size());
  // Cues of one letter or two are frequent in any text, so that what is seen of them is noted by number.
  std::vector<std::pair<std::uint8_t, std::uint32_t>> single_, double_;
  std::vector<std::uint8_t> pairs_ = std::vector<std::uint8_t>(1u << 2 * kLetterBits);  // the number of two letters, 0: of no cue
  std::uint8_t pair_count_ = 0;
};

}  // namespace qogam::clean
