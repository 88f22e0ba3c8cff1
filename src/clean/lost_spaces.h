// Words that a page has run together.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "clean/mapped_text.h"
#include "text/hash_set.h"
#include "text/pool.h"
#include "text/string_cache.h"

namespace qogam::clean {

// What is known of a word, in any language: bits.
enum WordBits : std::uint8_t {
  kKnownWord = 1,     // its form is in a dictionary or follows the grammar, and is no guess
  kListedWord = 2,    // it is in a dictionary of forms
  kFunctionWord = 4,  // there a preposition or conjunction
  kOnlyNoun = 8,      // there a noun and nothing else
  kOtherWord = 16,    // of a language that has no such dictionary, whose suffixes look like function words
};
using WordBitsOf = std::function<std::uint8_t(std::string_view word)>;

// Puts a space back where a page has lost it:
//   behind the end of a sentence and a closing mark, before a capital ("kz.Then", "end»Next");
//   between scripts, where the Cyrillic part is a known word ("correspondentTengrinews");
//   before a capital inside a word, where both parts are known and the first begins small;
//   inside a small word that is unknown, where it can be cut in one way only into a listed word of five
//   letters or more and a function word behind it, or a long function word and a noun, as the short
//   ones are prefixes too.
// Initials ("A.B."), addresses, names of files and of products stay as they are. Linear but for
// long unknown words. const methods are safe from any thread where the function is.
class LostSpaces {
 public:
  explicit LostSpaces(WordBitsOf bits_of) : bits_of_(std::move(bits_of)) {}

  MappedText repair(std::string_view utf8) const;

  // What was found out, for one thread.
  struct Caches {
    text::StringCache<std::uint8_t> bits;  // WordBits
    text::HashSet whole;                   // words of small letters that are known, or not to be cut
  };

 private:
  WordBitsOf bits_of_;
  std::shared_ptr<text::Pool<Caches>> caches_ = std::make_shared<text::Pool<Caches>>();
};

}  // namespace qogam::clean
