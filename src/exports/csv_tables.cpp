// The folder of CSV tables. Columns that hold an id are named for what they point to: `article`,
// `person`, `body`, `commitment`; `entity` and `mention` ids are those of the article.
#include <algorithm>

#include "exports/article.h"
#include "exports/csv.h"
#include "exports/data_package.h"
#include "exports/makers.h"

namespace qogam::exports {
namespace {

namespace fs = std::filesystem;

// How a list of an article becomes rows: after the column `article`, a column a key.
struct ListTable {
  const char* name;
  std::vector<std::string> keys;
};

const std::vector<ListTable>& plain_lists() {
  static const std::vector<ListTable> all = {
      {"dates", {"start", "end", "text", "type", "value", "begin", "end_date", "approximate", "confidence", "by"}},
      {"money", {"start", "end", "text", "amount", "amount_max", "currency", "confidence", "by"}},
      {"quotes", {"id", "start", "end", "text", "speaker", "speaker_name", "cue", "direct", "topics", "confidence", "by"}},
  };
  return all;
}

struct Tables {
  explicit Tables(CsvFolder& folder)
      : articles(folder, "articles",
                 {"id", "language", "title", "published", "published_from", "url", "path", "author", "topics", "duplicate_of", "status",
                  "problem", "warnings", "text", "generator"}),
        ngos(folder, "ngos", {"article", "entity", "body", "name", "named", "representatives", "roles", "confidence", "by"}),
        topics(folder, "topics", {"article", "topic", "rank", "score", "places"}),
        mentions(folder, "mentions",
                 {"article", "id", "type", "start", "end", "text", "entity", "kind", "name", "person_or_body", "confidence", "by"}) {
    for (const ListTable& list : plain_lists()) {
      std::vector<std::string> columns{"article"};
      columns.insert(columns.end(), list.keys.begin(), list.keys.end());
      if (list.name == std::string("quotes")) columns.push_back("person_or_body");
      lists.push_back(std::make_unique<CsvTable>(folder, list.name, columns));
    }
  }

  void finish() {
    for (CsvTable* table : {&articles, &ngos, &topics, &mentions}) table->finish();
    for (const auto& table : lists) table->finish();
  }

  CsvTable articles, ngos, topics, mentions;
  std::vector<std::unique_ptr<CsvTable>> lists;
};

Json value_of(const Json& object, const char* key) { return object.value(key, Json()); }

void add_article(CsvTable& table, const Json& article) {
  const Json source = article.value("source", Json::object()), published = article.value("published", Json::object());
  const auto error = article.find("error");
  std::vector<std::string> topics, warnings;
  for (const Json& topic : list_of(article, "topics")) topics.push_back(text_of(topic, "id"));
  for (const Json& warning : list_of(article, "warnings")) warnings.push_back(text_of(warning, "code"));
  table.row({text_of(article, "id"), text_of(article, "language"), text_of(article, "title"), value_of(published, "value"),
             value_of(published, "from"), text_of(source, "url"), text_of(source, "path"), text_of(source, "author"), topics,
             text_of(article, "duplicate_of"), text_of(article, "status"), error == article.end() ? "" : text_of(*error, "message"), warnings,
             text_of(article, "text"), generator_of(article)});
}

void add_plain_lists(Tables& tables, const Json& article, const Registry& registry) {
  const std::string id = text_of(article, "id");
  for (std::size_t i = 0; i < plain_lists().size(); ++i) {
    const ListTable& list = plain_lists()[i];
    for (const Json& item : list_of(article, list.name)) {
      std::vector<Cell> cells{id};
      for (const std::string& key : list.keys) cells.push_back(value_of(item, key.c_str()));
      if (list.name == std::string("quotes")) cells.push_back(registry.id_of(id, text_of(item, "speaker")));
      tables.lists[i]->row(cells);
    }
  }
}

void add_ngos(CsvTable& table, const Json& article, const Registry& registry) {
  const std::string id = text_of(article, "id");
  for (const Json& ngo : list_of(article, "ngos")) {
    std::vector<std::string> names, roles;
    for (const Json& one : list_of(ngo, "representatives")) {
      names.push_back(text_of(one, "name"));
      roles.push_back(text_of(one, "role"));
    }
    const std::string entity = text_of(ngo, "organization");
    table.row({id, entity, registry.id_of(id, entity), text_of(ngo, "name"), value_of(ngo, "named"), names, roles, value_of(ngo, "confidence"),
               text_of(ngo, "by")});
  }
}

void add_mentions(CsvTable& table, const Json& article, const Registry& registry) {
  const std::string id = text_of(article, "id");
  std::map<std::string, const Json*> entities;
  for (const Json& entity : list_of(article, "entities")) entities[text_of(entity, "id")] = &entity;
  for (const Json& mention : list_of(article, "mentions")) {
    const std::string entity = text_of(mention, "entity");
    const auto at = entities.find(entity);
    const bool known = at != entities.end();
    table.row({id, text_of(mention, "id"), text_of(mention, "type"), value_of(mention, "start"), value_of(mention, "end"),
               text_of(mention, "text"), entity, known ? text_of(*at->second, "kind") : "", known ? text_of(*at->second, "name") : "",
               registry.id_of(id, entity), value_of(mention, "confidence"), text_of(mention, "by")});
  }
}

void add_topics(CsvTable& table, const Json& article) {
  int rank = 0;
  for (const Json& topic : list_of(article, "topics"))
    table.row({text_of(article, "id"), text_of(topic, "id"), ++rank, value_of(topic, "score"), list_of(topic, "evidence").size()});
}

void write_articles(Corpus& corpus, CsvFolder& folder) {
  const Registry registry(corpus);
  Tables tables(folder);
  each_article(corpus, [&](const Json& article) {
    add_article(tables.articles, article);
    add_plain_lists(tables, article, registry);
    add_ngos(tables.ngos, article, registry);
    add_topics(tables.topics, article);
    add_mentions(tables.mentions, article, registry);
  });
  tables.finish();
}

std::vector<std::string> documents(const std::vector<registry::EntityRef>& entities) {
  std::vector<std::string> all;
  for (const registry::EntityRef& entity : entities)
    if (std::find(all.begin(), all.end(), entity.document) == all.end()) all.push_back(entity.document);
  return all;
}

void write_people(const Corpus& corpus, CsvFolder& folder) {
  CsvTable people(folder, "people", {"id", "name", "kind", "forms", "articles", "reasons"});
  CsvTable posts(folder, "posts", {"person", "name", "position", "organization", "body", "status", "first", "last"});
  for (const registry::Person& one : corpus.people) {
    people.row({one.id, one.name, one.kind, one.forms, documents(one.entities), one.reasons});
    for (const registry::Post& post : one.posts)
      posts.row({one.id, one.name, post.position, post.organization, post.body, post.status, post.first, post.last});
  }
  people.finish();
  posts.finish();
}

void write_bodies(const Corpus& corpus, CsvFolder& folder) {
  CsvTable bodies(folder, "bodies", {"id", "name", "kind", "place", "forms", "articles", "reasons"});
  for (const registry::Body& one : corpus.bodies)
    bodies.row({one.id, one.name, one.kind, one.place, one.forms, documents(one.entities), one.reasons});
  bodies.finish();
}

// The day of a telling by its index in Facts; empty for -1.
std::string day_of(const registry::Commitment& commitment, std::int32_t telling) {
  return telling < 0 ? std::string() : commitment.tellings.at(static_cast<std::size_t>(telling)).day;
}

void write_commitments(const Corpus& corpus, CsvFolder& folder) {
  CsvTable commitments(folder, "commitments",
                       {"id", "text", "kind", "actor", "actor_name", "said_by", "said_by_name", "place", "topics", "first_said",
                        "last_mentioned", "deadline", "deadline_state", "moved", "reported_done", "contradicted", "tellings", "status",
                        "status_by", "status_on", "status_source", "status_note"});
  CsvTable tellings(folder, "tellings",
                    {"commitment", "article", "start", "end", "text", "says", "day", "by", "by_name", "deadline", "deadline_text",
                     "confidence", "reason"});
  for (const registry::Commitment& one : corpus.commitments) {
    const registry::Facts facts = registry::facts_of(one, corpus.as_of);
    const registry::Rating& rating = one.rating;
    commitments.row({one.id, one.text, one.kind, one.actor, one.actor_name, one.said_by, one.said_by_name, one.place, one.topics,
                     facts.first_said, facts.last_mentioned, facts.deadline, facts.deadline_state, facts.moved, day_of(one, facts.done),
                     day_of(one, facts.failed), one.tellings.size(), rating.status, rating.by, rating.on, rating.source, rating.note});
    for (const registry::Telling& t : one.tellings)
      tellings.row({one.id, t.document, t.start, t.end, t.text, t.says, t.day, t.by, t.by_name, t.deadline, t.deadline_text,
                    Json(t.confidence), t.reason});
  }
  commitments.finish();
  tellings.finish();
}

class CsvExporter : public Exporter {
 public:
  explicit CsvExporter(const Options& options) : generator_(options.generator), style_{options.csv_bom, options.csv_raw} {}

  void write(Corpus& corpus, const fs::path& out) override {
    OutFolder folder(out, OutFolder::Existing::fill);
    CsvFolder tables{folder.part(), style_};
    write_articles(corpus, tables);
    write_people(corpus, tables);
    write_bodies(corpus, tables);
    write_commitments(corpus, tables);
    OutFile package(folder.part() / "datapackage.json");
    package.write(data_package(tables, generator_, corpus.as_of));
    package.finish();
    folder.finish();
  }

 private:
  Generator generator_;
  CsvFolder::Style style_;
};

}  // namespace

std::unique_ptr<Exporter> make_csv(const Options& options) { return std::make_unique<CsvExporter>(options); }

}  // namespace qogam::exports
