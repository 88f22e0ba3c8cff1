// The parts of a person's name, and whether two names can be of one person.
#include "registry/person_name.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace qogam::registry {
namespace {

bool is_initial(std::string_view part) { return text::count_code_points(part) == 1; }

struct NameWord {
  std::string shared;
  bool known_given = false, surname_only = false;
};

// Words parted by anything but letters and hyphens.
std::vector<std::string_view> split(std::string_view name) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end, std::size_t next) {
    if (end > begin) words.push_back(name.substr(begin, end - begin));
    begin = next;
  };
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t here = at;
    const char32_t c = text::decode_at(name, at);
    if (!text::is_letter(c) && c != U'-') end_word(here, at);
  }
  end_word(name.size(), name.size());
  return words;
}

// 0 they contradict, 1 one is not told, 2 they agree by an initial, 3 they agree.
int agreement(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 1;
  if (is_initial(a) || is_initial(b)) return a.starts_with(b) || b.starts_with(a) ? 2 : 0;
  return nearly_equal(a, b) ? 3 : 0;
}

const std::string& longer(const std::string& a, const std::string& b) { return b.size() > a.size() ? b : a; }

}  // namespace

int PersonName::completeness() const {
  if (surname.empty()) return given.empty() || father.empty() ? 0 : 1;
  if (given.empty()) return 0;
  if (is_initial(given)) return 1;
  return father.empty() || is_initial(father) ? 2 : 3;
}

PersonName NameParser::parse(std::string_view name, std::string_view language) {
  PersonName parts;
  std::vector<NameWord> rest;
  std::vector<std::string> initials;
  std::size_t before_father = 0;  // words
  for (const std::string_view word : split(name)) {
    const std::string folded = knowledge_.fold(word);
    const std::string father = rest.empty() && initials.empty() ? std::string() : spelling_.father(folded);
    if (is_initial(folded)) initials.push_back(spelling_.shared(folded));
    else if (!father.empty() && parts.father.empty()) {
      parts.father = father;
      before_father = rest.size();
    }
    else {
      const auto words = lemmatizer_.words(word, language);
      const Features possible = words.size() == 1 ? words[0].possible : Features{};
      rest.push_back({spelling_.shared(folded), knowledge_.lexicon().is_entry(knowledge_.words().find(folded), given_names_),
                      (possible & feature::surname) != 0 && (possible & feature::given) == 0});
    }
  }
  lemmatizer_.trim();
  if (!initials.empty()) {
    parts.given = initials[0];
    if (initials.size() > 1 && parts.father.empty()) parts.father = initials[1];
    if (!rest.empty()) parts.surname = rest.back().shared;
  } else if (rest.size() == 1) {
    (parts.father.empty() ? parts.surname : parts.given) = rest[0].shared;
  } else if (rest.size() >= 2) {
    // Which stands first differs: a patronymic follows the given name; else a known given name tells, or a word that can only
    // be a surname.
    const bool surname_first = before_father != 0                               ? before_father >= 2
                               : rest[0].known_given != rest[1].known_given ? rest[1].known_given
                                                                            : rest[0].surname_only && !rest[1].surname_only;
    parts.surname = rest[surname_first ? 0 : 1].shared;
    parts.given = rest[surname_first ? 1 : 0].shared;
  }
  return parts;
}

NameMatch match(const PersonName& a, const PersonName& b) {
  const int surname = agreement(a.surname, b.surname), given = agreement(a.given, b.given), father = agreement(a.father, b.father);
  if (surname == 0 || given == 0 || father == 0) return NameMatch::none;
  if (surname == 1) return given == 3 && father == 3 ? NameMatch::initials : NameMatch::none;
  if (surname == 2) return NameMatch::none;
  if (given == 3) return father == 3 ? NameMatch::complete : NameMatch::full;
  return given == 2 ? NameMatch::initials : NameMatch::surname;
}

PersonName joined(const PersonName& a, const PersonName& b) {
  return {longer(a.surname, b.surname), longer(a.given, b.given), longer(a.father, b.father)};
}

}  // namespace qogam::registry
