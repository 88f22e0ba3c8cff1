// What a store knows across articles, as values.
#include "store/known.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>

#include "store/text_columns.h"

namespace qogam::store {
namespace {

using SQLite::Statement;

// What is read next belongs to the record with this id.
template <typename Record>
class ById {
 public:
  explicit ById(std::vector<Record>& records) : records_(records) {
    for (std::size_t i = 0; i < records.size(); ++i) places_[records[i].id] = i;
  }
  Record* find(const std::string& id) {
    const auto it = places_.find(id);
    return it == places_.end() ? nullptr : &records_[it->second];
  }

 private:
  std::vector<Record>& records_;
  std::map<std::string, std::size_t> places_;
};

// `column` is person or body.
template <typename Record>
void add_entities(SQLite::Database& db, std::vector<Record>& records, const std::string& column) {
  ById<Record> by_id(records);
  Statement rows(db, "SELECT e." + column + ", d.doc_id, e.entity, e.name FROM entities e JOIN documents d ON d.id = e.document WHERE e." + column +
                         " IS NOT NULL ORDER BY e.document, e.n");
  while (rows.executeStep()) {
    Record* const record = by_id.find(text_at(rows, 0));
    if (record == nullptr) continue;
    record->entities.push_back({text_at(rows, 1), text_at(rows, 2)});
    const std::string name = text_at(rows, 3);
    if (name != record->name && std::ranges::find(record->forms, name) == record->forms.end()) record->forms.push_back(name);
  }
  Statement reasons(db, "SELECT subject, reason FROM reasons ORDER BY rowid");
  while (reasons.executeStep())
    if (Record* const record = by_id.find(text_at(reasons, 0)); record != nullptr) record->reasons.push_back(text_at(reasons, 1));
  // By the first article; ids are hashes.
  std::map<std::string, std::size_t> first;
  Statement order(db, "SELECT " + column + ", min(document) FROM entities WHERE " + column + " IS NOT NULL GROUP BY 1");
  while (order.executeStep()) first[text_at(order, 0)] = static_cast<std::size_t>(order.getColumn(1).getInt64());
  std::stable_sort(records.begin(), records.end(), [&](const Record& a, const Record& b) { return first[a.id] < first[b.id]; });
}

std::vector<std::string> split(const std::string& text, char border) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(border, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

std::vector<registry::Person> read_people(SQLite::Database& db) {
  std::vector<registry::Person> people;
  Statement rows(db, "SELECT id, name, kind FROM people ORDER BY id");
  while (rows.executeStep()) people.push_back({.id = text_at(rows, 0), .name = text_at(rows, 1), .kind = text_at(rows, 2)});
  add_entities(db, people, "person");
  ById<registry::Person> by_id(people);
  Statement posts(db, "SELECT person, position, organization, body, status, first, last FROM posts ORDER BY rowid");
  while (posts.executeStep())
    if (registry::Person* const person = by_id.find(text_at(posts, 0)); person != nullptr)
      person->posts.push_back({text_at(posts, 1), text_at(posts, 2), text_at(posts, 3), text_at(posts, 4), text_at(posts, 5), text_at(posts, 6)});
  return people;
}

std::vector<registry::Body> read_bodies(SQLite::Database& db) {
  std::vector<registry::Body> bodies;
  Statement rows(db, "SELECT id, name, kind, place FROM bodies ORDER BY id");
  while (rows.executeStep()) bodies.push_back({.id = text_at(rows, 0), .name = text_at(rows, 1), .kind = text_at(rows, 2), .place = text_at(rows, 3)});
  add_entities(db, bodies, "body");
  return bodies;
}

std::vector<registry::Commitment> read_commitments(SQLite::Database& db) {
  std::vector<registry::Commitment> commitments;
  Statement rows(db,
                 "SELECT id, text, kind, actor, actor_name, said_by, said_by_name, place, topics, status, status_by, status_on, status_source, status_note FROM commitments "
                 "ORDER BY first_said IS NULL, first_said, id");
  while (rows.executeStep())
    commitments.push_back({.id = text_at(rows, 0), .text = text_at(rows, 1), .kind = text_at(rows, 2), .actor = text_at(rows, 3), .actor_name = text_at(rows, 4), .said_by = text_at(rows, 5),
                           .said_by_name = text_at(rows, 6), .place = text_at(rows, 7), .topics = split(text_at(rows, 8), ';'), .tellings = {},
                           .rating = {text_at(rows, 9), text_at(rows, 10), text_at(rows, 11), text_at(rows, 12), text_at(rows, 13)}});
  ById<registry::Commitment> by_id(commitments);
  Statement tellings(db,
                     "SELECT t.commitment, d.doc_id, t.start, t.\"end\", t.text, t.says, t.day, t.by, t.by_name, t.deadline, t.deadline_text, t.confidence, t.reason FROM tellings t JOIN documents d "
                     "ON d.id = t.document ORDER BY t.rowid");
  while (tellings.executeStep())
    if (registry::Commitment* const c = by_id.find(text_at(tellings, 0)); c != nullptr)
      c->tellings.push_back({.document = text_at(tellings, 1), .start = tellings.getColumn(2).getUInt(), .end = tellings.getColumn(3).getUInt(), .text = text_at(tellings, 4),
                             .says = text_at(tellings, 5), .day = text_at(tellings, 6), .by = text_at(tellings, 7), .by_name = text_at(tellings, 8), .deadline = text_at(tellings, 9),
                             .deadline_text = text_at(tellings, 10), .confidence = tellings.getColumn(11).getDouble(), .reason = text_at(tellings, 12)});
  return commitments;
}

Counts count_articles(SQLite::Database& db) {
  Counts counts;
  Statement all(db, "SELECT count(*), coalesce(sum(status <> 'ok'), 0) FROM documents");
  if (all.executeStep()) counts.articles = all.getColumn(0).getUInt(), counts.failed = all.getColumn(1).getUInt();
  Statement months(db, "SELECT substr(published, 1, 7), count(*) FROM documents WHERE length(published) >= 7 AND status = 'ok' GROUP BY 1 ORDER BY 1");
  while (months.executeStep()) counts.months.emplace_back(text_at(months, 0), months.getColumn(1).getUInt());
  return counts;
}

struct ArticleLines::Parts {
  Statement rows;
};

ArticleLines::ArticleLines(SQLite::Database& db, std::size_t latest)
    : parts_(new Parts{Statement(db, latest == 0 ? "SELECT object FROM documents WHERE status = 'ok' ORDER BY id"
                                                 : "SELECT object FROM documents WHERE status = 'ok' ORDER BY published DESC, id DESC LIMIT " + std::to_string(latest))}) {}

ArticleLines::~ArticleLines() = default;

std::optional<std::string> ArticleLines::next() {
  if (!parts_->rows.executeStep()) return std::nullopt;
  return text_at(parts_->rows, 0);
}

void ArticleLines::rewind() { parts_->rows.reset(); }

}  // namespace qogam::store
