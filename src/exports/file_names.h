// Names of files for articles, whose ids may be paths, addresses or anything else.
#pragma once

#include <set>
#include <string>

namespace qogam::exports {

class FileNames {
 public:
  // A name without ending for the article: ASCII letters, digits, `_`, `-` and `.`, at most 100 of them,
  // never a hidden file or a path, and no two alike, not even but for their case. An id that is such a
  // name stays as it is; others get 8 hex digits of their hash behind what is left of them.
  std::string next(const std::string& id);

 private:
  std::set<std::string> taken_;  // in lower case
};

}  // namespace qogam::exports
