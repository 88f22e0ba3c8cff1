// Which of many strings stand in a text, in one pass.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace qogam::clean {

// Strings, each with a number to report. Immutable once filled; find() is safe from any thread.
class CueIndex {
 public:
  // `cue` is lower-case and not empty.
  void add(const std::string& cue, std::uint32_t number);

  // The numbers of all cues that `text` holds in any letter case, sorted, each once. Reads the text once.
  std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  // Letters that a cue is looked up by, its first ones or, of a shorter cue, all of it.
  static constexpr std::size_t kKey = 5;
  // Of a key, whose letters have so many bits each; nearly every place in a text is done with when no bit is set.
  static constexpr unsigned kLetterBits = 7, kFilterBits = 15;

  struct Cue {
    std::u32string text;
    std::uint32_t number;
  };
  // Keys of one length.
  struct Keys {
    std::bitset<1u << kFilterBits> filter;
    std::unordered_map<std::uint64_t, std::vector<Cue>> cues;
  };

  static constexpr std::size_t kLetters = 1u << kLetterBits;

  static std::uint32_t letter_of(char32_t c) { return (c ^ c >> kLetterBits) & (kLetters - 1); }
  static std::uint64_t key_of(std::uint64_t letters, std::size_t length) { return letters & ((std::uint64_t{1} << kLetterBits * length) - 1); }
  static std::uint32_t filter_of(std::uint64_t key) { return static_cast<std::uint32_t>(key * 0x9E3779B97F4A7C15ull >> (64 - kFilterBits)); }

  std::vector<Keys> keys_ = std::vector<Keys>(kKey);  // of one letter, of two …
  // A bit for each length of keys of which one ends with the letter, has it before its end, or is a single letter.
  std::array<std::uint8_t, kLetters> last_{}, before_{};
};

}  // namespace qogam::clean
