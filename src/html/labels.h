// Which parts of a page are furniture, and which of them its article may be in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "html/blocks.h"
#include "html/markup_rules.h"
#include "html/tree.h"

namespace qogam::html {

// What each node is marked as. Sums are over the blocks below a node.
struct Labels {
  std::vector<std::string_view> kind;  // of nodes: furniture of that kind with all that is in it, or empty
  std::vector<Marks> marks;            // of nodes: what their own names say
  std::vector<std::uint32_t> prose;    // of nodes: words in sentences
  std::vector<std::uint32_t> first, last;  // of nodes: blocks below them, half-open
  std::vector<std::uint32_t> furniture;    // of nodes: the outermost that is furniture around them or is they; 0: none

  // The kind of the outermost furniture around node i, or empty, and its node.
  std::string_view kind_around(std::uint32_t i, std::uint32_t* outermost = nullptr) const;
};

// Whether node i is an element that is marked as a date.
bool is_dated(const Tree& tree, const Labels& labels, std::uint32_t i);

// Words of the block that count as those of sentences.
std::uint32_t prose_words(const Block& block);

// `title` is the number of the block with the headline, or blocks.all.size(): what holds it is no
// furniture. Without `by_names` only the elements themselves count, not their classes.
Labels label(const Tree& tree, const Blocks& blocks, const MarkupRules& rules, std::size_t title, bool by_names = true);

}  // namespace qogam::html
