// The parts of sorted layers that lie in a span.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <vector>

#include "qogam/document.h"

namespace qogam::extract {

// The items of a layer (mentions, dates, money, quotes: sorted by their spans) that begin in
// `span`, found by bisection: a finding must not cost a walk through the whole document.
template <typename Item>
std::span<const Item> beginning_in(const std::vector<Item>& items, Span span) {
  const auto begin = [](const Item& item) { return item.span.begin; };
  return {std::ranges::lower_bound(items, span.begin, {}, begin), std::ranges::lower_bound(items, span.end, {}, begin)};
}

// Those of the terms, sorted by their first tokens, that share a token with some tokens. A range to be walked once or more; it
// refers to the document. (clang up to 15 takes no std::views of libstdc++.)
class OverlappingTerms {
 public:
  class iterator {
   public:
    using iterator_concept = std::forward_iterator_tag;
    using value_type = Term;
    using difference_type = std::ptrdiff_t;

    iterator() = default;
    iterator(const Term* at, const Term* end, TokenRange tokens) : at_(at), end_(end), tokens_(tokens) { pass_over(); }

    const Term& operator*() const { return *at_; }
    const Term* operator->() const { return at_; }
    iterator& operator++() {
      ++at_;
      pass_over();
      return *this;
    }
    iterator operator++(int) {
      iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const iterator& a, const iterator& b) { return a.at_ == b.at_; }

   private:
    void pass_over() {
      while (at_ != end_ && !at_->tokens.overlaps(tokens_)) ++at_;
    }

    const Term *at_ = nullptr, *end_ = nullptr;
    TokenRange tokens_;
  };

  OverlappingTerms(const Term* begin, const Term* end, TokenRange tokens) : begin_(begin, end, tokens), end_(end, end, tokens) {}
  iterator begin() const { return begin_; }
  iterator end() const { return end_; }

 private:
  iterator begin_, end_;
};

// The terms that share a token with `tokens`: two bisections, as few terms lie between.
inline OverlappingTerms terms_overlapping(const Document& d, TokenRange tokens) {
  constexpr std::uint32_t kLongestPhrase = 16;  // tokens of a phrase in a lexicon
  const auto first = [](const Term& t) { return t.tokens.first; };
  const std::uint32_t from = tokens.first < kLongestPhrase ? 0 : tokens.first - kLongestPhrase;
  const auto begin = std::ranges::lower_bound(d.terms, from, {}, first), end = std::ranges::lower_bound(d.terms, tokens.last, {}, first);
  return {std::to_address(begin), std::to_address(end), tokens};
}

}  // namespace qogam::extract
