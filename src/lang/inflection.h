// Nominatives of phrases and of people's names.
#pragma once

#include <optional>
#include <span>
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
  // it comes last, the last word, whose possessive stays. Words it cannot analyse stay as they are. A
  // plural stays one, unless the phrase is asked for as the name of `one` thing, such as the post of a
  // person who is named among others.
  std::string phrase(const Document& document, TokenRange tokens, bool one = false) const;

  // A phrase in the nominative, with its head (the first noun) and the adjectives before that in the genitive singular, or
  // where heads stand last, with the genitive behind the possessive of the last word; nothing where a word has no such form that is known.
  std::optional<std::string> genitive(const std::string& phrase, std::uint32_t language) const;

  // A person's name in any case. All words must agree in one case and gender; known given names,
  // then endings of surnames and patronymics decide, and the nominative wins a tie. `likely` is
  // the case that the context asks for (a feature bit), or 0.
  std::string person(const Document& document, TokenRange tokens, Features likely = 0) const;

  // All nominatives that one word of a name can have, itself first.
  std::vector<std::string> name_forms(const Document& document, std::uint32_t token) const;

  // The text of tokens as it stands, line breaks as blanks.
  static std::string surface(const Document& document, TokenRange tokens);

 private:
  static std::string join(const Document& document, TokenRange tokens, const std::vector<std::string>& words);

  struct NameReading {
    Features features;
    std::string nominative;
    double score;
  };
  struct NameWord {
    std::string surface;
    std::vector<NameReading> readings;  // the word as it stands is not among them
    Features given = 0;                 // the genders it has as a known given name, as it stands
    Features changing = 0;              // those in which such a name has case endings
    bool initial = false;
    std::string_view joint;             // what stands between it and the word before it
  };

  std::optional<std::string> genitive_of_last(const std::string& phrase, std::uint32_t language) const;
  std::optional<std::string> genitive_word(std::string_view word, std::uint32_t language, Features part, Features& gender) const;
  std::string head_first(const Document& document, TokenRange tokens, std::uint32_t language, bool one) const;
  std::string head_last(const Document& document, TokenRange tokens, std::uint32_t language, bool one) const;
  std::string singular(const std::string& nominative, std::uint32_t language, std::uint8_t spelling) const;
  std::string nominative_word(const Document& document, std::uint32_t token, std::uint32_t language) const;
  std::string nominative_of_head(const Document& document, std::uint32_t token, std::uint32_t language, const Analysis& reading,
                                 Features target) const;
  std::vector<Analysis> nominals(const Document& document, std::uint32_t token, std::uint32_t language) const;
  static const Analysis* head_reading(const Document& document, std::uint32_t token, const std::vector<Analysis>& head,
                                      std::span<const std::vector<Analysis>> before);
  std::optional<std::string> nominative_as(const Document& document, std::uint32_t token, std::uint32_t language,
                                           const Analysis& reading, Features target) const;
  std::string modifier(const Document& document, std::uint32_t token, std::uint32_t language, const std::vector<Analysis>& readings,
                       Features head, Features target) const;
  // `wanted`: its number and gender.
  std::string adjective(const Document& document, std::uint32_t token, std::uint32_t language, Features wanted) const;
  NameWord name_word(std::string_view surface, std::string_view folded, std::uint32_t language, std::uint8_t spelling) const;
  void add_name_words(const Document& document, std::uint32_t token, std::uint32_t language, std::vector<NameWord>& words) const;
  Features genders_of_given(std::string_view folded) const;
  std::string own_spelling(const std::string& nominative, std::uint32_t language, std::uint8_t spelling) const;
  void add_endings(std::string_view folded, std::uint32_t language, std::uint8_t spelling, NameWord& word) const;
  void add_known_names(std::string_view folded, std::uint32_t language, std::uint8_t spelling, NameWord& word) const;
  static double score_as_it_stands(const NameWord& word, Features grammatical_case, Features gender);
  std::uint32_t language_of(const Document& document, TokenRange tokens) const;
  std::string with_stem(std::string_view surface, std::uint32_t language, std::uint8_t spelling, std::size_t folded_bytes,
                        std::string_view ending) const;

  const Knowledge& knowledge_;
  std::uint32_t given_name_class_;
};

}  // namespace qogam::lang
