// Which of many strings stand in a text, in one pass.
#include "clean/cue_index.h"

#include <algorithm>
#include <bit>

#include "text/letter_table.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

// Whether the text at `at` goes on with `cue`, whatever its case.
bool stands_at(std::u32string_view cue, std::string_view text, std::size_t at, const text::LetterTable& table) {
  for (const char32_t c : cue)
    if (at >= text.size() || table.lower(text::decode_at(text, at)) != c) return false;
  return true;
}

}  // namespace

void CueIndex::add(const std::string& cue, std::uint32_t number) {
  std::u32string letters;
  for (std::size_t at = 0; at < cue.size();) letters += text::decode_at(cue, at);
  const std::size_t size = std::min(letters.size(), kKey);
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < size; ++i) key = key << kLetterBits | letter_of(letters[i]);
  const auto length = static_cast<std::uint8_t>(1u << (size - 1));
  last_[letter_of(letters[size - 1])] |= length;
  for (std::uint32_t c = 0; c < kLetters; ++c)
    if (size == 1 || c == letter_of(letters[size - 2])) before_[c] |= length;
  keys_[size - 1].filter.set(filter_of(key));
  keys_[size - 1].cues[key].push_back({std::move(letters), number});
}

std::vector<std::uint32_t> CueIndex::find(std::string_view text) const {
  constexpr std::size_t kPlaces = std::bit_ceil(kKey);
  const text::LetterTable& table = text::letter_table();
  std::vector<std::uint32_t> found;
  std::array<std::size_t, kPlaces> begins{};  // of the last letters
  std::uint64_t letters = 0;
  std::uint32_t before = 0;
  for (std::size_t at = 0, count = 0; at < text.size(); ++count) {
    begins[count % kPlaces] = at;
    const std::uint32_t letter = letter_of(table.lower(text::decode_at(text, at)));
    letters = letters << kLetterBits | letter;
    for (unsigned lengths = last_[letter] & before_[before]; lengths != 0; lengths &= lengths - 1) {
      const auto length = static_cast<std::size_t>(std::countr_zero(lengths));
      const std::uint64_t key = key_of(letters, length + 1);
      if (!keys_[length].filter[filter_of(key)] || length > count) continue;
      const auto cues = keys_[length].cues.find(key);
      if (cues == keys_[length].cues.end()) continue;
      const std::size_t begin = begins[(count - length) % kPlaces];
      for (const Cue& cue : cues->second)
        if (stands_at(cue.text, text, begin, table)) found.push_back(cue.number);
    }
    before = letter;
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace qogam::clean
