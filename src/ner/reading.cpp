// Views of tokens.
#include "ner/reading.h"

#include <algorithm>
#include <tuple>

#include "text/bytes_of.h"

namespace qogam::ner {

Reading::Reading(const Document& document) : document_(document), first_(document.tokens.size() + 1, 0) {
  for (const Term& term : document.terms)
    for (std::uint32_t t = term.tokens.first; t < term.tokens.last; ++t) ++first_[t + 1];
  for (std::size_t t = 1; t < first_.size(); ++t) first_[t] += first_[t - 1];
  parts_.resize(first_.back());
  std::vector<std::uint32_t> next(first_);
  for (const Term& term : document.terms)
    for (std::uint32_t t = term.tokens.first; t < term.tokens.last; ++t)
      parts_[next[t]++] = {term.lexicon, t == term.tokens.first, t + 1 == term.tokens.last};
  // An entry of two classes, or of two readings, comes twice; order is that of the terms.
  for (std::size_t t = 0; t + 1 < first_.size(); ++t)
    std::sort(parts_.begin() + first_[t], parts_.begin() + first_[t + 1], [](const TermPart& a, const TermPart& b) {
      return std::tuple(a.lexicon, a.first, a.last) < std::tuple(b.lexicon, b.first, b.last);
    });
}

TokenView Reading::token(std::uint32_t t) const {
  const Word& w = document_.words[t];
  constexpr Features kPlace = feature::start | feature::space;
  return {document_.surface(document_.tokens[t].span), document_.folded(w), document_.lemma(w), w.features & ~kPlace, w.tag, w.number,
          std::span(parts_).subspan(first_[t], first_[t + 1] - first_[t])};
}

void Reading::key(std::uint32_t t, std::string& key) const {
  const TokenView view = token(t);
  key.assign(view.surface);
  key += '\0';
  if (view.lemma != view.folded) key += view.lemma;
  text::append_bytes(key, view.tag);
  text::append_bytes(key, view.features);  // one spelling has others in another language
  for (const TermPart& p : view.terms) text::append_bytes(key, p.lexicon << 2 | static_cast<std::uint32_t>(p.first) << 1 | static_cast<std::uint32_t>(p.last));
}

}  // namespace qogam::ner
