// Keys of names.
#include "link/people_index.h"

#include <algorithm>

#include "link/names.h"
#include "text/utf8.h"

namespace qogam::link {
namespace {

constexpr std::size_t kFew = 40;  // people who are sooner compared than looked up

// What a word is in a key. `start`: the first letter of any word, which an initial may stand for.
enum Kind : char { alone = 'a', word = 'w', whole = 'f', initial = 'i', start = 's', two_words = '2', two_initials = '3' };

std::string_view letter(const std::string& text) {
  std::size_t at = 0;
  text::decode_at(text, at);
  return std::string_view(text).substr(0, at);
}

std::string key(Kind kind, std::string_view one, std::string_view other = {}) {
  std::string result(1, kind);
  result.append(one).append(1, ' ').append(other);
  return result;
}

// Whether a name says no more than its first word.
bool repeats_itself(const PeopleIndex::Words& words) {
  return std::ranges::all_of(words, [&](const std::string& w) { return w == words.front(); });
}

// "Aigul Serikovna" and "A. S. Akhmetova" share no word, but the initials of the first two. Which of both a name is, if any.
std::optional<Kind> with_patronymic(const PeopleIndex::Words& words) {
  if (words.size() == 2 && !is_initial(words[0]) && !is_initial(words[1])) return two_words;
  if (words.size() == 3 && is_initial(words[0]) && is_initial(words[1])) return two_initials;
  return std::nullopt;
}

}  // namespace

void PeopleIndex::add(const Words& words) { people_.push_back(&words); }

void PeopleIndex::take_in(std::size_t person) {
  const Words& words = *people_[person];
  const auto put = [&](std::string k) {
    auto& list = keys_[std::move(k)];
    if (list.empty() || list.back() != person) list.push_back(person);
  };
  for (std::size_t a = 0; a < words.size(); ++a) {
    if (is_initial(words[a])) continue;
    put(key(word, words[a]));
    put(key(start, words[a], letter(words[a])));
    if (repeats_itself(words)) put(key(alone, words[a]));
    for (std::size_t b = 0; b < words.size(); ++b) {
      if (a == b) continue;
      put(is_initial(words[b]) ? key(initial, words[a], words[b]) : key(whole, words[a], words[b]));
      put(key(start, words[a], letter(words[b])));
    }
  }
  if (const auto kind = with_patronymic(words)) put(key(*kind, letter(words[0]), letter(words[1])));
}

void PeopleIndex::look_at(const std::string& key, const Words& words, std::optional<std::size_t>& best) const {
  const auto list = keys_.find(key);
  if (list == keys_.end()) return;
  for (const std::size_t person : list->second) {
    if (best && person >= *best) return;
    if (same_person(*people_[person], words)) best = person;
  }
}

std::optional<std::size_t> PeopleIndex::find(const Words& words) {
  std::optional<std::size_t> best;
  if (people_.size() <= kFew) {
    const auto same = std::ranges::find_if(people_, [&](const Words* p) { return same_person(*p, words); });
    if (same != people_.end()) best = static_cast<std::size_t>(same - people_.begin());
    return best;
  }
  for (; taken_in_ < people_.size(); ++taken_in_) take_in(taken_in_);
  for (std::size_t a = 0; a < words.size(); ++a) {
    if (is_initial(words[a])) continue;
    look_at(key(repeats_itself(words) ? word : alone, words[a]), words, best);
    look_at(key(initial, words[a], letter(words[a])), words, best);
    for (std::size_t b = 0; b < words.size(); ++b) {
      if (a == b) continue;
      if (is_initial(words[b])) {
        look_at(key(start, words[a], letter(words[b])), words, best);
      } else {
        look_at(key(whole, words[a], words[b]), words, best);
        look_at(key(initial, words[a], letter(words[b])), words, best);
      }
    }
  }
  if (const auto kind = with_patronymic(words))
    look_at(key(*kind == two_words ? two_initials : two_words, letter(words[0]), letter(words[1])), words, best);
  return best;
}

}  // namespace qogam::link
