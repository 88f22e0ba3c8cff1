// Ids of people, bodies and commitments.
#pragma once

#include <string>
#include <string_view>

namespace qogam::registry {

// `letter` and eight hex digits of a hash of the key of what was stored first: the same whatever is joined later.
std::string make_id(char letter, std::string_view key);

}  // namespace qogam::registry
