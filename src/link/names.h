// Whether two names can be of one person or one organization.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"

namespace qogam::link {

// Folded words of a name without quotation marks; initials keep one letter.
std::vector<std::string> name_words(const lang::Knowledge& knowledge, std::string_view name);

// Appends the same words with blanks between.
void append_name(const lang::Knowledge& knowledge, std::string_view name, std::string& to);

// Whether a word of a name is one letter.
bool is_initial(const std::string& word);

// Same person: they share a whole word, and every word of the shorter name has its like in the
// longer one (an initial is like a word that starts with it).
bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b);

// How complete a person's name is: whole words count more than initials.
int completeness(const std::vector<std::string>& words);

}  // namespace qogam::link
