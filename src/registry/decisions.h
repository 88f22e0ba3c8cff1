// What a person has decided about what is one and what is not, and what commitments have come to.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "registry/records.h"

namespace qogam::registry {

// Keys of what decisions speak of: "DOCUMENT#ENTITY" of an entity, "DOCUMENT@START" of a telling.
std::string key_of(const EntityRef& entity);
std::string key_of(const std::string& document, std::uint32_t start);

struct Decisions {
  std::vector<std::pair<std::string, std::string>> same;  // must be joined
  std::set<std::pair<std::string, std::string>> apart;    // must not; the smaller key first
  std::map<std::string, Rating> ratings;                  // by the key of a telling

  bool are_apart(const std::string& a, const std::string& b) const { return apart.contains(std::pair<std::string, std::string>(std::minmax(a, b))); }
};

// What looks like one thing without enough to say so: for a person to decide.
struct Doubt {
  std::string kind;  // person, body, commitment
  std::string first, second;  // keys
  std::string reason;
};

}  // namespace qogam::registry
