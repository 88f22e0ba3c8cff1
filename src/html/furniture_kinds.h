// What on a page is not the article.
#pragma once

#include <array>
#include <string_view>

namespace qogam::html {

// The kinds of page furniture that a rule may name; the last is for all that is none of the others.
inline constexpr std::array<std::string_view, 10> kFurnitureKinds = {"rates",   "weather", "ad",         "share",   "reactions",
                                                                     "related", "counter", "navigation", "caption", "other"};

}  // namespace qogam::html
