// What is known of a document by its id.
#pragma once

#include <map>
#include <string>

namespace qogam::learn {

// The entry of a document: under its id, or under what stands behind a slash of it ("news/ru-01" has that of "ru-01"). Null where
// there is none.
template <typename Value>
const Value* by_id(const std::map<std::string, Value>& all, const std::string& id) {
  auto found = all.find(id);
  for (std::size_t slash = id.find('/'); found == all.end() && slash != id.npos; slash = id.find('/', slash + 1)) found = all.find(id.substr(slash + 1));
  return found == all.end() ? nullptr : &found->second;
}

}  // namespace qogam::learn
