// A review sheet that a person has filled in.
#include <sstream>

#include "qogam/error.h"
#include "store/review.h"
#include "store/schema.h"
#include "support/feed.h"
#include "support/require.h"

namespace qogam::fuzz {
namespace {

// A store with two people and a commitment, as far as a sheet looks at them.
SQLite::Database small_store() {
  SQLite::Database db = store::open_store(":memory:", store::Access::write);
  db.exec("INSERT INTO documents (id, doc_id, status, object) VALUES (1, 'a1', 'ok', '{}'), (2, 'a2', 'ok', '{}')");
  db.exec("INSERT INTO people VALUES ('p1', 'One', 'official'), ('p2', 'Two', 'person')");
  db.exec("INSERT INTO entities (document, n, entity, type, kind, name, person) VALUES (1, 0, 'e1', 'person', 'official', 'One', 'p1'), (2, 0, 'e1', 'person', 'person', 'Two', 'p2')");
  db.exec("INSERT INTO commitments (id, text) VALUES ('c1', 'Mend')");
  db.exec("INSERT INTO tellings (commitment, document, start, says) VALUES ('c1', 1, 5, 'promised')");
  return db;
}

std::string sheet_of(SQLite::Database& db) {
  std::ostringstream out;
  store::write_sheet(db, out);
  return out.str();
}

}  // namespace
}  // namespace qogam::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qogam;
  static SQLite::Database db = fuzz::small_store();
  fuzz::Feed feed(data, size);
  db.exec("DELETE FROM decisions");
  const std::string before = fuzz::sheet_of(db);
  std::istringstream sheet{std::string(feed.rest())};
  try {
    store::apply_sheet(db, sheet, "sheet.tsv");
    fuzz::sheet_of(db);
  } catch (const Error& error) {
    fuzz::require(error.cause() == Cause::input && std::string(error.what()).starts_with("sheet.tsv"), "a mistake is told with its line");
    fuzz::require(fuzz::sheet_of(db) == before, "a sheet with a mistake decides nothing");
  }
  return 0;
}
