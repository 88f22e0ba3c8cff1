// The parts of a person's name, and whether two names can be of one person.
#pragma once

#include <string>
#include <string_view>

#include "lang/knowledge.h"
#include "registry/spelling.h"
#include "words/lemmatizer.h"

namespace qogam::registry {

// In shared letters (Spelling). `given` and `father` may be one letter, an initial; a part that is not told is empty.
struct PersonName {
  std::string surname, given, father;

  // How much it tells: 3 all, 2 surname and given name, 1 surname and initials or given name and patronymic, 0 less.
  int completeness() const;
};

// Parses nominative names, in the words' order of either language. For one thread at a time.
class NameParser {
 public:
  NameParser(const lang::Knowledge& knowledge, const Spelling& spelling) : knowledge_(knowledge), spelling_(spelling), lemmatizer_(knowledge), given_names_(knowledge.lexicon().class_number("given-name")) {}

  PersonName parse(std::string_view name, std::string_view language);

 private:
  const lang::Knowledge& knowledge_;
  const Spelling& spelling_;
  words::Lemmatizer lemmatizer_;
  std::uint32_t given_names_;
};

enum class NameMatch {
  none,      // some part contradicts
  surname,   // only the surname is in both
  initials,  // surname and an initial that agrees
  full,      // surname and given name
  complete,  // patronymics too
};

NameMatch match(const PersonName& a, const PersonName& b);

// The more complete of each part; of names that match.
PersonName joined(const PersonName& a, const PersonName& b);

}  // namespace qogam::registry
