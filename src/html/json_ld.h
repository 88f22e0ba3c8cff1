// The article among the JSON-LD of a page.
#pragma once

#include <string>
#include <vector>

namespace qogam::html {

struct LinkedArticle {
  std::string headline, published, author, url;
};

// All objects of schema.org's Article and its kinds, those that are items of a list after the others.
// A script that is no JSON is left out.
std::vector<LinkedArticle> linked_articles(const std::vector<std::string>& scripts);

}  // namespace qogam::html
