// The registry and the store: what it is made of is read from the tables, what it has found is put there.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "lang/knowledge.h"
#include "registry/article.h"
#include "registry/bodies.h"
#include "registry/commitments.h"
#include "registry/decisions.h"
#include "registry/people.h"

namespace qogam::store {

// In the order of storing. Throws SQLite::Exception.
std::vector<registry::ArticleEntities> read_entities(SQLite::Database& db);
std::vector<registry::ArticleClauses> read_clauses(SQLite::Database& db);
registry::Decisions read_decisions(SQLite::Database& db);

struct Linked {
  std::size_t people = 0, bodies = 0, commitments = 0, doubts = 0;
};

// Finds people, bodies and commitments across all articles of the store anew and puts them into their tables in one
// transaction. The same store gives the same rows. Throws SQLite::Exception, Error{Cause::models}.
Linked link_articles(SQLite::Database& db, const lang::Knowledge& knowledge);

}  // namespace qogam::store
