// The visible text of a page as blocks: paragraphs, headings, items, lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "html/tree.h"

namespace qogam::html {

// A line of text with nothing but inline elements in it.
struct Block {
  Span text;               // of Blocks::text; never empty
  std::uint32_t node = 0;  // the innermost block element around it
  std::uint32_t words = 0, link_words = 0;
  std::uint32_t letters = 0;
  bool after_break = false;  // follows a <br> in the same element
  bool row = false;          // a row of a table, its cells parted by " | "
  bool sentence = false;     // ends as a sentence does
  bool strong = false;       // all of it is bold
};

struct Blocks {
  std::string text;             // of all blocks, one behind the other, blanks collapsed
  std::vector<OffsetRun> runs;  // from `text` to the page
  std::vector<Block> all;       // in the order of the page
};

// Blocks of everything that can be seen without a script. Linear.
Blocks find_blocks(const Tree& tree);

}  // namespace qogam::html
