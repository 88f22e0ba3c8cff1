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

// Strings, each with a number to report. Immutable; find() is safe from any thread. What is read at every letter is kept
// to a few kilobytes, as other stages empty the processor's caches between two documents.
class CueIndex {
 public:
  using Cues = std::vector<std::pair<std::string, std::uint32_t>>;

  CueIndex() : CueIndex(Cues{}) {}
  // Cues are lower-case and not empty.
  explicit CueIndex(const Cues& cues);

  // The numbers of all cues that `text` holds in any letter case, sorted, each once. Reads the text once.
  std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  static constexpr unsigned kLetterBits = 8;
  // The code points of cues are numbered; these stand in tables, all others in a map.
  static constexpr char32_t kFrequent = 0x800, kFirstSign = 0x2000, kSigns = 0x200;
  // A cue of three letters or more is looked up by its first three or, where it has them, five.
  static constexpr std::size_t kShortKey = 3, kLongKey = 5;
  static constexpr unsigned kShortBits = 13, kLongBits = 16;  // of the filters
  static constexpr std::size_t kMostInPairs = 64;             // letters

  struct Cue {
    std::uint32_t begin;  // of its letters, by their numbers, in texts_
    std::uint32_t size;
    std::uint32_t number;
  };
  // Of a key: the cues that begin with it. Another key of the same tag may share them, which are compared anyway.
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t first = 0, last = 0;
  };
  struct Long;

  static constexpr std::uint64_t last_letters(std::uint64_t letters, std::size_t length) { return letters & ((std::uint64_t{1} << kLetterBits * length) - 1); }
  static constexpr std::uint64_t hashed(std::uint64_t key) { return key * 0x9E3779B97F4A7C15ull; }
  static constexpr std::uint32_t tag_of(std::uint64_t key) { return static_cast<std::uint32_t>(hashed(key) >> 32) | 1; }  // not 0

  std::uint8_t number_letter(char32_t c);
  void note_letter(char32_t c, std::uint8_t number);
  // 0 where no cue has the letter.
  std::uint8_t letter_of(char32_t c) const {
    if (c < kFrequent) return frequent_[c];
    return c - kFirstSign < kSigns ? signs_[c - kFirstSign] : rare_letter(c);
  }
  std::uint8_t rare_letter(char32_t c) const;

  void add(const std::string& cue, std::uint32_t number, std::vector<Long>& longer);
  void add_pair(std::uint8_t first, std::uint8_t second, std::uint32_t number);
  void fill_slots(std::vector<Long> longer);
  std::size_t slot_of(std::uint64_t key) const;
  bool stands_at(const Cue& cue, std::string_view text, std::size_t at) const;

  bool may_be_short(std::uint64_t key) const { return short_[hashed(key) >> (64 - kShortBits)]; }
  bool may_be_long(std::uint64_t key) const { return long_[hashed(key) >> (64 - kLongBits)]; }
  void look_up(std::string_view text, std::size_t end, std::uint64_t letters, std::vector<std::uint32_t>& found) const;

  std::array<std::uint8_t, kFrequent> frequent_{};  // by either case
  std::array<std::uint8_t, kSigns> signs_{};
  std::unordered_map<char32_t, std::uint8_t> rare_;
  std::uint32_t letters_ = 0;
  // Nearly every place in a text is done with when no bit is set for its letters.
  std::bitset<1u << kShortBits> short_;
  std::bitset<1u << kLongBits> long_;
  // Cues of one letter or two are frequent in any text, so that what is seen of them is noted by number.
  std::vector<std::pair<std::uint8_t, std::uint32_t>> single_, double_;
  // The letters that pairs begin and end with, numbered, and the number of the pair of two of them; 0: none.
  std::array<std::uint8_t, 1u << kLetterBits> first_{}, second_{};
  std::array<std::uint8_t, kMostInPairs * kMostInPairs> pairs_{};
  std::uint8_t firsts_ = 0, seconds_ = 0, pair_count_ = 0;
  std::vector<Cue> cues_;    // longer ones, by key
  std::string texts_;
  std::vector<Slot> slots_;  // of keys, open addressing
};

}  // namespace qogam::clean
