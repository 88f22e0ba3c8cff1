// Puts articles into a store.
#include "store/writer.h"

#include <SQLiteCpp/Statement.h>

#include <string>

#include "store/schema.h"

namespace qogam::store {
namespace {

using SQLite::Statement;

void bind_text(Statement& to, int index, const std::string& text) {
  if (text.empty()) to.bind(index);
  else to.bindNoCopy(index, text);
}

void bind_value(Statement& to, int index, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) to.bindNoCopy(index, *text);
  else if (const auto* number = std::get_if<std::int64_t>(&value)) to.bind(index, *number);
  else if (const auto* real = std::get_if<double>(&value)) to.bind(index, *real);
  else to.bind(index);
}

std::string insert_into(const ListTable& table) {
  std::string columns = "document, n", marks = "?, ?";
  for (const char* const column : table.columns) {
    columns += ", \"" + ListTable::column_name(column) + '"';
    marks += ", ?";
  }
  return std::string("INSERT OR IGNORE INTO ") + table.name + " (" + columns + ") VALUES (" + marks + ")";
}

}  // namespace

struct Writer::Statements {
  Statement find, document, search;
  std::vector<Statement> lists, removals;  // removals: of an article's rows, the article last

  explicit Statements(SQLite::Database& db)
      : find(db, "SELECT id, object FROM documents WHERE doc_id = ?"),
        document(db,
                 "INSERT INTO documents (id, doc_id, path, url, title, published, published_from, language, status, error_code, error_message, "
                 "duplicate_of, object, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        search(db, "INSERT INTO search (title, lemmas) VALUES (?, ?)") {
    for (const ListTable& table : list_tables()) {
      lists.emplace_back(db, insert_into(table));
      removals.emplace_back(db, std::string("DELETE FROM ") + table.name + " WHERE document = ?");
    }
    removals.emplace_back(db, "DELETE FROM tellings WHERE document = ?");
    removals.emplace_back(db, "DELETE FROM documents WHERE id = ?");
  }
};

Writer::Writer(SQLite::Database& db) : db_(db), statements_(std::make_unique<Statements>(db)) { db.exec("PRAGMA foreign_keys = OFF"); }

Writer::~Writer() {
  try {
    if (begun_) db_.exec("ROLLBACK");
    db_.exec("PRAGMA foreign_keys = ON");
  } catch (const SQLite::Exception&) {
    // What was not committed is not kept, with or without it.
  }
}

void Writer::begin() {
  if (begun_) return;
  db_.exec("BEGIN IMMEDIATE");
  begun_ = true;
}

void Writer::commit() {
  if (!begun_) return;
  db_.exec("COMMIT");
  begun_ = false;
  open_ = 0;
}

Put Writer::put(const ArticleRows& article) {
  begin();
  Statement& find = statements_->find;
  find.reset();
  find.bindNoCopy(1, article.doc_id);
  const bool stored = find.executeStep();
  const std::int64_t before = stored ? find.getColumn(0).getInt64() : 0;
  const bool same = stored && article.line == find.getColumn(1).getText();
  find.reset();
  if (same) return Put::same;
  if (stored) {  // keeps its number, so that ids that were made of it stay
    for (Statement& removal : statements_->removals) {
      removal.reset();
      removal.bind(1, before);
      removal.exec();
    }
  }
  insert(article, before);
  if (++open_ >= kBatch) commit();
  return stored ? Put::replaced : Put::added;
}

void Writer::insert(const ArticleRows& a, std::int64_t id) {
  Statement& search = statements_->search;
  search.reset();
  search.bindNoCopy(1, a.title_lemmas);
  search.bindNoCopy(2, a.lemmas);
  search.exec();
  const std::int64_t searched = db_.getLastInsertRowid();
  Statement& document = statements_->document;
  document.reset();
  if (id != 0) document.bind(1, id);
  else document.bind(1);
  int column = 2;
  for (const std::string* text : {&a.doc_id, &a.path, &a.url, &a.title, &a.published, &a.published_from, &a.language, &a.status, &a.error_code, &a.error_message,
                                  &a.duplicate_of, &a.line})
    bind_text(document, column++, *text);
  document.bind(column, searched);
  document.exec();
  if (id == 0) id = db_.getLastInsertRowid();

  for (std::size_t t = 0; t < a.lists.size(); ++t) {
    const std::size_t width = list_tables()[t].columns.size();
    Statement& list = statements_->lists[t];
    for (std::size_t begin = 0; begin < a.lists[t].values.size(); begin += width) {
      list.reset();
      list.bind(1, id);
      list.bind(2, static_cast<std::int64_t>(begin / width));
      for (std::size_t k = 0; k < width; ++k) bind_value(list, static_cast<int>(k) + 3, a.lists[t].values[begin + k]);
      list.exec();
    }
  }

}

}  // namespace qogam::store
