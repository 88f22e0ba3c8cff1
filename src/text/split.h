// Cutting a text at a byte.
#pragma once

#include <string_view>
#include <vector>

namespace qogam::text {

// The pieces before, between and behind all bytes `at`, one more than there are of them; pieces may be empty.
// `at` is ASCII. The pieces are views into `text`.
std::vector<std::string_view> split(std::string_view text, char at);

}  // namespace qogam::text
