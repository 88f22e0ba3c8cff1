// A store as what exports and reports are made of.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <string>

#include "exports/exporter.h"
#include "store/known.h"

namespace qogam::cli {

// Holds the store open; `corpus` refers to it. Throws what store::open_store() throws, SQLite::Exception.
class StoredCorpus {
 public:
  // `latest`: only the so many latest articles, the latest first; 0 all, in the order of storing.
  StoredCorpus(const std::string& path, const std::string& as_of, std::size_t latest = 0);
  StoredCorpus(const StoredCorpus&) = delete;
  StoredCorpus& operator=(const StoredCorpus&) = delete;

  SQLite::Database db;
  store::ArticleLines lines;
  exports::Corpus corpus;
};

}  // namespace qogam::cli
