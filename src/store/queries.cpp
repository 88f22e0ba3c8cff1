// The questions that a store answers by itself.
#include "store/queries.h"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "qogam/error.h"
#include "store/name_stems.h"
#include "store/text_columns.h"
#include "words/lemmatizer.h"

namespace qogam::store {
namespace {

constexpr Filter kFilters[] = {
    {"topic", "TOPIC", "about this topic ('qogam list topics')"},
    {"place", "NAME", "of this place, in either language"},
    {"by", "NAME", "said by this person"},
    {"actor", "NAME", "to be done by this person or body"},
    {"name", "NAME", "of this name, in either language"},
    {"since", "DAY", "from this day on"},
    {"until", "DAY", "up to this day"},
    {"changed-since", "DAY", "of which something new was told from this day on"},
    {"overdue", "", "whose deadline has passed without a report that they are done"},
    {"status", "STATUS", "that people have rated so"},
    {"lang", "LANGUAGE", "in this language"},
    {"search", "WORDS", "whose articles have all these words, in any form"},
};

// {head} stands for the index that has all of documents but the articles' objects, which are long.
constexpr const char* kCommitments = R"sql(
SELECT c.id, c.text, c.actor_name AS actor, c.said_by_name AS said_by, c.place, c.topics, c.first_said, c.last_mentioned, c.deadline,
       CASE WHEN c.deadline IS NULL THEN 'none' WHEN c.deadline < :as_of THEN 'passed' ELSE 'ahead' END AS deadline_state,
       c.moved, c.reported_done, c.contradicted, c.status
FROM commitments c {where} ORDER BY coalesce(c.deadline, '9999'), c.first_said, c.id)sql";

// The commitments as of a day before the last telling: what was told later is left out.
constexpr const char* kCommitmentsThen = R"sql(
WITH told AS (SELECT rowid AS n, * FROM tellings WHERE day IS NULL OR day <= :as_of),
c AS (SELECT x.id, x.text, x.actor_name, x.said_by_name, x.place, x.topics, x.status,
  (SELECT min(day) FROM told t WHERE t.commitment = x.id) AS first_said,
  (SELECT max(day) FROM told t WHERE t.commitment = x.id) AS last_mentioned,
  (SELECT t.deadline FROM told t WHERE t.commitment = x.id AND t.deadline IS NOT NULL ORDER BY t.n DESC LIMIT 1) AS deadline,
  EXISTS (SELECT 1 FROM told t WHERE t.commitment = x.id AND t.says = 'moved') AS moved,
  (SELECT min(day) FROM told t WHERE t.commitment = x.id AND t.says = 'done') AS reported_done,
  (SELECT min(day) FROM told t WHERE t.commitment = x.id AND t.says = 'failed') AS contradicted
  FROM commitments x WHERE x.first_said IS NULL OR x.first_said <= :as_of)
)sql";

constexpr const char* kPeople = R"sql(
SELECT p.id, p.name, p.kind, (SELECT t.position FROM posts t WHERE t.person = p.id ORDER BY t.last DESC, t.rowid DESC LIMIT 1) AS latest_post,
       count(DISTINCT e.document) AS articles, min(d.published) AS first, max(d.published) AS last
FROM people p JOIN entities e ON e.person = p.id JOIN documents d {head} ON d.id = e.document {where}
GROUP BY p.id ORDER BY articles DESC, p.name, p.id)sql";

constexpr const char* kOfficials = R"sql(
SELECT p.id, p.name, t.position, coalesce(b.name, t.organization) AS organization, t.status, t.first, t.last
FROM posts t JOIN people p ON p.id = t.person LEFT JOIN bodies b ON b.id = t.body {where} ORDER BY p.name, p.id, t.first, t.rowid)sql";

constexpr const char* kBodies = R"sql(
SELECT b.id, b.name, b.kind, b.place, count(DISTINCT e.document) AS articles
FROM bodies b JOIN entities e ON e.body = b.id {where} GROUP BY b.id ORDER BY articles DESC, b.name, b.id)sql";

constexpr const char* kQuotes = R"sql(
SELECT d.published AS day, coalesce(p.name, q.speaker_name) AS speaker, q.text, q.direct, d.doc_id AS article, q.start
FROM quotes q JOIN documents d {head} ON d.id = q.document LEFT JOIN entities e ON e.document = q.document AND e.entity = q.speaker
LEFT JOIN people p ON p.id = e.person {where} ORDER BY d.published, d.id, q.start)sql";

constexpr const char* kDates = R"sql(
SELECT t.begin, t.end_date, t.text, t.type, t.value, d.published AS day, d.doc_id AS article
FROM dates t JOIN documents d {head} ON d.id = t.document {where} ORDER BY t.begin, t.document, t.n)sql";

constexpr const char* kTopics = R"sql(
SELECT t.topic, count(*) AS articles FROM topics t {where} GROUP BY t.topic ORDER BY articles DESC, t.topic)sql";

constexpr const char* kArticles = R"sql(
SELECT d.published AS day, d.doc_id AS article, d.title, d.language, d.url, d.status, d.duplicate_of
FROM documents d {where} ORDER BY d.published, d.id)sql";

constexpr const char* kHistory = R"sql(
SELECT t.day, t.says, t.by_name AS by, t.deadline, t.text, d.doc_id AS article, t.start, t.reason
FROM tellings t JOIN documents d {head} ON d.id = t.document {where} ORDER BY t.rowid)sql";

constexpr const char* kDoubts = "SELECT kind, first, second, reason FROM doubts {where} ORDER BY rowid";

std::vector<Question> make_questions() {
  const char* const found = "search=d.search IN (SELECT rowid FROM search WHERE search MATCH :search)";
  const char* const topic = "topic=EXISTS (SELECT 1 FROM topics x WHERE x.document = d.id AND x.topic = :topic)";
  const char* const since = "since=d.published >= :since";
  const char* const until = "until=substr(d.published, 1, 10) <= :until";
  const char* const language = "lang=d.language = :lang";
  // By any name that articles give them, in either language.
  const char* const person = "name=p.id IN (SELECT subject FROM names WHERE has_stems(stems, :name))";
  const char* const body = "name=b.id IN (SELECT subject FROM names WHERE has_stems(stems, :name))";
  return {
      {"commitments", "what was promised, ordered or planned, with what became of it", kCommitments,
       {"topic=c.id IN (SELECT commitment FROM commitment_topics WHERE topic = :topic)", "place=names(c.place, :place)", "by=names(c.said_by_name, :by) OR c.said_by IN (SELECT subject FROM names WHERE has_stems(stems, :by))", "actor=names(c.actor_name, :actor) OR c.actor IN (SELECT subject FROM names WHERE has_stems(stems, :actor))",
        "since=c.first_said >= :since", "until=c.first_said <= :until", "changed-since=c.last_mentioned >= :changed_since", "overdue=c.deadline < :as_of AND coalesce(c.reported_done, '9999') > :as_of",
        "status=c.status = :status"}},
      {"history", "how one commitment was told (its id follows)", kHistory, {"words=t.commitment = :words"}},
      {"people", "who is named, in how many articles", kPeople, {person, topic, since, until}},
      {"officials", "who held which post, and when articles said so", kOfficials, {person, "place=names(t.position || ' ' || coalesce(b.name, '') || ' ' || coalesce(b.place, ''), :place)", "since=t.last >= :since", "until=t.first <= :until"}},
      {"bodies", "state bodies and other organizations", kBodies, {body, "place=names(coalesce(b.place, '') || ' ' || b.name, :place)"}},
      {"ngos", "non-governmental organizations", kBodies, {"always=b.kind = 'ngo'", body, "place=names(coalesce(b.place, ''), :place)"}},
      {"quotes", "what was said by whom", kQuotes, {"by=q.document IN (SELECT document FROM entities WHERE person IN (SELECT subject FROM names WHERE has_stems(stems, :by)) UNION SELECT document FROM quotes WHERE speaker IS NULL AND "
        "names(speaker_name, :by)) AND (q.document, q.n) IN (SELECT x.document, x.n FROM entities s JOIN quotes x ON x.document = s.document AND x.speaker = s.entity WHERE s.person IN (SELECT subject FROM names WHERE "
        "has_stems(stems, :by)) UNION SELECT document, n FROM quotes WHERE speaker IS NULL AND names(speaker_name, :by))", "topic=EXISTS (SELECT 1 FROM quote_topics x WHERE x.document = q.document AND x.quote = q.quote AND x.topic = :topic)", since, until, language, found}},
      {"dates", "times that articles name", kDates, {"since=t.begin >= :since", "until=t.begin <= :until", topic, language}},
      {"topics", "how many articles are about what", kTopics,
       {"since=t.document IN (SELECT id FROM documents WHERE published >= :since)", "until=t.document IN (SELECT id FROM documents WHERE substr(published, 1, 10) <= :until)",
        "lang=t.document IN (SELECT id FROM documents WHERE language = :lang)"}},
      {"articles", "the articles", kArticles, {topic, since, until, language, found}},
      {"search", "articles that have all the words that follow, in any form and either language", kArticles, {"words=d.search IN (SELECT rowid FROM search WHERE search MATCH :words)", topic, since, until, language}},
      {"doubts", "what may be one and was not joined", kDoubts, {}},
  };
}

std::string parameter(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return ":" + name;
}

// Two functions of SQL: names(TEXT, NAME), whether the text has words that begin with those of the name, as either language
// writes them; has_stems(STEMS, NAME), the same of the column names.stems.
class NameFunctions {
 public:
  NameFunctions(SQLite::Database& db, const lang::Knowledge& knowledge) : stems_(knowledge) {
    db.createFunction("names", 2, true, this, &call<true>);
    db.createFunction("has_stems", 2, true, this, &call<false>);
  }

 private:
  static std::string_view text_of(sqlite3_value* value) {
    const auto* const text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text == nullptr ? std::string_view() : std::string_view(text);
  }

  template <bool kText>
  static void call(sqlite3_context* context, int, sqlite3_value** values) {
    auto& self = *static_cast<NameFunctions*>(sqlite3_user_data(context));
    const std::string_view text = text_of(values[0]), name = text_of(values[1]);
    if (name != self.name_) self.name_ = name, self.wanted_ = self.stems_.of(name);
    const bool has = !text.empty() && NameStems::has(kText ? self.stems_.text_of(text) : std::string(text), self.wanted_);
    sqlite3_result_int(context, has ? 1 : 0);
  }

  NameStems stems_;
  std::string name_;
  std::vector<std::string> wanted_;  // stems of it
};

// The words as a question of FTS5: each by any lemma that it can have in any of the languages.
std::string match_of(const std::string& words, const lang::Knowledge& knowledge) {
  words::Lemmatizer lemmatizer(knowledge);
  std::string match;
  for (const words::PlainWord& word : lemmatizer.words(words, "")) {
    std::set<std::string> forms;
    for (std::size_t l = 1; l < knowledge.languages().size(); ++l) {
      std::istringstream lemmas(lemmatizer.lemmas(word.span.of(words), knowledge.languages()[l].code));
      for (std::string lemma; lemmas >> lemma;) forms.insert(lemma);
    }
    std::string any;
    for (const std::string& lemma : forms) any += (any.empty() ? "\"" : " OR \"") + lemma + "\"";
    if (!any.empty()) match += (match.empty() ? "(" : " AND (") + any + ")";
  }
  if (match.empty()) throw Error(Cause::usage, "There is no word to search for in '" + words + "'.");
  return match;
}

std::string where_of(const Question& question, const Asked& asked, std::map<std::string, std::string>& values) {
  std::map<std::string, std::string> left = asked.filters;
  std::string where;
  for (const std::string_view condition : question.conditions) {
    const std::string name(condition.substr(0, condition.find('=')));
    const bool given = name == "always" || (name == "words" ? !asked.words.empty() : left.contains(name));
    if (!given) continue;
    where += (where.empty() ? "WHERE (" : " AND (") + std::string(condition.substr(name.size() + 1)) + ")";
    values[parameter(name)] = name == "words" ? asked.words : name == "always" ? std::string() : left[name];
    left.erase(name);
  }
  if (!left.empty()) throw Error(Cause::usage, "The question '" + asked.question + "' takes no --" + left.begin()->first + "; 'qogam query --help' lists what each takes.");
  return where;
}

// False while a new store is being filled.
bool has_head(SQLite::Database& db) {
  SQLite::Statement row(db, "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = 'documents_head'");
  return row.executeStep();
}

std::string last_day(SQLite::Database& db) {
  SQLite::Statement row(db, "SELECT max(day) FROM tellings");
  return row.executeStep() ? text_at(row, 0) : std::string();
}

void require_commitment(SQLite::Database& db, const std::string& id) {
  SQLite::Statement row(db, "SELECT 1 FROM commitments WHERE id = ?");
  row.bind(1, id);
  if (!row.executeStep()) throw Error(Cause::usage, "There is no commitment with the id '" + id + "'; 'qogam query DB commitments' prints ids.");
}

Cell cell_of(const SQLite::Column& column) {
  if (column.isInteger()) return static_cast<std::int64_t>(column.getInt64());
  if (column.isFloat()) return column.getDouble();
  if (column.isNull()) return std::monostate();
  return column.getString();
}

}  // namespace

std::span<const Filter> filters() { return kFilters; }

const std::vector<Question>& questions() {
  static const std::vector<Question> all = make_questions();
  return all;
}

void ask(SQLite::Database& db, const lang::Knowledge& knowledge, const Asked& asked, const std::function<void(const std::vector<std::string>&)>& header,
         const std::function<bool(const std::vector<Cell>&)>& row) {
  const auto question = std::ranges::find(questions(), asked.question, &Question::name);
  std::map<std::string, std::string> values;
  std::string sql = question->sql;
  if (asked.question == "commitments" && asked.as_of < last_day(db)) {
    sql = kCommitmentsThen + sql;
    sql.replace(sql.find("FROM commitments c"), 18, "FROM c");
  }
  if (asked.question == "history") require_commitment(db, asked.words);
  sql.replace(sql.find("{where}"), 7, where_of(*question, asked, values));
  if (const auto head = sql.find("{head}"); head != sql.npos) sql.replace(head, 6, has_head(db) ? "INDEXED BY documents_head" : "");
  if (asked.limit != 0) sql += " LIMIT " + std::to_string(asked.limit);
  const NameFunctions names(db, knowledge);
  SQLite::Statement statement(db, sql);
  values[":as_of"] = asked.as_of;
  for (const auto& [name, value] : values) {
    const bool match = name == ":search" || (name == ":words" && asked.question == "search");
    if (sql.find(name) != std::string::npos) statement.bind(name, match ? match_of(value, knowledge) : value);
  }
  std::vector<std::string> columns;
  for (int i = 0; i < statement.getColumnCount(); ++i) columns.emplace_back(statement.getColumnName(i));
  header(columns);
  while (statement.executeStep()) {
    std::vector<Cell> cells;
    for (int i = 0; i < statement.getColumnCount(); ++i) cells.push_back(cell_of(statement.getColumn(i)));
    if (!row(cells)) break;
  }
}

}  // namespace qogam::store
