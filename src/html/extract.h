// The article of an HTML page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/markup_rules.h"
#include "qogam/document.h"

namespace qogam::html {

// A piece of the page that is not the article.
struct Rest {
  Span page;  // bytes of the page
  std::string text;
  std::string_view kind;  // of Furniture; lives as long as the rules
};

struct Extracted {
  std::string text;             // the headline and the body, a line each, empty lines between them
  std::vector<OffsetRun> runs;  // from `text` to the page
  std::string title;
  std::string published;        // for machines, as written
  bool utc = false;             // of a moment in UTC
  std::vector<std::string> datelines;  // short lines around the headline that may say its day, nearest first
  std::vector<std::string> header_datelines, tail_datelines;  // the same further above and behind the body
  std::string author, url;
  std::vector<Rest> rest;       // in the order of the page
  bool too_deep = false;        // the page was not followed to its end, see kDeepest
};

// The deepest nesting of elements that is followed.
inline constexpr std::uint32_t kDeepest = 3000;

// Takes the page apart: what its elements say by their names, classes and roles (`rules`), how much
// text without links stands where (after BTE, Finn et al. 2001, on the tree), and where the headline
// is. Where nothing looks like an article all visible text is kept. `page` is valid UTF-8 below
// 1 GiB. Pure; safe from any thread.
Extracted extract(std::string_view page, const MarkupRules& rules);

}  // namespace qogam::html
