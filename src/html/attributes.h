// Tags with more attributes than any page has.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qogam::html {

// A copy of the page in which the attributes behind the first thousand of a tag are blanks, so that offsets stay; nothing where there
// are none. libxml2 compares each attribute with all before it, and its time grows with their square. Comments, scripts and
// styles are passed over. Linear. Pure.
std::optional<std::string> without_surplus_attributes(std::string_view html);

}  // namespace qogam::html
