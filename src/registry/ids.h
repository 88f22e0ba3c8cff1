// Ids of people, bodies and commitments.
#pragma once

#include <string>
#include <unordered_set>

namespace qogam::registry {

// The ids of all things of a kind: no two are the same.
class Ids {
 public:
  explicit Ids(char letter) : letter_(letter) {}

  // The letter and eight hex digits of a hash of `key`, which is that of what was stored first of the thing: the same whatever is
  // joined later. Of keys whose hashes agree, as they will among tens of thousands, the one that comes later gets another.
  std::string make(std::string key);

 private:
  char letter_;
  std::unordered_set<std::string> made_;
};

}  // namespace qogam::registry
