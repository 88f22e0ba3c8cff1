// Comparing names.
#include "link/names.h"

#include <algorithm>

#include "text/split.h"
#include "text/utf8.h"

namespace qogam::link {
namespace {

bool like(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (is_initial(a)) return b.starts_with(a);
  return is_initial(b) && a.starts_with(b);
}

bool is_of_word(char32_t c) { return text::is_letter(c) || text::is_digit(c) || c == U'-'; }

}  // namespace

void append_name(const lang::Knowledge& knowledge, std::string_view name, std::string& to) {
  bool blank = false, any = false;  // a blank is due before the next letter; a word was appended
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = knowledge.fold(text::decode_at(name, at));
    if (c == 0) continue;
    if (!is_of_word(c)) {
      blank = any;
      continue;
    }
    if (blank) to += ' ';
    text::append_utf8(to, c);
    blank = false;
    any = true;
  }
}

bool is_initial(const std::string& word) {
  constexpr std::size_t kLongestLetter = 4;  // bytes
  return word.size() <= kLongestLetter && text::count_code_points(word) == 1;
}

std::vector<std::string> name_words(const lang::Knowledge& knowledge, std::string_view name) {
  std::string all;
  append_name(knowledge, name, all);
  std::vector<std::string> words;
  for (const std::string_view word : text::split(all, ' '))
    if (!word.empty()) words.emplace_back(word);
  return words;
}

bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto& shorter = a.size() <= b.size() ? a : b;
  const auto& longer = a.size() <= b.size() ? b : a;
  const auto has_whole = [](const std::vector<std::string>& words, const std::string& w) { return !is_initial(w) && std::ranges::find(words, w) != words.end(); };
  // "Aigul Serikovna" and "A. S. Akhmetova": the initials of both names agree, in order.
  if (std::ranges::none_of(shorter, [&](const std::string& w) { return has_whole(longer, w); }))
    return shorter.size() == 2 && longer.size() == 3 && !is_initial(shorter[0]) && !is_initial(shorter[1]) && is_initial(longer[0]) && is_initial(longer[1]) &&
           like(shorter[0], longer[0]) && like(shorter[1], longer[1]);
  // The initial of "A. Akhmetov" is not that of the surname which both have.
  return std::ranges::all_of(shorter, [&](const std::string& w) {
    return std::ranges::any_of(longer, [&](const std::string& v) { return w == v || (like(w, v) && !has_whole(shorter, v) && !has_whole(longer, w)); });
  });
}

int completeness(const std::vector<std::string>& words) {
  int sum = 0;
  for (const std::string& w : words) sum += is_initial(w) ? 1 : 4;
  return sum;
}

}  // namespace qogam::link
