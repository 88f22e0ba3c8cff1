// Which blocks of a page are its article.
#pragma once

#include <cstddef>
#include <vector>

#include "html/blocks.h"
#include "html/headline.h"
#include "html/labels.h"
#include "html/tree.h"

namespace qogam::html {

struct Article {
  std::vector<bool> kept;             // of blocks: part of the body
  std::vector<std::size_t> beside;    // short blocks next to the headline and the body, nearest first
  std::uint32_t words = 0;            // of its sentences
  std::size_t first = 0, end = 0;     // block that the body begins with, and the one behind its last; or the number of blocks
};

// The body that goes with the headline.
Article find_article(const Tree& tree, const Blocks& blocks, const Labels& labels, const Headline& headline);

}  // namespace qogam::html
