// Which of many strings stand in a text, in one pass.
#include "clean/cue_index.h"

#include <algorithm>

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

// Letters of the tables that lower case changes, with what it makes of them.
const std::vector<std::pair<char32_t, char32_t>>& capitals() {
  static const auto all = [] {
    std::vector<std::pair<char32_t, char32_t>> pairs;
    const text::LetterTable& table = text::letter_table();
    for (char32_t c = 0; c < 0x2200; c = c == 0x7FF ? 0x2000 : c + 1)
      if (table.lower(c) != c) pairs.emplace_back(c, table.lower(c));
    return pairs;
  }();
  return all;
}

}  // namespace

// How far a text was read: the letters that end there, and where they begin.
struct CueIndex::Place {
  static constexpr std::size_t kBegins = 8;

  std::string_view text;
  std::uint64_t letters = 0;
  std::size_t count = 0;  // of letters read
  std::array<std::size_t, kBegins> begins{};
};

std::uint8_t CueIndex::number_letter(char32_t c) {
  if (const std::uint8_t known = letter_of(c); known != 0) return known;
  // Letters beyond the last number share it: their cues are compared more often than need be.
  letters_ = std::min<std::uint32_t>(letters_ + 1, (1u << kLetterBits) - 1);
  const auto number = static_cast<std::uint8_t>(letters_);
  note_letter(c, number);
  for (const auto& [capital, small] : capitals())
    if (small == c) note_letter(capital, number);
  return number;
}

void CueIndex::note_letter(char32_t c, std::uint8_t number) {
  if (c < kFrequent)
    frequent_[c] = number;
  else if (c - kFirstSign < kSigns)
    signs_[c - kFirstSign] = number;
  else
    rare_[c] = number;
}

std::uint8_t CueIndex::rare_letter(char32_t c) const {
  const auto found = rare_.find(text::letter_table().lower(c));
  return found == rare_.end() ? 0 : found->second;
}

void CueIndex::add(const std::string& cue, std::uint32_t number) {
  std::u32string letters;
  for (std::size_t at = 0; at < cue.size();) letters += text::decode_at(cue, at);
  std::uint64_t key = 0;
  std::size_t length = kLengths.size();
  while (length > 0 && kLengths[length - 1] > letters.size()) --length;
  if (letters.size() == 1) return single_.emplace_back(number_letter(letters[0]), number), void();
  if (length == 0) return add_pair(number_letter(letters[0]), number_letter(letters[1]), number);
  Keys& keys = keys_[length - 1];
  for (std::size_t i = 0; i < kLengths[length - 1]; ++i) key = key << kLetterBits | number_letter(letters[i]);
  keys.filter.set(filter_of(key));
  keys.cues[key].push_back({std::move(letters), number});
}

void CueIndex::add_pair(std::uint8_t first, std::uint8_t second, std::uint32_t number) {
  std::uint8_t& pair = pairs_[std::size_t{first} << kLetterBits | second];
  if (pair == 0) pair = ++pair_count_;
  double_.emplace_back(pair, number);
}

std::vector<std::uint32_t> CueIndex::find(std::string_view text) const {
  std::vector<std::uint32_t> found;
  std::array<bool, 1u << kLetterBits> seen{}, seen_pairs{};
  Place place{text};
  for (std::size_t at = 0; at < text.size();) {
    place.begins[place.count++ % Place::kBegins] = at;
    const std::uint8_t letter = letter_of(text::decode_at(text, at));
    seen[letter] = true;
    place.letters = place.letters << kLetterBits | letter;
    seen_pairs[pairs_[key_of(place.letters, 2)]] = true;
    // Without branches, as each of these is hard to foretell but both together are not.
    if (may_end_key<0>(place.letters) | may_end_key<1>(place.letters)) look_up(place, found);
  }
  for (const auto& [letter, number] : single_)
    if (seen[letter]) found.push_back(number);
  for (const auto& [pair, number] : double_)
    if (seen_pairs[pair]) found.push_back(number);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void CueIndex::look_up(const Place& place, std::vector<std::uint32_t>& found) const {
  for (std::size_t i = 0; i < kLengths.size(); ++i) {
    const std::uint64_t key = key_of(place.letters, kLengths[i]);
    if (kLengths[i] > place.count || !keys_[i].filter[filter_of(key)]) continue;
    const auto cues = keys_[i].cues.find(key);
    if (cues == keys_[i].cues.end()) continue;
    const std::size_t begin = place.begins[(place.count - kLengths[i]) % Place::kBegins];
    for (const Cue& cue : cues->second)
      if (stands_at(cue.text, place.text, begin, text::letter_table())) found.push_back(cue.number);
  }
}

}  // namespace qogam::clean
