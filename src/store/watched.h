// Which files of a folder have been stored.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

namespace qogam::store {

struct WatchedFile {
  std::string path;
  std::int64_t size = 0, time = 0;  // bytes; of the last change, nanoseconds
};

// Keeps path, size and time of each file in a table of the store. For one thread at a time.
class Watched {
 public:
  explicit Watched(SQLite::Database& db);

  // Files below `folder` that are new or have another size or time than when seen() was called, in the order of their paths.
  // What changed less than a second ago may still be written and is left for the next look, unless there is to be none
  // (`last`); hidden files and those that end with .part are no files yet. What cannot be looked at is passed over.
  std::vector<WatchedFile> changed(const std::string& folder, bool last) const;
  void seen(const WatchedFile& file);

 private:
  SQLite::Database& db_;
};

}  // namespace qogam::store
