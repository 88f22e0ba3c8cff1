// Rules for names: persons, parties, titles, bodies.
#include "learn/names.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace qogam::learn {
namespace {

// Letters that stay of a word when its ending is cut; enough to join the cases of one noun.
constexpr std::size_t kStem = 5;
constexpr double kHalf = 0.5;

constexpr std::string_view kOpening[] = {"«", "“", "„", "\""};
constexpr std::string_view kClosing[] = {"»", "”", "“", "\""};

bool is_initial(const std::string& word) { return first_letters(word, 1).size() == word.size(); }

bool agree(const std::string& a, const std::string& b) {
  return a == b || ((is_initial(a) || is_initial(b)) && first_letters(a, 1) == first_letters(b, 1));
}

// From the first opening mark to the last closing one, or nothing.
std::string_view quoted_part(std::string_view name) {
  std::size_t begin = std::string_view::npos, end = std::string_view::npos;
  for (std::string_view mark : kOpening)
    if (const std::size_t at = name.find(mark); at != name.npos)
      begin = std::min(begin, at + mark.size());
  for (std::string_view mark : kClosing)
    if (const std::size_t at = name.rfind(mark); at != name.npos)
      end = end == name.npos ? at : std::max(end, at);
  return begin < end && end != name.npos ? name.substr(begin, end - begin) : std::string_view();
}

std::vector<std::vector<std::string>> titles_of(const Wording& wording, std::string_view name) {
  std::vector<std::vector<std::string>> out{wording.name_words(name)};
  if (const std::string_view inside = quoted_part(name); !inside.empty())
    out.push_back(wording.name_words(inside));
  for (auto& title : out) std::sort(title.begin(), title.end());
  return out;
}

std::set<std::string> stems(const Wording& wording, std::string_view name) {
  std::set<std::string> out;
  for (const std::string& word : wording.name_words(name))
    out.insert(std::string(first_letters(word, kStem)));
  return out;
}

}  // namespace

bool same_person(const Wording& wording, std::string_view a, std::string_view b) {
  std::vector<std::string> shorter = wording.words(a), longer = wording.words(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  const auto has_whole = [](const std::vector<std::string>& words, const std::string& word) {
    return !is_initial(word) && std::find(words.begin(), words.end(), word) != words.end();
  };
  const bool common = std::any_of(shorter.begin(), shorter.end(), [&](const std::string& word) { return has_whole(longer, word); });
  // The initial of "A. Akhmetov" is not that of the surname which both have.
  return common && std::all_of(shorter.begin(), shorter.end(), [&](const std::string& word) {
           return std::any_of(longer.begin(), longer.end(), [&](const std::string& other) {
             return word == other || (agree(word, other) && !has_whole(shorter, other) && !has_whole(longer, word));
           });
         });
}

bool same_party(const Wording& wording, std::string_view a, std::string_view b) {
  return same_person(wording, a, b) || wording.overlap(a, b) >= kHalf;
}

bool same_title(const Wording& wording, std::string_view a, std::string_view b) {
  const auto left = titles_of(wording, a), right = titles_of(wording, b);
  return std::any_of(left.begin(), left.end(), [&](const auto& title) {
    return !title.empty() && std::find(right.begin(), right.end(), title) != right.end();
  });
}

bool same_body(const Wording& wording, std::string_view a, std::string_view b) {
  const std::set<std::string> of_a = stems(wording, a), of_b = stems(wording, b);
  const auto& shorter = of_a.size() <= of_b.size() ? of_a : of_b;
  const auto& longer = of_a.size() <= of_b.size() ? of_b : of_a;
  return !shorter.empty() && 2 * shorter.size() >= longer.size() &&
         std::includes(longer.begin(), longer.end(), shorter.begin(), shorter.end());
}

}  // namespace qogam::learn
