// Where the sentences of one line end.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "segment/tokenizer.h"

namespace qogam::segment {

// Immutable; safe from any thread.
class SentenceSplitter {
 public:
  // No sentence is longer than this: a page without full stops must not cost quadratic time.
  static constexpr std::size_t kLongest = 1000;  // tokens

  SentenceSplitter(const lang::Knowledge& knowledge, const Abbreviations& abbreviations);

  // `tokens` are those of text[line], in order, and `utf16` is that line. Gives the number of tokens before each sentence
  // end, ascending; the last is tokens.size().
  std::vector<std::size_t> split(std::string_view text, Span line, std::u16string_view utf16, std::span<const Token> tokens) const;

 private:
  bool ends_after(std::string_view text, std::span<const Token> tokens, std::size_t last, std::size_t start) const;
  bool blank_was_lost(std::string_view text, std::span<const Token> tokens, std::size_t next, std::size_t start) const;
  bool abbreviation_goes_on(std::string_view text, std::span<const Token> tokens, std::size_t last) const;

  const lang::Knowledge& knowledge_;
  const Abbreviations& abbreviations_;
  text::BreakRules rules_;
};

}  // namespace qogam::segment
