// What a store knows across articles, as values.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "registry/records.h"

namespace qogam::store {

// People and bodies in the order of their ids, commitments by the day on which they were first said, with their entities, posts,
// tellings and reasons. Throws SQLite::Exception.
std::vector<registry::Person> read_people(SQLite::Database& db);
std::vector<registry::Body> read_bodies(SQLite::Database& db);
std::vector<registry::Commitment> read_commitments(SQLite::Database& db);

struct Counts {
  std::size_t articles = 0, failed = 0;
  std::vector<std::pair<std::string, std::size_t>> months;  // "YYYY-MM" and articles, by month
};

Counts count_articles(SQLite::Database& db);

// Gives the objects of good articles, as 'qogam analyze' wrote them, one after another.
class ArticleLines {
 public:
  // In the order of storing, or with `latest` the so many latest ones, the latest first.
  explicit ArticleLines(SQLite::Database& db, std::size_t latest = 0);
  ~ArticleLines();

  std::optional<std::string> next();
  void rewind();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace qogam::store
