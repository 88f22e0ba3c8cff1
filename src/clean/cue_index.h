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
  void add(std::string cue, std::uint32_t number);

  // The numbers of all cues that `text` holds, sorted, each once. Reads the text once; both must
  // have the same letter case.
  std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  struct Cue {
    std::string text;
    std::uint32_t number;
  };
  static constexpr std::size_t kKey = 4;  // bytes: two Cyrillic letters

  void find_at(std::string_view rest, std::size_t key, std::vector<std::uint32_t>& found) const;

  std::unordered_map<std::string_view, std::vector<Cue>> by_key_;
  std::vector<std::string> keys_;      // owned by nobody else: by_key_ views them
  std::bitset<1u << 12> begins_;       // hashes of the first two bytes of all cues
};

}  // namespace qogam::clean
