// A parsed HTML page as arrays.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/tags.h"
#include "qogam/document.h"
#include "qogam/span.h"

namespace qogam::html {

struct Attribute {
  std::string name;   // lower-case
  std::string value;  // entities decoded
};

// An element or a run of text. Those below node i are i+1 .. end-1, in the order of the page.
struct Node {
  Tag tag = Tag::other;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;
  Span text;                           // of Tree::text, for Tag::text
  std::vector<Attribute> attributes;   // of elements
  std::string name;                    // of elements that Tag does not know
};

// Node 0 is the root and has no tag of the page. Immutable once parsed.
struct Tree {
  std::vector<Node> nodes;
  std::string text;                  // of all text nodes, entities decoded; blanks as they stand
  std::vector<OffsetRun> runs;       // from `text` to the page
  std::vector<std::string> json_ld;  // contents of the scripts of that type
  std::vector<std::string> state;    // of scripts that hold the state of the page and a word of publication
  bool too_deep = false;             // parsing ended where elements were nested too deep

  // The value of an attribute of node i, or empty.
  std::string_view attribute(std::uint32_t i, std::string_view name) const;
  bool has_attribute(std::uint32_t i, std::string_view name) const;
  // All text below node i, blanks collapsed.
  std::string text_of(std::uint32_t i) const;
};

// Parses a page in valid UTF-8 below 1 GiB with libxml2, to the depth `deepest`, as browsers do more or less: no page is
// wrong. What a charset declaration in it says does not count. Safe from any thread.
Tree parse(std::string_view utf8, std::uint32_t deepest);

// Blanks at the ends gone, runs of blanks (NBSP too) a space.
std::string collapsed(std::string_view text);

}  // namespace qogam::html
