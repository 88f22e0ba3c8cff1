// The part of a sorted layer that begins inside a span.
#pragma once

#include <algorithm>
#include <ranges>
#include <vector>

#include "qogam/span.h"

namespace qogam::extract {

// The items of a layer (mentions, dates, money, quotes: sorted by their spans) that begin in
// `span`, found by bisection: a finding must not cost a walk through the whole document.
template <typename Item>
auto beginning_in(const std::vector<Item>& items, Span span) {
  const auto begin = [](const Item& item) { return item.span.begin; };
  return std::ranges::subrange(std::ranges::lower_bound(items, span.begin, {}, begin),
                               std::ranges::lower_bound(items, span.end, {}, begin));
}

}  // namespace qogam::extract
