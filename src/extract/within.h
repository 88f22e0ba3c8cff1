// The parts of sorted layers that lie in a span.
#pragma once

#include <algorithm>
#include <ranges>
#include <vector>

#include "qogam/document.h"

namespace qogam::extract {

// The items of a layer (mentions, dates, money, quotes: sorted by their spans) that begin in
// `span`, found by bisection: a finding must not cost a walk through the whole document.
template <typename Item>
auto beginning_in(const std::vector<Item>& items, Span span) {
  const auto begin = [](const Item& item) { return item.span.begin; };
  return std::ranges::subrange(std::ranges::lower_bound(items, span.begin, {}, begin),
                               std::ranges::lower_bound(items, span.end, {}, begin));
}

// The terms that share a token with `tokens`: one bisection, as few terms follow.
inline auto terms_overlapping(const Document& d, TokenRange tokens) {
  constexpr std::uint32_t kLongestPhrase = 16;  // tokens of a phrase in a lexicon
  const auto first = [](const Term& t) { return t.tokens.first; };
  const std::uint32_t from = tokens.first < kLongestPhrase ? 0 : tokens.first - kLongestPhrase;
  return std::ranges::subrange(std::ranges::lower_bound(d.terms, from, {}, first), d.terms.end()) |
         std::views::take_while([tokens](const Term& t) { return t.tokens.first < tokens.last; }) |
         std::views::filter([tokens](const Term& t) { return t.tokens.overlaps(tokens); });
}

}  // namespace qogam::extract
