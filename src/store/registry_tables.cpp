// The registry and the store.
#include "store/registry_tables.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <map>

#include "registry/phrase_table.h"
#include "registry/records.h"
#include "registry/spelling.h"
#include "registry/tables.h"
#include "store/name_stems.h"
#include "store/text_columns.h"

namespace qogam::store {
namespace {

using SQLite::Statement;

// Of clauses and reports that a person's decisions can name, as ARTICLE@START: a line of another maker may hold some without.
constexpr const char* kNamed = R"(text <> '' AND typeof(start) = 'integer' AND start BETWEEN 0 AND 4294967295)";

// The article of a number; null where it is none of those.
template <typename Article>
Article* article_of(std::vector<Article>& articles, std::map<std::int64_t, std::size_t>& places, std::int64_t number) {
  const auto it = places.find(number);
  return it == places.end() ? nullptr : &articles[it->second];
}

}  // namespace

std::vector<registry::ArticleEntities> read_entities(SQLite::Database& db) {
  std::vector<registry::ArticleEntities> articles;
  std::map<std::int64_t, std::size_t> places;
  Statement documents(db, "SELECT id, doc_id, published, language FROM documents WHERE status = 'ok' ORDER BY id");
  while (documents.executeStep()) {
    places[documents.getColumn(0).getInt64()] = articles.size();
    articles.push_back({documents.getColumn(0).getInt64(), text_at(documents, 1), day_at(documents, 2), text_at(documents, 3), {}, {}, {}, {}});
  }
  Statement entities(db, "SELECT document, entity, type, kind, name, mentions FROM entities ORDER BY document, n");
  while (entities.executeStep()) {
    auto* const article = article_of(articles, places, entities.getColumn(0).getInt64());
    if (article == nullptr) continue;
    registry::ArticleEntity entity{text_at(entities, 1), text_at(entities, 3), text_at(entities, 4), entities.getColumn(5).getUInt()};
    const std::string type = text_at(entities, 2);
    (type == "person" ? article->people : type == "organization" ? article->bodies : article->places).push_back(std::move(entity));
  }
  Statement officials(db, "SELECT document, entity, position, organization, organization_entity, status FROM officials ORDER BY document, n");
  while (officials.executeStep())
    if (auto* const article = article_of(articles, places, officials.getColumn(0).getInt64()); article != nullptr)
      article->roles.push_back({text_at(officials, 1), text_at(officials, 2), text_at(officials, 3), text_at(officials, 4), text_at(officials, 5)});
  Statement representatives(db, "SELECT r.document, r.entity, r.role, n.name, r.ngo FROM ngo_representatives r LEFT JOIN ngos n ON n.document = r.document AND n.entity = r.ngo ORDER BY r.document, r.n");
  while (representatives.executeStep())
    if (auto* const article = article_of(articles, places, representatives.getColumn(0).getInt64()); article != nullptr)
      article->roles.push_back({text_at(representatives, 1), text_at(representatives, 2), text_at(representatives, 3), text_at(representatives, 4), ""});
  return articles;
}

std::vector<registry::ArticleClauses> read_clauses(SQLite::Database& db) {
  std::vector<registry::ArticleClauses> articles;
  std::map<std::int64_t, std::size_t> places;
  Statement documents(db,
                      "SELECT id, doc_id, published, language, title FROM documents WHERE duplicate_of IS NULL AND id IN (SELECT document FROM clauses UNION SELECT document FROM commitment_reports) ORDER BY id");
  while (documents.executeStep()) {
    places[documents.getColumn(0).getInt64()] = articles.size();
    articles.push_back({documents.getColumn(0).getInt64(), text_at(documents, 1), day_at(documents, 2), text_at(documents, 3), text_at(documents, 4), {}});
  }
  std::map<std::pair<std::int64_t, std::string>, std::vector<std::string>> topics;
  Statement clause_topics(db, "SELECT document, clause, topic FROM clause_topics ORDER BY document, n");
  while (clause_topics.executeStep()) topics[{clause_topics.getColumn(0).getInt64(), text_at(clause_topics, 1)}].push_back(text_at(clause_topics, 2));
  Statement clauses(db,
                    "SELECT document, start, \"end\", text, kind, actor, actor_name, said_by, said_by_name, deadline_text, deadline_begin, deadline_end, confidence, clause, sentence FROM clauses WHERE " +
                        std::string(kNamed) + " ORDER BY document, n");
  while (clauses.executeStep()) {
    auto* const article = article_of(articles, places, clauses.getColumn(0).getInt64());
    if (article == nullptr) continue;
    registry::ArticleClause c{.start = clauses.getColumn(1).getUInt(), .end = clauses.getColumn(2).getUInt(), .text = text_at(clauses, 3), .context = text_at(clauses, 14), .says = "promised", .kind = text_at(clauses, 4),
                              .actor = text_at(clauses, 5), .actor_name = text_at(clauses, 6), .said_by = text_at(clauses, 7), .said_by_name = text_at(clauses, 8), .deadline_text = text_at(clauses, 9),
                              .deadline_begin = day_at(clauses, 10), .deadline_end = day_at(clauses, 11), .confidence = clauses.getColumn(12).getDouble()};
    c.topics = topics[{article->number, text_at(clauses, 13)}];
    article->clauses.push_back(std::move(c));
  }
  Statement reports(db,
                    "SELECT r.document, r.start, r.\"end\", r.text, r.says, r.confidence, q.speaker, q.speaker_name, r.sentence, (SELECT max(coalesce(end_date, begin)) FROM dates t WHERE t.document = "
                    "r.document AND t.start >= r.start AND t.\"end\" <= r.\"end\") FROM (SELECT * FROM commitment_reports WHERE " +
                        std::string(kNamed) +
                        ") r LEFT JOIN quotes q ON q.document = r.document AND "
                        "q.start <= r.start AND q.\"end\" >= r.\"end\" - 1 GROUP BY r.document, r.n ORDER BY r.document, r.n");
  while (reports.executeStep()) {
    auto* const article = article_of(articles, places, reports.getColumn(0).getInt64());
    if (article == nullptr) continue;
    article->clauses.push_back({.start = reports.getColumn(1).getUInt(), .end = reports.getColumn(2).getUInt(), .text = text_at(reports, 3), .context = text_at(reports, 8), .says = text_at(reports, 4),
                                .said_by = text_at(reports, 6), .said_by_name = text_at(reports, 7), .deadline_end = day_at(reports, 9), .confidence = reports.getColumn(5).getDouble()});
  }
  return articles;
}

registry::Decisions read_decisions(SQLite::Database& db) {
  registry::Decisions decisions;
  Statement rows(db, "SELECT verdict, first, second, who, day, source, note FROM decisions ORDER BY verdict, first, second");
  while (rows.executeStep()) {
    const std::string verdict = text_at(rows, 0), first = text_at(rows, 1), second = text_at(rows, 2);
    if (verdict == "same") decisions.same.emplace_back(first, second);
    else if (verdict == "apart") decisions.apart.insert(std::pair<std::string, std::string>(std::minmax(first, second)));
    else decisions.ratings[first] = {verdict, text_at(rows, 3), text_at(rows, 4), text_at(rows, 5), text_at(rows, 6)};
  }
  return decisions;
}

namespace {

void write_people(SQLite::Database& db, const registry::PeopleFound& found) {
  Statement person(db, "INSERT INTO people (id, name, kind) VALUES (?, ?, ?)");
  Statement post(db, "INSERT INTO posts (person, position, organization, body, status, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)");
  Statement reason(db, "INSERT INTO reasons (subject, reason) VALUES (?, ?)");
  Statement entity(db, "UPDATE entities SET person = ? WHERE document = (SELECT id FROM documents WHERE doc_id = ?) AND entity = ?");
  for (const registry::Person& p : found.people) {
    run(person, p.id, p.name, p.kind);
    for (const registry::Post& t : p.posts) run(post, p.id, t.position, t.organization, t.body, t.status, t.first, t.last);
    for (const std::string& r : p.reasons) run(reason, p.id, r);
    for (const registry::EntityRef& e : p.entities) run(entity, p.id, e.document, e.entity);
  }
}

void write_bodies(SQLite::Database& db, const registry::BodiesFound& found) {
  Statement body(db, "INSERT INTO bodies (id, name, kind, place) VALUES (?, ?, ?, ?)");
  Statement reason(db, "INSERT INTO reasons (subject, reason) VALUES (?, ?)");
  Statement entity(db, "UPDATE entities SET body = ? WHERE document = (SELECT id FROM documents WHERE doc_id = ?) AND entity = ?");
  for (const registry::Body& b : found.bodies) {
    run(body, b.id, b.name, b.kind, b.place);
    for (const std::string& r : b.reasons) run(reason, b.id, r);
    for (const registry::EntityRef& e : b.entities) run(entity, b.id, e.document, e.entity);
  }
}

// All names of people and bodies, for looking them up.
template <typename Records>
void write_names(SQLite::Database& db, const Records& records, const NameStems& stems) {
  Statement row(db, "INSERT OR IGNORE INTO names (subject, name, stems) VALUES (?, ?, ?)");
  for (const auto& record : records) {
    if (!record.name.empty()) run(row, record.id, record.name, stems.text_of(record.name));
    for (const std::string& form : record.forms)
      if (!form.empty()) run(row, record.id, form, stems.text_of(form));
  }
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ";") + part;
  return out;
}

void write_commitments(SQLite::Database& db, const registry::CommitmentsFound& found) {
  Statement row(db,
                "INSERT INTO commitments (id, text, kind, actor, actor_name, said_by, said_by_name, place, topics, first_said, last_mentioned, deadline, moved, reported_done, contradicted, status, "
                "status_by, status_on, status_source, status_note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement topic(db, "INSERT INTO commitment_topics (commitment, topic) VALUES (?, ?)");
  Statement telling(db,
                    "INSERT INTO tellings (commitment, document, start, \"end\", text, says, day, by, by_name, deadline, deadline_text, confidence, reason) VALUES (?, (SELECT id FROM documents WHERE "
                    "doc_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const registry::Commitment& c : found.commitments) {
    const registry::Facts facts = registry::facts_of(c, "");
    const auto day_of = [&](std::int32_t t) { return t < 0 ? std::string() : c.tellings[static_cast<std::size_t>(t)].day; };
    run(row, c.id, c.text, c.kind, c.actor, c.actor_name, c.said_by, c.said_by_name, c.place, joined(c.topics), facts.first_said, facts.last_mentioned, facts.deadline, int{facts.moved},
        day_of(facts.done), day_of(facts.failed), c.rating.status, c.rating.by, c.rating.on, c.rating.source, c.rating.note);
    for (const std::string& t : c.topics) run(topic, c.id, t);
    for (const registry::Telling& t : c.tellings)
      run(telling, c.id, t.document, t.start, t.end, t.text, t.says, t.day, t.by, t.by_name, t.deadline, t.deadline_text, t.confidence, t.reason);
  }
}

void write_doubts(SQLite::Database& db, const std::vector<registry::Doubt>& doubts) {
  Statement row(db, "INSERT INTO doubts (kind, first, second, reason) VALUES (?, ?, ?, ?)");
  for (const registry::Doubt& d : doubts) run(row, d.kind, d.first, d.second, d.reason);
}

}  // namespace

Linked link_articles(SQLite::Database& db, const lang::Knowledge& knowledge) {
  const registry::Spelling spelling(knowledge.resource("common/spelling.tsv"));
  const registry::PhraseTable terms = registry::read_body_terms(knowledge), concepts = registry::read_concepts(knowledge);
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  const registry::Decisions decisions = read_decisions(db);
  const auto entities = read_entities(db);
  const auto clauses = read_clauses(db);
  const registry::BodiesFound bodies = registry::resolve_bodies(entities, knowledge, spelling, terms, decisions);
  const registry::PeopleFound people = registry::resolve_people(entities, bodies, knowledge, spelling, decisions);
  const registry::CommitmentsFound commitments = registry::track_commitments({entities, clauses, bodies, people}, knowledge, spelling, concepts, decisions);
  db.exec("UPDATE entities SET person = NULL, body = NULL WHERE person IS NOT NULL OR body IS NOT NULL; DELETE FROM tellings; DELETE FROM commitment_topics; DELETE FROM commitments;"
          "DELETE FROM posts; DELETE FROM reasons; DELETE FROM names; DELETE FROM doubts; DELETE FROM people; DELETE FROM bodies");
  write_bodies(db, bodies);
  write_people(db, people);
  const NameStems stems(knowledge);
  write_names(db, bodies.bodies, stems);
  write_names(db, people.people, stems);
  write_commitments(db, commitments);
  for (const auto* doubts : {&bodies.doubts, &people.doubts, &commitments.doubts}) write_doubts(db, *doubts);
  transaction.commit();
  return {people.people.size(), bodies.bodies.size(), commitments.commitments.size(), bodies.doubts.size() + people.doubts.size() + commitments.doubts.size()};
}

}  // namespace qogam::store
