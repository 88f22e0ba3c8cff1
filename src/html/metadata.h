// What a page says of itself for machines.
#pragma once

#include <string>
#include <vector>

#include "html/tree.h"

namespace qogam::html {

struct Metadata {
  std::vector<std::string> titles;  // of the article, the most trusted first; may have the name of the site in them
  std::string site_name;
  std::string published;  // as written; the day is usually "YYYY-MM-DD…"
  std::string author;
  std::string url;        // canonical
  bool utc = false;       // `published` is a moment in UTC, so that its day may be that before
};

// From JSON-LD (schema.org Article and its kinds), meta elements (Open Graph, Dublin Core and those in
// use), microdata, the canonical link and the title element, in this order.
Metadata read_metadata(const Tree& tree);

}  // namespace qogam::html
