// The rules for single lines put to use on a page.
#pragma once

#include <string_view>
#include <vector>

#include "clean/furniture_rules.h"
#include "clean/page.h"

namespace qogam::clean {

// The rules that may match in the lines of one page, looked for once a line. Belongs to one call; keeps
// views of what it is given.
class PageRules {
 public:
  PageRules(const FurnitureRules& rules, const Page& page) : rules_(rules), lines_(page.size()) {}

  // Of line `i`, of which `line` is what is asked about: all of it or what is left.
  const FurnitureRules::Candidates& candidates(std::size_t i, std::string_view line);
  const FurnitureRule* find(Where where, std::size_t i, std::string_view line) { return rules_.find(where, line, candidates(i, line)); }

  const FurnitureRules& rules() const { return rules_; }

 private:
  struct Known {
    std::string_view line;  // that the candidates are of
    FurnitureRules::Candidates candidates;
    bool known = false, whole = false;  // whole: of all rules, those of a piece of the line among them
  };

  const FurnitureRules& rules_;
  std::vector<Known> lines_;
};

// Removes line `i` where a rule for any line or for tails takes the whole of it, and cuts off the
// ends that rules for tails take. Returns the kind where the line is gone, else nothing.
std::string_view mark_line(Page& page, PageRules& rules, std::size_t i);

}  // namespace qogam::clean
