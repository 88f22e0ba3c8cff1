// "Did you mean …?"
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qogam::cli {

// " Did you mean 'x'?" for the known name nearest to `name` by edit distance, or an empty string
// where none is near enough to be meant.
std::string did_you_mean(std::string_view name, std::span<const std::string> known);

// Throws Error{usage} unless `name` is one of `known`: "There is no <what> 'x'. Did you mean 'y'?"
void require_known(std::string_view what, const std::string& name,
                   const std::vector<std::string>& known);

}  // namespace qogam::cli
