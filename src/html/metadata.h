// What a page says of itself for machines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/tree.h"

namespace qogam::html {

struct Metadata {
  std::vector<std::string> titles;  // of the article, the most trusted first; may have the name of the site in them
  std::string site_name;
  std::string published;  // as written; the day is usually "YYYY-MM-DD…"
  std::string author;
  std::string url;        // canonical
};

// From JSON-LD (schema.org Article and its kinds), meta elements (Open Graph, Dublin Core and those in
// use), microdata, the canonical link and the title element, in this order.
Metadata read_metadata(const Tree& tree);

// Whether a moment is told in UTC.
bool is_utc(std::string_view moment);

// The day that the state of the page (what scripts keep for the browser, as JSON) gives for the article
// with this title: of the keys of publication the one nearest behind or before it; empty where there is
// none.
std::string published_in_state(const Tree& tree, const std::string& title);

}  // namespace qogam::html
