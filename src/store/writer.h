// Puts articles into a store.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <memory>
#include <vector>

#include "store/article_rows.h"

namespace qogam::store {

enum class Put { added, replaced, same };

// For one thread at a time. `db` is open for writing and must outlive it; while the writer lives its foreign keys are off, as
// every row is written right behind its article and goes with it. Throws SQLite::Exception.
class Writer {
 public:
  explicit Writer(SQLite::Database& db);
  ~Writer();

  // An article whose id is stored takes the place of that one, unless it is the same byte for byte.
  Put put(const ArticleRows& article);

  // What was put becomes lasting. Called by itself every kBatch articles; the destructor does not call it.
  void commit();

  static constexpr std::size_t kBatch = 2'000;

 private:
  struct Statements;
  void begin();
  void insert(const ArticleRows& article, std::int64_t id);

  SQLite::Database& db_;
  std::unique_ptr<Statements> statements_;
  std::size_t open_ = 0;  // articles in the open transaction
  bool begun_ = false;
};

}  // namespace qogam::store
