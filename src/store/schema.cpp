// The tables of a store, and how a store is opened.
#include "store/schema.h"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include "qogam/error.h"

namespace qogam::store {
namespace {

constexpr int kApplication = 0x516F676D;  // "Qogm", PRAGMA application_id
constexpr int kPatience = 10'000;         // milliseconds that a lock of another process is waited for

// The index of lemmas takes them as they are, as they come folded; it has no texts of its own and forgets nothing: what it says of an article that was replaced leads to a
// row that no document names. Rows of one article lie together, numbered by n. What the columns hold is what docs/store.md says. Offsets are code points of documents.text.
constexpr const char* kTables = R"sql(
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL UNIQUE,
  path TEXT, url TEXT, title TEXT, published TEXT, published_from TEXT, language TEXT,
  status TEXT NOT NULL, error_code TEXT, error_message TEXT, duplicate_of TEXT,
  search INTEGER, object TEXT NOT NULL,
  text TEXT GENERATED ALWAYS AS (json_extract(object, '$.text')) VIRTUAL);

CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT, kind TEXT) WITHOUT ROWID;
CREATE TABLE bodies (id TEXT PRIMARY KEY, name TEXT, kind TEXT, place TEXT) WITHOUT ROWID;
CREATE TABLE entities (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL, entity TEXT NOT NULL, type TEXT, kind TEXT, name TEXT, parent TEXT, mentions INTEGER, aliases TEXT,
  person TEXT REFERENCES people ON DELETE SET NULL,
  body TEXT REFERENCES bodies ON DELETE SET NULL,
  PRIMARY KEY (document, entity)) WITHOUT ROWID;
CREATE INDEX entities_by_person ON entities (person) WHERE person IS NOT NULL;
CREATE INDEX entities_by_body ON entities (body) WHERE body IS NOT NULL;
CREATE TABLE posts (
  person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
  position TEXT, organization TEXT, body TEXT REFERENCES bodies ON DELETE SET NULL, status TEXT, first TEXT, last TEXT);
CREATE INDEX posts_by_person ON posts (person);
CREATE INDEX posts_by_body ON posts (body);
CREATE TABLE names (subject TEXT NOT NULL, name TEXT NOT NULL, stems TEXT, PRIMARY KEY (subject, name)) WITHOUT ROWID;
CREATE TABLE reasons (subject TEXT NOT NULL, reason TEXT NOT NULL);
CREATE INDEX reasons_by_subject ON reasons (subject);

CREATE TABLE officials (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL,
  entity TEXT, name TEXT, position TEXT, organization TEXT, organization_entity TEXT, status TEXT, confidence REAL, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE ngos (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL, entity TEXT, name TEXT, named INTEGER, confidence REAL, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE ngo_representatives (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL, ngo TEXT, entity TEXT, name TEXT, role TEXT, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE dates (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL,
  start INTEGER, "end" INTEGER, text TEXT, type TEXT, value TEXT, begin TEXT, end_date TEXT, approximate INTEGER, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE money (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL,
  start INTEGER, "end" INTEGER, text TEXT, amount REAL, amount_max REAL, currency TEXT, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE topics (document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL, topic TEXT, score REAL, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE quotes (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL,
  quote TEXT, start INTEGER, "end" INTEGER, text TEXT, speaker TEXT, speaker_name TEXT, cue TEXT, direct INTEGER, confidence REAL, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE quote_topics (document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL, quote TEXT, topic TEXT, PRIMARY KEY (document, n)) WITHOUT ROWID;

CREATE TABLE commitments (
  id TEXT PRIMARY KEY, text TEXT, kind TEXT, actor TEXT, actor_name TEXT, said_by TEXT, said_by_name TEXT,
  place TEXT, topics TEXT, first_said TEXT, last_mentioned TEXT, deadline TEXT, moved INTEGER, reported_done TEXT, contradicted TEXT,
  status TEXT NOT NULL DEFAULT 'not_yet_rated', status_by TEXT, status_on TEXT, status_source TEXT, status_note TEXT) WITHOUT ROWID;
CREATE TABLE commitment_topics (commitment TEXT NOT NULL REFERENCES commitments ON DELETE CASCADE, topic TEXT);
CREATE TABLE clauses (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL,
  clause TEXT, start INTEGER, "end" INTEGER, text TEXT, kind TEXT, actor TEXT, actor_name TEXT, said_by TEXT, said_by_name TEXT,
  ordered_by TEXT, action TEXT, deadline_text TEXT, deadline_value TEXT, deadline_begin TEXT, deadline_end TEXT,
  amount REAL, currency TEXT, confidence REAL, sentence TEXT, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE clause_topics (document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL, clause TEXT, topic TEXT, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE commitment_reports (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, n INTEGER NOT NULL,
  start INTEGER, "end" INTEGER, text TEXT, says TEXT, confidence REAL, sentence TEXT, PRIMARY KEY (document, n)) WITHOUT ROWID;
CREATE TABLE tellings (
  commitment TEXT NOT NULL REFERENCES commitments ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  start INTEGER, "end" INTEGER, text TEXT, says TEXT, day TEXT, by TEXT, by_name TEXT, deadline TEXT, deadline_text TEXT,
  confidence REAL, reason TEXT);
CREATE INDEX tellings_by_commitment ON tellings (commitment);
CREATE INDEX tellings_by_document ON tellings (document);
CREATE INDEX tellings_by_day ON tellings (day);

CREATE TABLE decisions (verdict TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL DEFAULT '', who TEXT, day TEXT, source TEXT, note TEXT,
  PRIMARY KEY (verdict, first, second));
CREATE TABLE doubts (kind TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, reason TEXT);

CREATE VIRTUAL TABLE search USING fts5(title, lemmas, content = '', tokenize = "ascii", detail = column);

CREATE VIEW mentions AS
  SELECT d.id AS document, m.value ->> 'id' AS mention, m.value ->> 'type' AS type, m.value ->> 'start' AS start,
         m.value ->> 'end' AS "end", m.value ->> 'text' AS text, m.value ->> 'entity' AS entity
  FROM documents d, json_each(d.object, '$.mentions') m;
)sql";

// Made when a new store has been filled, which is quicker than keeping them meanwhile.
constexpr const char* kIndexes = R"sql(
CREATE INDEX IF NOT EXISTS documents_by_day ON documents (published);
CREATE INDEX IF NOT EXISTS documents_by_search ON documents (search);
CREATE INDEX IF NOT EXISTS documents_head ON documents (id, published, doc_id, title, language, url, status, duplicate_of, search);
CREATE INDEX IF NOT EXISTS topics_by_topic ON topics (topic, document);
CREATE INDEX IF NOT EXISTS quotes_without_speaker ON quotes (document, n) WHERE speaker IS NULL;
CREATE INDEX IF NOT EXISTS dates_by_begin ON dates (begin);
)sql";

constexpr const char* kEntities[] = {"entity=id", "type", "kind", "name", "parent", "mentions=#mentions", "aliases"};
constexpr const char* kOfficials[] = {"entity=person", "name", "position", "organization", "organization_entity", "status", "confidence"};
constexpr const char* kNgos[] = {"entity=organization", "name", "named", "confidence"};
constexpr const char* kRepresentatives[] = {"ngo=^organization", "entity=person", "name", "role"};
constexpr const char* kDates[] = {"start", "end", "text", "type", "value", "begin", "end_date", "approximate"};
constexpr const char* kMoney[] = {"start", "end", "text", "amount", "amount_max", "currency"};
constexpr const char* kTopics[] = {"topic=id", "score"};
constexpr const char* kQuotes[] = {"quote=id", "start", "end", "text", "speaker", "speaker_name", "cue", "direct", "confidence"};
constexpr const char* kQuoteTopics[] = {"quote=^id", "topic=."};
constexpr const char* kClauses[] = {"clause=id", "start", "end", "text", "kind", "actor", "actor_name", "said_by", "said_by_name", "ordered_by", "action",
                                    "deadline_text=deadline/text", "deadline_value=deadline/value", "deadline_begin=deadline/begin", "deadline_end=deadline/end_date",
                                    "amount=amount/amount", "currency=amount/currency", "confidence", "sentence=@"};
constexpr const char* kClauseTopics[] = {"clause=^id", "topic=."};
constexpr const char* kReports[] = {"start", "end", "text", "says", "confidence", "sentence=@"};

constexpr ListTable kListTables[] = {
    {"entities", "entities", nullptr, kEntities},
    {"officials", "officials", nullptr, kOfficials},
    {"ngos", "ngos", nullptr, kNgos},
    {"ngo_representatives", "ngos", "representatives", kRepresentatives},
    {"dates", "dates", nullptr, kDates},
    {"money", "money", nullptr, kMoney},
    {"topics", "topics", nullptr, kTopics},
    {"quotes", "quotes", nullptr, kQuotes},
    {"quote_topics", "quotes", "topics", kQuoteTopics},
    {"clauses", "commitments", nullptr, kClauses},
    {"clause_topics", "commitments", "topics", kClauseTopics},
    {"commitment_reports", "commitment_reports", nullptr, kReports},
};

int pragma(SQLite::Database& db, const char* name) { return db.execAndGet(std::string("PRAGMA ") + name).getInt(); }

[[noreturn]] void fail(const std::string& path, const std::string& why) { throw Error(Cause::input, path + " " + why); }

bool is_empty(SQLite::Database& db) { return db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0; }

void require_store(SQLite::Database& db, const std::string& path, Access access) {
  if (is_empty(db)) {
    if (access == Access::read) fail(path, "is an empty database; fill it with 'qogam store'.");
    return;
  }
  if (pragma(db, "application_id") != kApplication) fail(path, "is a database, but no store of Qogam; name another file.");
  const int version = pragma(db, "user_version");
  if (version != kSchemaVersion)
    fail(path, "is a store of version " + std::to_string(version) + ", this program reads and writes version " + std::to_string(kSchemaVersion) +
                   "; make it anew with 'qogam store' from the JSON Lines.");
}

// Gives whether there were none.
bool make_tables(SQLite::Database& db) {
  if (!is_empty(db)) return false;
  db.exec("PRAGMA page_size = 16384");  // an object takes a page or two
  db.exec("BEGIN IMMEDIATE");
  const bool fresh = is_empty(db);  // else another process was quicker
  if (fresh) {
    db.exec(kTables);
    db.exec("PRAGMA application_id = " + std::to_string(kApplication));
    db.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  }
  db.exec("COMMIT");
  return fresh;
}

}  // namespace

void sign(SQLite::Database& db, std::string_view version, std::string_view models) {
  db.exec("CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
  SQLite::Statement put(db, "INSERT OR REPLACE INTO meta VALUES (?, ?)");
  for (const auto& [name, value] : {std::pair("version", version), std::pair("models", models)}) {
    put.bind(1, name);
    put.bind(2, std::string(value));
    put.exec();
    put.reset();
  }
}

std::string ListTable::column_name(const char* column) {
  const char* const path = std::strchr(column, '=');
  return path == nullptr ? column : std::string(column, path);
}

std::span<const ListTable> list_tables() { return kListTables; }

void finish_writing(SQLite::Database& db) {
  db.exec("PRAGMA synchronous = FULL");  // all that was not waited for is waited for with the next commit
  db.exec(kIndexes);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
}

SQLite::Database open_store(const std::string& path, Access access) {
  try {
    const int flags = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX | (access == Access::write ? SQLite::OPEN_CREATE : 0);
    SQLite::Database db(path, flags, kPatience);
    require_store(db, path, access);  // before anything is changed that belongs to another program
    db.exec("PRAGMA foreign_keys = ON");
    db.exec("PRAGMA synchronous = NORMAL");
    db.exec("PRAGMA temp_store = MEMORY");
    db.exec("PRAGMA cache_size = -16384");  // KiB
    // What is new is written once, not to the log first, and is not waited for; finish_writing() turns to both.
    if (access == Access::write) db.exec(make_tables(db) ? "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF" : "PRAGMA journal_mode = WAL");
    else db.exec("PRAGMA mmap_size = 4294967296");
    return db;
  } catch (const SQLite::Exception& e) {
    const int code = e.getErrorCode();
    if (code == SQLITE_NOTADB) fail(path, "is no SQLite database; name another file.");
    if (code == SQLITE_BUSY) fail(path, "is in use by another process; try again when that has ended.");
    if (code == SQLITE_CANTOPEN)
      fail(path, access == Access::read ? "cannot be opened: there is no such store, or it may not be read." : "cannot be opened or made; check its folder.");
    if ((code & 0xFF) == SQLITE_READONLY) fail(path, "cannot be used where it is: who reads a store must be allowed to write it and its folder; copy it to a folder of your own.");
    fail(path, std::string("cannot be used: ") + e.what() + ".");
  }
}

}  // namespace qogam::store
