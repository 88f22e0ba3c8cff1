// Words and their overlap, without any word of a language.
#include "learn/wording.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace qogam::learn {
namespace {

// How far from the start of a prediction the start of a gold quote may stand.
constexpr std::size_t kStartWindow = 60;

// Letters, digits, marks (a combining breve is part of its letter): all but blanks and signs.
bool belongs_to_word(char32_t c) {
  return text::is_letter(c) || text::is_digit(c) || (c >= 0x300 && c <= 0x36F);
}

bool stands_in(const std::string& whole, const std::string& part) {
  return !part.empty() && (" " + whole + " ").find(" " + part + " ") != std::string::npos;
}

}  // namespace

std::string fold_case(std::string_view text) {
  static const text::FoldTable table;
  return table.fold(text);
}

std::string_view first_letters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) text::decode_at(text, at);
  return text.substr(0, at);
}

Wording::Wording(Fold fold, const std::vector<std::string>& legal_forms) : fold_(std::move(fold)) {
  for (const std::string& form : legal_forms)
    for (std::string& word : words(form)) legal_forms_.push_back(std::move(word));
}

std::vector<std::string> Wording::words(std::string_view text) const {
  const std::string folded = fold_(text);
  std::vector<std::string> out;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const bool belongs = belongs_to_word(text::decode_at(folded, at));
    if (belongs && !inside) out.emplace_back();
    if (belongs) out.back().append(folded, begin, at - begin);
    inside = belongs;
  }
  return out;
}

std::vector<std::string> Wording::name_words(std::string_view name) const {
  const std::vector<std::string> all = words(name);
  std::vector<std::string> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const std::string& word) {
    return std::find(legal_forms_.begin(), legal_forms_.end(), word) == legal_forms_.end();
  });
  return out.empty() ? all : out;
}

std::string Wording::plain(std::string_view text) const {
  std::string out;
  for (const std::string& word : words(text)) out += out.empty() ? word : " " + word;
  return out;
}

double Wording::overlap(std::string_view a, std::string_view b) const {
  const std::vector<std::string> left = words(a);
  std::vector<std::string> rest = words(b);
  if (left.empty() || rest.empty()) return 0;
  const std::size_t both = left.size() + rest.size();
  std::size_t common = 0;
  for (const std::string& word : left) {
    const auto found = std::find(rest.begin(), rest.end(), word);
    if (found == rest.end()) continue;
    rest.erase(found);
    ++common;
  }
  return static_cast<double>(common) / static_cast<double>(both - common);
}

bool Wording::holds(std::string_view whole, std::string_view part) const {
  return stands_in(plain(whole), plain(part));
}

bool Wording::same_start(std::string_view gold, std::string_view other, std::size_t size) const {
  const std::string all = plain(gold), rest = plain(other);
  const std::string_view start = first_letters(all, size);
  if (start.empty()) return false;
  // A whole short quote stands by chance inside many a sentence; only a long start may be off.
  if (start.size() == all.size()) return std::string_view(rest).starts_with(start);
  return first_letters(rest, kStartWindow).find(start) != std::string_view::npos;
}

}  // namespace qogam::learn
