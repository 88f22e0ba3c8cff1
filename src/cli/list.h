// The lists of names that options take.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "lang/knowledge.h"

namespace qogam::cli {

struct ListRow {
  std::string name, help;
};
using ListRows = std::vector<ListRow>;

// What makes a list may need the knowledge, and loads it only then. Throws Error{models}.
using LoadKnowledge = std::function<std::shared_ptr<const lang::Knowledge>()>;

struct List {
  const char* name;
  ListRows (*rows)(const LoadKnowledge& load);
};

// In the order of the help.
std::span<const List> lists();

}  // namespace qogam::cli
