// Marks of tokens, and the row that a name stands in.
#include "mentions/namesakes.h"

namespace qogam::mentions {

NamesakeClasses::NamesakeClasses(const lang::Lexicon& lexicon)
    : street(lexicon.class_number("street-word")), named_after(lexicon.class_number("named-after")),
      quote_open(lexicon.class_number("quote-open")), quote_close(lexicon.class_number("quote-close")) {}

Namesakes::Namesakes(const NamesakeClasses& c, const Document& document) : document_(document), marks_(document.tokens.size(), 0) {
  const std::pair<std::uint32_t, Mark> marks[] = {{c.street, named}, {c.named_after, named}, {c.quote_open, opens}, {c.quote_close, closes}};
  for (const Term& term : document.terms)
    for (const auto& [number, mark] : marks)
      if (term.lexicon == number)
        for (std::uint32_t t = term.tokens.first; t < term.tokens.last; ++t) marks_[t] |= mark;
  rows_.resize(document.tokens.size());
  for (const Sentence& s : document.sentences)
    for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
      const bool goes_on = t > s.tokens.first + 2 && joins(t - 1) && (document.words[t - 2].features & feature::cap);
      rows_[t] = goes_on ? rows_[t - 2] : t;
    }
}

bool Namesakes::joins(std::uint32_t t) const {
  return (document_.words[t].tag & feature::cconj) || document_.surface(document_.tokens[t].span) == ",";
}

bool Namesakes::is(TokenRange name) const {
  const TokenRange sentence = document_.sentences[document_.tokens[name.first].sentence].tokens;
  const auto has = [&](std::int64_t t, Mark mark) { return t >= sentence.first && t < sentence.last && (marks_[static_cast<std::size_t>(t)] & mark) != 0; };
  const std::uint32_t first = rows_[name.first];
  const std::int64_t before = std::int64_t{first} - 1;
  const bool behind_short = before > sentence.first && document_.surface(document_.tokens[first - 1].span).ends_with('.') && has(before - 1, named);
  return behind_short || has(before, named) || has(name.last, named) || (has(std::int64_t{name.first} - 1, opens) && has(name.last, closes));
}

}  // namespace qogam::mentions
