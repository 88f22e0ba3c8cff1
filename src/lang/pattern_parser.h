// One pattern of the rule notation read into a tree.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "lang/rule_parser.h"

namespace qogam::lang {

using PatternFailure = std::function<void(const std::string& why)>;

// `fail` is called with a full phrase where the pattern is bad and must not return. `macros` are
// the patterns that `let` lines named.
Node parse_pattern(std::string_view pattern, const std::map<std::string, Node>& macros, const PatternFailure& fail);

}  // namespace qogam::lang
