// Nominatives of phrases and of people's names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::lang {

// Puts pieces of an analysed document into the nominative, in the spelling of the document.
// Refers to the knowledge, which must outlive it. Immutable; safe from any thread.
class Inflector {
 public:
  explicit Inflector(const Knowledge& knowledge);

  // A noun phrase: where the head comes first, its agreeing adjectives and the head itself; where
  // it comes last, the last word, whose possessive stays. Words it cannot analyse stay as they are.
  std::string phrase(const Document& document, TokenRange tokens) const;

  // A person's name in any case. All words must agree in one case and gender; known given names,
  // then endings of surnames and patronymics decide, and the nominative wins a tie. `likely` is
  // the case that the context asks for (a feature bit), or 0.
  std::string person(const Document& document, TokenRange tokens, Features likely = 0) const;

  // All nominatives that one word of a name can have, itself first.
  std::vector<std::string> name_forms(const Document& document, std::uint32_t token) const;

  // The text of tokens as it stands, line breaks as blanks.
  static std::string surface(const Document& document, TokenRange tokens);

 private:
  struct NameReading {
    Features features;
    std::string nominative;
    double score;
  };
  struct NameWord {
    std::string surface;
    std::vector<NameReading> readings;  // the word as it stands is not among them
    bool given = false;                 // a known given name as it stands
    bool initial = false;
  };

  std::string head_first(const Document& document, TokenRange tokens, std::uint32_t language) const;
  std::string head_last(const Document& document, TokenRange tokens, std::uint32_t language) const;
  std::string nominative_word(const Document& document, std::uint32_t token, std::uint32_t language) const;
  std::string adjective(const Document& document, std::uint32_t token, std::uint32_t language, Features gender) const;
  NameWord name_word(const Document& document, std::uint32_t token, std::uint32_t language) const;
  bool is_given_name(std::string_view folded) const;
  std::uint32_t language_of(const Document& document, TokenRange tokens) const;
  std::string with_stem(std::string_view surface, std::uint32_t language, std::uint8_t spelling, std::size_t folded_bytes,
                        std::string_view ending) const;

  const Knowledge& knowledge_;
  std::uint32_t given_name_class_;
};

}  // namespace qogam::lang
