// The data of the report as the page takes it.
#include "report/data.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "exports/article.h"
#include "model/plain_lines.h"
#include "model/source.h"

namespace qogam::report {
namespace {

using Json = nlohmann::json;
using Places = std::map<std::string, std::int64_t, std::less<>>;

constexpr std::int64_t kNowhere = -1;

std::int64_t place_of(const Places& places, std::string_view key) {
  const auto it = places.find(key);
  return it == places.end() ? kNowhere : it->second;
}

std::string entity_key(std::string_view document, std::string_view entity) { return std::string(document) + "\n" + std::string(entity); }

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json strings_from(const std::string& table) {
  Json strings = Json::object();
  std::vector<std::string> columns;
  for (const model::PlainLine& line : model::plain_lines(table)) {
    const auto parts = model::fields(line.text);
    if (columns.empty()) {
      columns = parts;
      continue;
    }
    if (parts.size() != columns.size()) model::fail_line("common/report.tsv", line.number, "a line is a key and a text in each language, parted by TABs");
    for (std::size_t i = 1; i < parts.size(); ++i) strings[columns[i]][parts[0]] = parts[i];
  }
  return strings;
}

class Builder {
 public:
  Builder(exports::Corpus& corpus, const Frame& frame) : corpus_(corpus), frame_(frame) {
    for (std::size_t i = 0; i < frame.topics.size(); ++i) topics_[frame.topics[i].id] = static_cast<std::int64_t>(i);
    for (std::size_t i = 0; i < corpus.people.size(); ++i) {
      person_ids_[corpus.people[i].id] = static_cast<std::int64_t>(i);
      for (const auto& e : corpus.people[i].entities) people_[entity_key(e.document, e.entity)] = static_cast<std::int64_t>(i);
    }
    for (std::size_t i = 0; i < corpus.bodies.size(); ++i) {
      body_ids_[corpus.bodies[i].id] = static_cast<std::int64_t>(i);
      for (const auto& e : corpus.bodies[i].entities) bodies_[entity_key(e.document, e.entity)] = static_cast<std::int64_t>(i);
    }
    for (std::size_t i = 0; i < corpus.commitments.size(); ++i)
      for (const auto& t : corpus.commitments[i].tellings) tellings_[entity_key(t.document, std::to_string(t.start))] = static_cast<std::int64_t>(i);
    said_.resize(corpus.people.size());
  }

  Json build() {
    add_articles();
    Json data{{"version", frame_.version}, {"models", frame_.models}, {"as_of", corpus_.as_of}, {"language", frame_.language}, {"strings", strings_from(frame_.strings)}};
    data["topics"] = Json::array();
    for (const TopicName& t : frame_.topics) data["topics"].push_back({{"id", t.id}, {"en", t.en}, {"ru", t.ru}, {"kk", t.kk}});
    data["counts"] = {{"articles", frame_.articles}, {"shown", articles_.size()}, {"failed", frame_.failed}};
    data["months"] = frame_.months;
    data["articles"] = std::move(articles_);
    data["people"] = people();
    data["bodies"] = bodies();
    data["quotes"] = std::move(quotes_);
    data["commitments"] = commitments();
    return data;
  }

 private:
  void add_articles() {
    std::vector<std::string> duplicates;
    exports::each_article(corpus_, [&](const Json& object) {
      const std::string id = exports::text_of(object, "id");
      article_ids_[id] = static_cast<std::int64_t>(articles_.size());
      articles_.push_back(article(object, id));
      duplicates.push_back(exports::text_of(object, "duplicate_of"));
    });
    for (std::size_t i = 0; i < duplicates.size(); ++i)
      if (const auto place = place_of(article_ids_, duplicates[i]); place != kNowhere) articles_[i]["duplicate_of"] = place;
  }

  Json article(const Json& object, const std::string& id) {
    const Json& published = object.contains("published") ? object["published"] : Json();
    const Json& source = object.contains("source") ? object["source"] : Json();
    const std::string day = published.is_object() ? exports::text_of(published, "value") : std::string();
    return {{"id", id},
            {"title", exports::text_of(object, "title")},
            {"published", day.size() >= 10 ? Json(day.substr(0, 10)) : Json(nullptr)},
            {"lang", exports::text_of(object, "language")},
            {"url", source.is_object() ? text_or_null(exports::text_of(source, "url")) : Json(nullptr)},
            {"text", exports::text_of(object, "text")},
            {"topics", topic_places(exports::list_of(object, "topics"), "id")},
            {"duplicate_of", nullptr},
            {"marks", marks(object, id)}};
  }

  Json topic_places(const Json& list, const char* key) const {
    Json places = Json::array();
    for (const Json& one : list)
      if (const auto place = place_of(topics_, key == nullptr ? one.get<std::string>() : exports::text_of(one, key)); place != kNowhere) places.push_back(place);
    return places;
  }

  static Json mark(const Json& one, const char* kind, std::int64_t ref) { return Json::array({one.value("start", 0), one.value("end", 0), kind, ref}); }

  Json marks(const Json& object, const std::string& id) {
    Json marks = Json::array();
    for (const Json& m : exports::list_of(object, "mentions")) {
      const std::string key = entity_key(id, exports::text_of(m, "entity"));
      const std::string type = exports::text_of(m, "type");
      if (type == "person") marks.push_back(mark(m, "person", place_of(people_, key)));
      else if (type == "organization") marks.push_back(mark(m, "organization", place_of(bodies_, key)));
      else if (type == "location") marks.push_back(mark(m, "location", kNowhere));
    }
    for (const Json& d : exports::list_of(object, "dates")) marks.push_back(mark(d, "date", kNowhere));
    for (const Json& m : exports::list_of(object, "money")) marks.push_back(mark(m, "money", kNowhere));
    for (const Json& q : exports::list_of(object, "quotes")) marks.push_back(mark(q, "quote", add_quote(q, id)));
    for (const Json& c : exports::list_of(object, "commitments")) marks.push_back(mark(c, "commitment", telling_at(c, id)));
    for (const Json& r : exports::list_of(object, "commitment_reports"))  // others are candidates that nothing has borne out
      if (const auto place = telling_at(r, id); place != kNowhere) marks.push_back(mark(r, "report", place));
    return marks;
  }

  std::int64_t telling_at(const Json& clause, const std::string& id) const { return place_of(tellings_, entity_key(id, std::to_string(clause.value("start", 0)))); }

  // Gives the place of the speaker.
  std::int64_t add_quote(const Json& q, const std::string& id) {
    const auto speaker = place_of(people_, entity_key(id, exports::text_of(q, "speaker")));
    if (speaker != kNowhere) said_[static_cast<std::size_t>(speaker)].push_back(static_cast<std::int64_t>(quotes_.size()));
    quotes_.push_back({{"article", articles_.size()}, {"start", q.value("start", 0)}, {"end", q.value("end", 0)}, {"text", exports::text_of(q, "text")}, {"speaker", speaker},
                       {"name", exports::text_of(q, "speaker_name")}, {"topics", topic_places(exports::list_of(q, "topics"), nullptr)}});
    return speaker;
  }

  // Articles of the report that name the entities, each once.
  Json articles_of(const std::vector<registry::EntityRef>& entities) const {
    std::set<std::int64_t> places;
    for (const auto& e : entities)
      if (const auto place = place_of(article_ids_, e.document); place != kNowhere) places.insert(place);
    return places;
  }

  Json people() const {
    Json people = Json::array();
    for (std::size_t i = 0; i < corpus_.people.size(); ++i) {
      const registry::Person& p = corpus_.people[i];
      Json posts = Json::array();
      for (const registry::Post& t : p.posts)
        posts.push_back({{"position", t.position}, {"organization", t.organization}, {"body", place_of(body_ids_, t.body)}, {"status", t.status}, {"first", text_or_null(t.first)}, {"last", text_or_null(t.last)}});
      people.push_back({{"id", p.id}, {"name", p.name}, {"kind", p.kind}, {"forms", p.forms}, {"posts", std::move(posts)}, {"articles", articles_of(p.entities)}, {"quotes", said_[i]}, {"reasons", p.reasons}});
    }
    return people;
  }

  Json bodies() const {
    std::vector<std::set<std::int64_t>> members(corpus_.bodies.size());
    for (std::size_t i = 0; i < corpus_.people.size(); ++i)
      for (const registry::Post& t : corpus_.people[i].posts)
        if (const auto place = place_of(body_ids_, t.body); place != kNowhere) members[static_cast<std::size_t>(place)].insert(static_cast<std::int64_t>(i));
    Json bodies = Json::array();
    for (std::size_t i = 0; i < corpus_.bodies.size(); ++i) {
      const registry::Body& b = corpus_.bodies[i];
      bodies.push_back({{"id", b.id}, {"name", b.name}, {"kind", b.kind}, {"place", b.place}, {"forms", b.forms}, {"articles", articles_of(b.entities)}, {"people", members[i]}, {"reasons", b.reasons}});
    }
    return bodies;
  }

  Json actor_of(const std::string& id) const {
    if (const auto person = place_of(person_ids_, id); person != kNowhere) return Json::array({"person", person});
    if (const auto body = place_of(body_ids_, id); body != kNowhere) return Json::array({"body", body});
    return nullptr;
  }

  Json commitments() const {
    Json all = Json::array();
    for (const registry::Commitment& c : corpus_.commitments) {
      const registry::Facts facts = registry::facts_of(c, corpus_.as_of);
      Json tellings = Json::array();
      for (const registry::Telling& t : c.tellings)
        tellings.push_back({{"article", place_of(article_ids_, t.document)}, {"day", text_or_null(t.day)}, {"start", t.start}, {"end", t.end}, {"text", t.text}, {"says", t.says}, {"by_name", t.by_name}, {"deadline", text_or_null(t.deadline)}});
      Json topics = Json::array();
      for (const std::string& t : c.topics)
        if (const auto place = place_of(topics_, t); place != kNowhere) topics.push_back(place);
      all.push_back({{"id", c.id}, {"text", c.text}, {"kind", c.kind}, {"actor", actor_of(c.actor)}, {"actor_name", c.actor_name}, {"said_by", place_of(person_ids_, c.said_by)}, {"said_by_name", c.said_by_name},
                     {"place", c.place}, {"topics", std::move(topics)}, {"deadline", text_or_null(facts.deadline)}, {"deadline_state", facts.deadline_state}, {"moved", facts.moved},
                     {"first_said", text_or_null(facts.first_said)}, {"last_mentioned", text_or_null(facts.last_mentioned)}, {"done", facts.done}, {"failed", facts.failed}, {"status", c.rating.status},
                     {"status_by", c.rating.by}, {"status_on", c.rating.on}, {"status_source", c.rating.source}, {"status_note", c.rating.note}, {"tellings", std::move(tellings)}});
    }
    return all;
  }

  exports::Corpus& corpus_;
  const Frame& frame_;
  Places topics_, person_ids_, body_ids_, people_, bodies_, tellings_, article_ids_;
  std::vector<std::vector<std::int64_t>> said_;  // quotes of each person
  Json articles_ = Json::array(), quotes_ = Json::array();
};

}  // namespace

Json report_data(exports::Corpus& corpus, const Frame& frame) { return Builder(corpus, frame).build(); }

}  // namespace qogam::report
