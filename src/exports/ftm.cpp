// FollowTheMoney entities (followthemoney.tech/explorer), one JSON object a line:
// {"id", "schema", "properties": {name: [strings]}}. Ids depend on the data alone.
//
//   Article             title, author, language (ISO 639-3), publishedAt, sourceUrl, fileName, keywords, bodyText, processingAgent
//   Person              name, alias, position, notes (why articles were taken to mean one person)
//   PublicBody, Company, Organization   name, alias, classification (the kind), address (the place), notes
//   Position            name, organization;  Occupancy  holder, post, status, date, summary
//   Membership          member, organization, role: who stands for a body outside the state
//   Mention             document, name, detectedSchema, resolved
//   Project             a commitment: name, projectId, goal, phase (the kind), status (as people rated it), startDate
//                       (first said), endDate (the last deadline told), description, keywords, proof (its articles)
//   ProjectParticipant  project, participant, role (actor, said_by)
//
// Days of a post are those of the articles that tell of it, so that they stand in `date` and `summary`
// and never in `startDate` or `endDate`.
#include <algorithm>
#include <set>

#include "exports/article.h"
#include "exports/makers.h"
#include "exports/output.h"
#include "text/languages.h"

namespace qogam::exports {
namespace {

constexpr std::string_view kPrefix = "qogam-";

std::string article_id(const std::string& id) { return stable_id("qogam-a", {id}); }
std::string own_id(const std::string& id) { return std::string(kPrefix) + id; }

// An entity under construction. Empty values are left out.
class Entity {
 public:
  Entity(const std::string& id, std::string_view schema) : json_{{"id", id}, {"schema", schema}, {"properties", Json::object()}} {}

  Entity& add(const char* property, const std::string& value) {
    if (value.empty()) return *this;
    Json& values = json_["properties"][property];
    if (std::find(values.begin(), values.end(), Json(value)) == values.end()) values.push_back(value);
    return *this;
  }
  Entity& add(const char* property, const std::vector<std::string>& values) {
    for (const std::string& value : values) add(property, value);
    return *this;
  }
  const Json& json() const { return json_; }

 private:
  Json json_;
};

struct Named {
  const char *from, *to;
};

template <std::size_t Size>
std::string looked_up(const Named (&table)[Size], const std::string& key, const char* otherwise) {
  for (const Named& row : table)
    if (key == row.from) return row.to;
  return otherwise;
}

constexpr Named kBodies[] = {{"state_body", "PublicBody"}, {"company", "Company"}};
constexpr Named kStatuses[] = {{"current", "current"}, {"acting", "current"}, {"former", "ended"}};

class FtmFile {
 public:
  FtmFile(const Corpus& corpus, OutFile& file) : registry_(corpus), as_of_(corpus.as_of), file_(file) {}

  void add(const registry::Person& person) {
    Entity entity(own_id(person.id), "Person");
    entity.add("name", person.name).add("alias", person.forms).add("notes", person.reasons);
    for (const registry::Post& post : person.posts) entity.add("position", post.position);
    put(entity);
    for (const registry::Post& post : person.posts) {
      if (post.status.empty())
        add_membership(person, post);
      else if (!post.position.empty())
        add_occupancy(person, post);
    }
  }

  void add(const registry::Body& body) {
    Entity entity(own_id(body.id), looked_up(kBodies, body.kind, "Organization"));
    put(entity.add("name", body.name).add("alias", body.forms).add("classification", body.kind).add("address", body.place).add("notes", body.reasons));
  }

  void add(const registry::Commitment& commitment) {
    const std::string id = own_id(commitment.id);
    const registry::Facts facts = registry::facts_of(commitment, as_of_);
    const registry::Rating& rating = commitment.rating;
    Entity entity(id, "Project");
    entity.add("name", commitment.text).add("projectId", commitment.id).add("goal", commitment.text).add("phase", commitment.kind);
    entity.add("status", rating.status).add("startDate", facts.first_said).add("endDate", facts.deadline).add("keywords", commitment.topics);
    entity.add("address", commitment.place).add("notes", rating.note).add("notes", rating.source);
    for (const registry::Telling& telling : commitment.tellings) {
      const std::string by = telling.by_name.empty() ? "" : " (" + telling.by_name + ")";
      entity.add("description", telling.day + (telling.day.empty() ? "" : " ") + telling.says + by + ": " + telling.text).add("proof", article_id(telling.document));
    }
    put(entity);
    add_participant(commitment, commitment.actor, "actor");
    add_participant(commitment, commitment.said_by, "said_by");
  }

  void add(const Json& article) {
    if (failed(article)) return;
    const std::string id = text_of(article, "id");
    Entity entity(article_id(id), "Article");
    entity.add("title", text_of(article, "title")).add("fileName", id.empty() ? article_id(id) : id).add("publishedAt", published_of(article)).add("sourceUrl", url_of(article));
    entity.add("language", text::three_letters(text_of(article, "language"))).add("bodyText", text_of(article, "text")).add("processingAgent", generator_of(article));
    if (const auto source = article.find("source"); source != article.end()) entity.add("author", text_of(*source, "author"));
    for (const Json& topic : list_of(article, "topics")) entity.add("keywords", text_of(topic, "id"));
    put(entity);
    for (const Json& one : list_of(article, "entities"))
      if (text_of(one, "type") != "location") add_mention(id, one);
  }

 private:
  void put(const Entity& entity) { file_.write(dump(entity.json()) + "\n"); }

  // Posts are held by several people, and told of again: the first one counts.
  void put_once(const Entity& entity) {
    if (seen_.insert(entity.json().at("id").get<std::string>()).second) put(entity);
  }

  static std::string told(const registry::Post& post) {
    if (post.first.empty()) return "Status as told by articles: " + post.status;
    return "As told by articles of " + post.first + (post.last == post.first ? "" : " to " + post.last) + "; status: " + post.status;
  }

  void add_occupancy(const registry::Person& person, const registry::Post& post) {
    const std::string where = post.body.empty() ? post.organization : post.body;
    const std::string id = stable_id("qogam-o", {post.position, where});
    Entity position(id, "Position");
    position.add("name", post.position).add("description", post.organization);
    if (!post.body.empty()) position.add("organization", own_id(post.body));
    put_once(position);
    Entity held(stable_id("qogam-h", {person.id, id, post.status, post.first}), "Occupancy");
    held.add("holder", own_id(person.id)).add("post", id).add("status", looked_up(kStatuses, post.status, "unknown"));
    put_once(held.add("date", post.first).add("date", post.last).add("summary", told(post)));
  }

  void add_membership(const registry::Person& person, const registry::Post& post) {
    if (post.body.empty()) return;
    Entity entity(stable_id("qogam-m", {person.id, post.body, post.position}), "Membership");
    put_once(entity.add("member", own_id(person.id)).add("organization", own_id(post.body)).add("role", post.position).add("date", post.first).add("date", post.last));
  }

  void add_participant(const registry::Commitment& commitment, const std::string& who, const char* role) {
    if (who.empty()) return;
    Entity entity(stable_id("qogam-r", {commitment.id, who, role}), "ProjectParticipant");
    put(entity.add("project", own_id(commitment.id)).add("participant", own_id(who)).add("role", role));
  }

  void add_mention(const std::string& document, const Json& one) {
    const std::string entity = text_of(one, "id"), known = registry_.id_of(document, entity);
    const bool person = text_of(one, "type") == "person";
    Entity mention(stable_id("qogam-n", {document, entity}), "Mention");
    mention.add("document", article_id(document)).add("name", text_of(one, "name")).add("name", strings_of(one, "aliases"));
    mention.add("detectedSchema", person ? "Person" : looked_up(kBodies, text_of(one, "kind"), "Organization"));
    if (!known.empty()) mention.add("resolved", own_id(known));
    put(mention);
  }

  Registry registry_;
  std::string as_of_;
  OutFile& file_;
  std::set<std::string> seen_;
};

class FtmExporter : public Exporter {
 public:
  void write(Corpus& corpus, const std::filesystem::path& out) override {
    OutFile file(out);
    FtmFile entities(corpus, file);
    for (const registry::Body& body : corpus.bodies) entities.add(body);
    for (const registry::Person& person : corpus.people) entities.add(person);
    each_article(corpus, [&](const Json& article) { entities.add(article); });
    for (const registry::Commitment& commitment : corpus.commitments) entities.add(commitment);
    file.finish();
  }
};

}  // namespace

std::unique_ptr<Exporter> make_ftm(const Options&) { return std::make_unique<FtmExporter>(); }

}  // namespace qogam::exports
