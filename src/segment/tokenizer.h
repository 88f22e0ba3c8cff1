// Tokens of one line: ICU's rules, then abbreviations and initials joined with their dot.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"
#include "text/break_rules.h"

namespace qogam::segment {

// Abbreviations of all languages, folded, with their dot. Immutable.
class Abbreviations {
 public:
  explicit Abbreviations(const lang::Knowledge& knowledge);

  bool contains(std::string_view folded) const { return all_.contains(folded); }
  // Whether a sentence often ends with it.
  bool may_end_sentence(std::string_view folded) const { return final_.contains(folded); }
  // Whether it is parted from digits that it is written together with.
  bool is_unit(std::string_view folded) const { return units_.contains(folded); }

 private:
  std::set<std::string, std::less<>> all_, final_, units_;
};

// Immutable; safe from any thread.
class Tokenizer {
 public:
  explicit Tokenizer(const lang::Knowledge& knowledge);

  // Appends the tokens of text[line], which `utf16` is too; spans are of the whole text.
  void tokenize(std::string_view text, Span line, std::u16string_view utf16, std::vector<Token>& tokens) const;
  const Abbreviations& abbreviations() const { return abbreviations_; }

 private:
  bool takes_dot(std::string_view text, const Token& token) const;
  std::uint32_t digits_before_unit(std::string_view token) const;

  const lang::Knowledge& knowledge_;
  Abbreviations abbreviations_;
  text::BreakRules rules_;
};

// One upper-case letter with its dot, or several such ("A.", "A.B.").
bool is_initial(std::string_view token);

}  // namespace qogam::segment
