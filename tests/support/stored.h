// Small articles as 'qogam analyze' writes them, and all that a store holds as one text.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace qogam::test {

// Pieces of the text are found in it; offsets are code points.
class StoredArticle {
 public:
  using Json = nlohmann::json;

  StoredArticle(const std::string& id, const std::string& day, const std::string& language, const std::string& title, const std::string& text) : text_(text) {
    json = {{"schema", "qogam/1"}, {"id", id}, {"status", "ok"}, {"language", language}, {"title", title}, {"text", text}, {"source", {{"path", "news/" + id + ".txt"}, {"url", "https://news.example/" + id}}},
            {"duplicate_of", nullptr}};
    json["published"] = {{"value", day.empty() ? Json() : Json(day)}, {"from", "header"}};
    for (const char* list : {"mentions", "entities", "officials", "ngos", "dates", "money", "topics", "quotes", "commitments", "commitment_reports"}) json[list] = Json::array();
    json["sentences"] = Json::array({{{"start", 0}, {"end", length(text)}, {"lang", language}}});
  }

  StoredArticle& entity(const std::string& type, const std::string& kind, const std::string& name) {
    json["entities"].push_back({{"id", next("e", "entities")}, {"type", type}, {"kind", kind}, {"name", name}, {"aliases", Json::array()}, {"parent", nullptr}, {"mentions", {"m1"}}});
    return *this;
  }
  StoredArticle& town(const std::string& name) { return entity("location", "city", name); }

  // With the body, where one is named; both are entities then.
  StoredArticle& official(const std::string& name, const std::string& position, const std::string& body) {
    entity("person", "official", name);
    const std::string person = last_entity();
    if (!body.empty()) entity("organization", "state_body", body);
    json["officials"].push_back({{"person", person}, {"name", name}, {"position", position}, {"organization", body.empty() ? Json() : Json(body)}, {"organization_entity", body.empty() ? Json() : Json(last_entity())}, {"status", "current"}, {"confidence", 0.9}});
    return *this;
  }
  StoredArticle& ngo(const std::string& name, const std::string& head, const std::string& role) {
    entity("organization", "ngo", name);
    const std::string organization = last_entity();
    entity("person", "person", head);
    json["ngos"].push_back({{"organization", organization}, {"name", name}, {"named", true}, {"confidence", 0.9}, {"representatives", {{{"person", last_entity()}, {"name", head}, {"role", role}}}}});
    return *this;
  }
  StoredArticle& topic(const std::string& id) {
    json["topics"].push_back({{"id", id}, {"score", 0.9}});
    return *this;
  }
  StoredArticle& quote(const std::string& piece, const std::string& speaker, const std::string& name, const std::string& topic) {
    json["quotes"].push_back(placed(piece, {{"id", next("q", "quotes")}, {"speaker", speaker}, {"speaker_name", name}, {"cue", "сказал"}, {"direct", true}, {"confidence", 0.9}, {"topics", {topic}}}));
    return *this;
  }
  StoredArticle& date(const std::string& piece, const std::string& day) {
    json["dates"].push_back(placed(piece, {{"type", "date"}, {"value", day}, {"begin", day}, {"end_date", day}, {"approximate", false}}));
    return *this;
  }
  StoredArticle& promise(const std::string& piece, const std::string& deadline, const std::string& actor, const std::string& actor_name, const std::string& said_by, const std::string& said_by_name, const std::string& topic) {
    Json when;
    if (!deadline.empty()) when = {{"text", "срок"}, {"value", deadline}, {"begin", deadline}, {"end_date", deadline}};
    const auto given = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    json["commitments"].push_back(placed(piece, {{"id", next("c", "commitments")}, {"kind", "promise"}, {"actor", given(actor)}, {"actor_name", given(actor_name)}, {"said_by", given(said_by)}, {"said_by_name", given(said_by_name)},
                                                 {"ordered_by", nullptr}, {"deadline", when}, {"amount", nullptr}, {"topics", {topic}}, {"confidence", 0.9}}));
    return *this;
  }
  StoredArticle& report(const std::string& piece, const std::string& says) {
    json["commitment_reports"].push_back(placed(piece, {{"says", says}, {"confidence", 0.6}}));
    return *this;
  }

  std::string line() const { return json.dump() + "\n"; }

  Json json;

 private:
  static std::size_t length(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  }
  std::string next(const std::string& letter, const char* list) const { return letter + std::to_string(json[list].size() + 1); }
  std::string last_entity() const { return json["entities"].back()["id"].get<std::string>(); }
  Json placed(const std::string& piece, Json with) const {
    const std::size_t at = text_.find(piece);
    if (at == std::string::npos) throw std::runtime_error("no such piece: " + piece);
    with["start"] = length(text_.substr(0, at));
    with["end"] = length(text_.substr(0, at + piece.size()));
    with["text"] = piece;
    return with;
  }

  std::string text_;
};

inline std::string error_line(const std::string& id) {
  return nlohmann::json{{"schema", "qogam/1"}, {"id", id}, {"status", "error"}, {"error", {{"code", "empty"}, {"message", "There is no text."}}}, {"source", {{"path", "news/" + id + ".txt"}}}}.dump() + "\n";
}

// Two towns in one year: a street that is promised in both languages and not mended, a kindergarten that is opened late, one
// name of two people, an NGO, an article that failed.
inline std::vector<std::string> small_world() {
  const std::string street = "Улицу Абая в Темиртау отремонтируем до 1 сентября", street_kk = "Биыл Абай көшесін қыркүйекке дейін жөндейміз", not_mended = "Улицу Абая в Темиртау так и не отремонтировали";
  const std::string garden = "Новый детский сад в Жаркенте откроем к 1 октября", opened = "Новый детский сад в Жаркенте открыли с опозданием";
  return {
      StoredArticle("a1", "2023-02-01", "ru", "Что с дорогами", street + ". Об этом сказал Ерлан Сапаров.").official("Ерлан Сапаров", "начальник отдела", "отдел ЖКХ").town("Темиртау").topic("roads_transport")
          .quote(street, "e1", "Ерлан Сапаров", "roads_transport").date("до 1 сентября", "2023-09-01").promise(street, "2023-09-01", "e2", "отдел ЖКХ", "e1", "Ерлан Сапаров", "roads_transport").line(),
      StoredArticle("a2", "2023-05-10", "kk", "Жол жөндеу", street_kk + ", — деді Ерлан Сәпаров.").official("Ерлан Сәпаров", "бөлім басшысы", "ТКШ бөлімі").town("Теміртау").topic("roads_transport")
          .quote(street_kk, "e1", "Ерлан Сәпаров", "roads_transport").promise(street_kk, "2023-09-01", "e2", "ТКШ бөлімі", "e1", "Ерлан Сәпаров", "roads_transport").line(),
      StoredArticle("a3", "2023-10-02", "ru", "Письмо жителей", not_mended + ", пишут жители.").town("Темиртау").topic("roads_transport").topic("public_oversight").report(not_mended, "failed").line(),
      StoredArticle("a4", "2023-06-20", "ru", "Сад откроют осенью", garden + ", обещала Динара Ким. Врач Ерлан Сапаров рад.").official("Динара Ким", "руководитель отдела", "отдел образования").town("Жаркент")
          .entity("person", "person", "Ерлан Сапаров").topic("education").promise(garden, "2023-10-01", "e2", "отдел образования", "e1", "Динара Ким", "education").line(),
      error_line("a5"),
      StoredArticle("a6", "2023-12-15", "ru", "Сад открыт", opened + ". Это заметил фонд «Ақ ниет».").town("Жаркент").ngo("ОФ «Ақ ниет»", "Айгуль Ахметова", "директор").topic("education").report(opened, "done").line(),
  };
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

// Every row of every table, one a line, in an order that does not depend on how they came there; of the index of words, which
// keeps no texts, only what articles it leads to.
inline std::string dump_of(const std::string& path) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE, 5000);
  std::string all;
  SQLite::Statement tables(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('watched', 'search') ORDER BY name");
  while (tables.executeStep()) {
    const std::string table = tables.getColumn(0).getString();
    std::vector<std::string> rows;
    SQLite::Statement statement(db, "SELECT " + std::string(table == "documents" ? "id, doc_id, path, url, title, published, published_from, language, status, error_code, error_message, duplicate_of, object" : "*") + " FROM " + table);
    while (statement.executeStep()) {
      std::string& row = rows.emplace_back(table);
      for (int i = 0; i < statement.getColumnCount(); ++i) row += "\t" + (statement.getColumn(i).isNull() ? "NULL" : statement.getColumn(i).getString());
    }
    std::sort(rows.begin(), rows.end());
    for (const std::string& row : rows) all += row + "\n";
  }
  SQLite::Statement words(db, "SELECT d.doc_id FROM documents d WHERE d.search IN (SELECT rowid FROM search WHERE search MATCH 'улица OR көше OR сад') ORDER BY 1");
  while (words.executeStep()) all += "search\t" + words.getColumn(0).getString() + "\n";
  return all;
}

// What a statement gives: cells parted by `|`, rows by line ends.
inline std::string asked(const std::string& path, const std::string& sql) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE, 5000);
  SQLite::Statement statement(db, sql);
  std::string out;
  while (statement.executeStep()) {
    for (int i = 0; i < statement.getColumnCount(); ++i) out += (i == 0 ? "" : "|") + (statement.getColumn(i).isNull() ? std::string() : statement.getColumn(i).getString());
    out += "\n";
  }
  return out;
}

}  // namespace qogam::test
