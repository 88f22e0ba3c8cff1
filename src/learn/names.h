// When two names speak of the same person or organisation.
#pragma once

#include <string_view>

#include "learn/wording.h"

namespace qogam::learn {

// One word of two letters or more is common to both, and each word of the shorter name stands in
// the longer, where an initial stands for any word that it begins: "A. Smith" = "Anna Smith",
// but "Anna Smith" is not "Olga Smith".
bool same_person(const Wording& wording, std::string_view a, std::string_view b);

// Same person, or half of the words in common: for who speaks, acts or gives orders, which may be
// a body too.
bool same_party(const Wording& wording, std::string_view a, std::string_view b);

// Equal words in any order, without legal forms; of a name with quotation marks, what stands
// inside them may be all that counts.
bool same_title(const Wording& wording, std::string_view a, std::string_view b);

// Without legal forms and endings, the words of the shorter name all stand in the longer, which is
// at most twice as long: "akimat of Astana" = "akimat of the city of Astana".
bool same_body(const Wording& wording, std::string_view a, std::string_view b);

}  // namespace qogam::learn
