// Names as both languages write them.
#include "registry/spelling.h"

#include <algorithm>
#include <array>

#include "model/plain_lines.h"
#include "model/source.h"
#include "text/utf8.h"

namespace qogam::registry {
namespace {

constexpr const char* kFile = "common/spelling.tsv";

std::u32string code_points(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters += text::decode_at(text, at);
  return letters;
}

std::string utf8(std::u32string_view letters) {
  std::string text;
  for (const char32_t c : letters) text::append_utf8(text, c);
  return text;
}

void longer_first(std::vector<std::string>& endings) {
  std::stable_sort(endings.begin(), endings.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::decode_at(text, at);
    if (text::is_letter(c) || text::is_digit(c)) text::append_utf8(words.back(), c);
    else if (!words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_shared_vowel(char32_t c) {
  constexpr std::array<char32_t, 7> kVowels = {0x430, 0x435, 0x438, 0x43E, 0x443, 0x44E, 0x44F};
  return std::ranges::find(kVowels, c) != kVowels.end();
}

Spelling::Spelling(std::string_view file) {
  for (const model::PlainLine& line : model::plain_lines(file)) {
    const auto parts = model::fields(line.text);
    if (parts.size() == 3 && parts[0] == "letter" && text::count_code_points(parts[1]) == 1)
      letters_[code_points(parts[1])[0]] = parts[2] == "-" ? std::u32string() : code_points(parts[2]);
    else if (parts.size() == 2 && parts[0] == "patronymic") patronymics_.push_back(parts[1]);
    else if (parts.size() == 2 && parts[0] == "adjective") adjectives_.push_back(parts[1]);
    else model::fail_line(kFile, line.number, "a line is `letter FROM TO`, `patronymic ENDING` or `adjective ENDING`, parted by TABs");
  }
  longer_first(patronymics_);
  longer_first(adjectives_);
}

std::string Spelling::shared(std::string_view folded) const {
  std::u32string out;
  for (const char32_t c : code_points(folded)) {
    const auto it = letters_.find(c);
    for (const char32_t letter : it == letters_.end() ? std::u32string(1, c) : it->second)
      if (out.empty() || out.back() != letter || text::is_digit(letter)) out += letter;
  }
  return utf8(out);
}

std::string Spelling::place(std::string_view folded) const {
  constexpr std::size_t kShortest = 3;
  for (const std::string& ending : adjectives_)
    if (folded.ends_with(ending) && text::count_code_points(folded) >= text::count_code_points(ending) + kShortest) {
      folded.remove_suffix(ending.size());
      break;
    }
  std::u32string letters = code_points(shared(folded));
  while (letters.size() > kShortest && is_shared_vowel(letters.back())) letters.pop_back();
  return utf8(letters);
}

std::string Spelling::father(std::string_view folded) const {
  for (const std::string& ending : patronymics_)
    if (folded.ends_with(ending) && text::count_code_points(folded) >= text::count_code_points(ending) + 2)
      return shared(folded.substr(0, folded.size() - ending.size()));
  return {};
}

bool nearly_equal(std::string_view a, std::string_view b) {
  if (a == b) return true;
  constexpr std::size_t kLongEnough = 6;
  const std::u32string x = code_points(a), y = code_points(b);
  if (std::min(x.size(), y.size()) < kLongEnough) return false;
  if (std::max(x.size(), y.size()) - std::min(x.size(), y.size()) > 1) return false;
  const auto [p, q] = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
  const std::size_t left_x = static_cast<std::size_t>(x.end() - p), left_y = static_cast<std::size_t>(y.end() - q);
  const std::size_t skip_x = left_x >= left_y ? 1 : 0, skip_y = left_y >= left_x ? 1 : 0;
  // The first letter and the last two tell names apart (Serikov, Serikova).
  if (p == x.begin() || left_x < 3 || left_y < 3) return false;
  return std::equal(p + static_cast<std::ptrdiff_t>(skip_x), x.end(), q + static_cast<std::ptrdiff_t>(skip_y), y.end());
}

}  // namespace qogam::registry
