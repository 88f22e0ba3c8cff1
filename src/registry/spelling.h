// Names as both languages write them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::registry {

// What models/common/spelling.tsv says. Words come folded by the knowledge. Immutable; safe from any thread.
class Spelling {
 public:
  // Throws Error{Cause::models} with file and line of what cannot be understood.
  explicit Spelling(std::string_view file);

  // The word in the letters that both languages share; a letter that stands twice in a row stands once.
  std::string shared(std::string_view folded) const;
  // The same for a place, without the ending of an adjective made of it and without vowels at its end.
  std::string place(std::string_view folded) const;
  // The father's name of a patronymic in shared letters, or empty where the word is none.
  std::string father(std::string_view folded) const;

 private:
  std::map<char32_t, std::u32string> letters_;
  std::vector<std::string> patronymics_, adjectives_;  // longer ones first
};

// The runs of letters and digits of a text.
std::vector<std::string> plain_words(std::string_view text);

// Whether a letter of shared() is a vowel.
bool is_shared_vowel(char32_t c);

// At most one letter is other, too many or missing. For words of six letters or more, where it is seldom
// another name; shorter ones must be equal.
bool nearly_equal(std::string_view a, std::string_view b);

}  // namespace qogam::registry
