// Which of many strings stand in a text, in one pass.
#include "clean/cue_index.h"

#include <algorithm>
#include <bit>

#include "text/letter_table.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

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

std::uint8_t CueIndex::number_letter(char32_t c) {
  if (const std::uint8_t known = letter_of(c); known != 0) return known;
  // Letters beyond the last number share it: their cues are reported more often than they are there.
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

// A cue of three letters or more, before it has its place. Its key has the length of the key in front.
struct CueIndex::Long {
  std::uint64_t key;
  std::string letters;
  std::uint32_t number;
};

CueIndex::CueIndex(const Cues& cues) {
  std::vector<Long> longer;
  for (const auto& [cue, number] : cues) add(cue, number, longer);
  fill_slots(std::move(longer));
}

void CueIndex::add(const std::string& cue, std::uint32_t number, std::vector<Long>& longer) {
  std::u32string letters;
  for (std::size_t at = 0; at < cue.size();) letters += text::decode_at(cue, at);
  if (letters.size() == 1) return single_.emplace_back(number_letter(letters[0]), number), void();
  if (letters.size() == 2) return add_pair(number_letter(letters[0]), number_letter(letters[1]), number);
  std::string numbers;
  for (const char32_t c : letters) numbers += static_cast<char>(number_letter(c));
  const std::size_t length = letters.size() < kLongKey ? kShortKey : kLongKey;
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < length; ++i) key = key << kLetterBits | static_cast<unsigned char>(numbers[i]);
  if (length == kShortKey)
    short_.set(hashed(key) >> (64 - kShortBits));
  else
    long_.set(hashed(key) >> (64 - kLongBits));
  longer.push_back({key | std::uint64_t{length} << 56, std::move(numbers), number});
}

void CueIndex::add_pair(std::uint8_t first, std::uint8_t second, std::uint32_t number) {
  // Letters beyond the last number share it: these pairs are reported more often than they are there.
  const auto numbered = [](std::uint8_t& letter, std::uint8_t& count) {
    if (letter == 0) letter = count = static_cast<std::uint8_t>(std::min<std::size_t>(count + 1u, kMostInPairs - 1));
    return std::size_t{letter};
  };
  const std::size_t begin = numbered(first_[first], firsts_), end = numbered(second_[second], seconds_);
  std::uint8_t& pair = pairs_[begin * kMostInPairs + end];
  if (pair == 0) pair = ++pair_count_;
  double_.emplace_back(pair, number);
}

void CueIndex::fill_slots(std::vector<Long> longer) {
  const auto by_tag = [](const Long& a, const Long& b) { return std::pair(tag_of(a.key), a.key) < std::pair(tag_of(b.key), b.key); };
  std::stable_sort(longer.begin(), longer.end(), by_tag);
  std::size_t keys = 1;
  for (std::size_t i = 1; i < longer.size(); ++i) keys += longer[i].key != longer[i - 1].key;
  slots_.resize(std::bit_ceil(keys * 2));
  for (const Long& cue : longer) {
    const auto place = static_cast<std::uint32_t>(cues_.size());
    cues_.push_back({static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(cue.letters.size()), cue.number});
    texts_ += cue.letters;
    Slot& slot = slots_[slot_of(cue.key)];
    if (slot.tag == 0) slot = {tag_of(cue.key), place, place};
    slot.last = place + 1;
  }
}

// Of the key or, where there is none, an empty one.
std::size_t CueIndex::slot_of(std::uint64_t key) const {
  const std::uint32_t tag = tag_of(key);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = tag >> 1 & mask;
  while (slots_[at].tag != 0 && slots_[at].tag != tag) at = (at + 1) & mask;
  return at;
}

// Whether the text at `at` goes on with the cue, whatever its case.
bool CueIndex::stands_at(const Cue& cue, std::string_view text, std::size_t at) const {
  for (std::uint32_t i = 0; i < cue.size; ++i)
    if (at >= text.size() || letter_of(text::decode_at(text, at)) != static_cast<unsigned char>(texts_[cue.begin + i])) return false;
  return true;
}

std::vector<std::uint32_t> CueIndex::find(std::string_view text) const {
  std::vector<std::uint32_t> found;
  std::array<bool, 1u << kLetterBits> seen{}, seen_pairs{};
  std::uint64_t letters = 0;  // the last ones, by number
  std::size_t pair = 0;       // of the letter before with any other
  for (std::size_t at = 0; at < text.size();) {
    const std::uint8_t letter = letter_of(text::decode_at(text, at));
    seen[letter] = true;
    seen_pairs[pairs_[pair + second_[letter]]] = true;
    pair = first_[letter] * kMostInPairs;
    letters = letters << kLetterBits | letter;
    // Without branches, as each of these is hard to foretell but both together are not.
    if (int{may_be_short(last_letters(letters, kShortKey))} | int{may_be_long(last_letters(letters, kLongKey))}) look_up(text, at, letters, found);
  }
  for (const auto& [letter, number] : single_)
    if (seen[letter]) found.push_back(number);
  for (const auto& [both, number] : double_)
    if (seen_pairs[both]) found.push_back(number);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// At `end`, which `letters` stand before.
void CueIndex::look_up(std::string_view text, std::size_t end, std::uint64_t letters, std::vector<std::uint32_t>& found) const {
  for (const std::size_t length : {kShortKey, kLongKey}) {
    const std::uint64_t key = last_letters(letters, length);
    if (length == kShortKey ? !may_be_short(key) : !may_be_long(key)) continue;
    const Slot& slot = slots_[slot_of(key | std::uint64_t{length} << 56)];
    if (slot.tag == 0) continue;
    const std::size_t begin = end - text::last_letters(text.substr(0, end), length).size();
    for (std::size_t i = slot.first; i < slot.last; ++i)
      if (stands_at(cues_[i], text, begin)) found.push_back(cues_[i].number);
  }
}

}  // namespace qogam::clean
