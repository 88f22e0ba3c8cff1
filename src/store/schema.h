// The tables of a store, and how a store is opened.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace qogam::store {

// PRAGMA user_version of the stores that this program writes.
inline constexpr int kSchemaVersion = 1;

enum class Access { read, write };

// Opens a store; with Access::write makes it where there is none. A store is in WAL mode (sqlite.org/wal.html), so that
// readers are not in the way; a new one is so, and has its indexes, from finish_writing() on. A killed writer leaves a whole store. Foreign keys are on. For one thread at a time. Throws
// Error{Cause::input} that names the file where it cannot be opened, is no store, is of another version or in use.
SQLite::Database open_store(const std::string& path, Access access);

// To be called when a store has been written: what it is read by is made where it is not there yet. Throws SQLite::Exception.
void finish_writing(SQLite::Database& db);

// Notes in the table `meta` who has written the store last: the version of the program and the fingerprint of its knowledge. Throws SQLite::Exception.
void sign(SQLite::Database& db, std::string_view version, std::string_view models);

// A table that holds one list of the articles' objects, a row an element.
struct ListTable {
  const char* name;
  const char* list;    // key of the object
  const char* nested;  // key of an element that holds a list of its own, a row an element of that; or null
  // Names of the columns behind `document` and `n`, the place in the list, with `=PATH` where the key is another one. A PATH is keys parted by
  // `/`; one that begins with `^` is looked for in the outer element, `.` is the inner element itself, `#`
  // before a key is the length of its list, and `@` the text of the sentences that the element stands in.
  std::span<const char* const> columns;

  // The name of a column, without its path.
  static std::string column_name(const char* column);
};

// In the order in which they are filled.
std::span<const ListTable> list_tables();

}  // namespace qogam::store
