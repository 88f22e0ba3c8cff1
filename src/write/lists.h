// The lists of the JSON object: who writes each, and how the schema describes it. Private to this room.
#pragma once

#include <string_view>
#include <vector>

#include "write/parts.h"

namespace qogam::write {

struct List {
  std::string_view key;
  std::string_view finding;      // empty where no such finding is asked for; no name: always full
  void (*write)(const Parts&);   // the whole list, with its brackets
  // Of the schema: the definition of an item, what the list holds, and that definition with all that it rests on, as members of "$defs".
  std::string_view item, about, definitions;
};

// All lists, in the order of the object.
const std::vector<List>& lists();

// Each stands where it is written: in parts_entities.cpp,
List sentences_list();
List mentions_list();
List entities_list();
List officials_list();
List ngos_list();
// in parts_values.cpp,
List dates_list();
List money_list();
// and in parts_claims.cpp.
List topics_list();
List quotes_list();
List commitments_list();
List commitment_reports_list();

}  // namespace qogam::write
