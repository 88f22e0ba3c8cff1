// How two pieces of text are compared when a prediction is scored.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::learn {

// Gives a text in the one spelling in which letters are compared: lower-case, look-alikes joined.
// UTF-8 in, UTF-8 out. The letters of a language are knowledge, so the caller brings them.
using Fold = std::function<std::string(std::string_view)>;

// The fold that knows no language: Unicode case folding, all else kept.
std::string fold_case(std::string_view text);

// Comparisons that see words only: case, punctuation, quotation marks and white space do not
// count. Immutable; may be used by several threads at once if its fold may.
class Wording {
 public:
  // `legal_forms`: words that are no part of an organisation's name ("LLP", "foundation").
  explicit Wording(Fold fold = fold_case, const std::vector<std::string>& legal_forms = {});

  // The folded words of a text, in order.
  std::vector<std::string> words(std::string_view text) const;
  // The same without legal forms, unless nothing else is left.
  std::vector<std::string> name_words(std::string_view name) const;
  // The folded words joined by one space.
  std::string plain(std::string_view text) const;

  // Words in common over words in all, as multisets: 0 … 1; 0 where either has none.
  double overlap(std::string_view a, std::string_view b) const;
  // The words of `part` stand in `whole` one after another; false where `part` has none.
  bool holds(std::string_view whole, std::string_view part) const;
  // The first words of two texts agree: `size` letters of `gold` stand near the start of `other`.
  bool same_start(std::string_view gold, std::string_view other, std::size_t size) const;

 private:
  Fold fold_;
  std::vector<std::string> legal_forms_;
};

// The first `count` code points of a UTF-8 text, or all of it.
std::string_view first_letters(std::string_view text, std::size_t count);

}  // namespace qogam::learn
