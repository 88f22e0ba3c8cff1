// The headline of a page.
#pragma once

#include <cstddef>
#include <string>

#include "html/blocks.h"
#include "html/labels.h"
#include "html/metadata.h"
#include "html/tree.h"

namespace qogam::html {

struct Headline {
  std::size_t block = 0;  // number of its first block, or their number where it stands in none
  std::size_t end = 0;    // behind its last block
  bool weak = false;      // a heading, but far from the text: perhaps the name of the site
  std::string text;       // without the name of the site; empty where there is none
};

// The heading that the page's own titles agree with, else the only main heading, else what the titles
// say. `labels` of a first look leave out furniture; null before there are any.
Headline find_headline(const Tree& tree, const Blocks& blocks, const Metadata& metadata, const Labels* labels);

// The same where no heading and no title was found before the body that begins with block `body`:
// the bold, large or so marked line right above it, or that block itself where it is short and stands
// `alone`, or none.
Headline headline_above(const Tree& tree, const Blocks& blocks, const Labels& labels, std::size_t body, bool alone);

}  // namespace qogam::html
