// Which of many strings stand in a text, in one pass.
#pragma once

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
  // `cue` is not empty.
  void add(std::string cue, std::uint32_t number);

  // The numbers of all cues that `text` holds, sorted, each once. Reads the text once; letter case
  // counts.
  std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  struct Cue {
    std::string text;
    std::uint32_t number;
  };
  static constexpr std::size_t kKey = 4;  // bytes: two Cyrillic letters

  // By their first bytes, kKey at most, as a number.
  std::unordered_map<std::uint32_t, std::vector<Cue>> cues_;
  std::bitset<kKey + 1> lengths_;  // of the keys
  std::bitset<1u << 16> begins_;   // the two bytes that some cue may begin with
};

}  // namespace qogam::clean
