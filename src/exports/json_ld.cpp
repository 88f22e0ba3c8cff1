// schema.org as JSON-LD 1.1 (w3.org/TR/json-ld11): one document, one node a line of its "@graph".
//
//   NewsArticle    @id, identifier, headline, datePublished, inLanguage, url, author, articleBody, keywords (topics),
//                  mentions (people, organizations, places), hasPart (its quotations)
//   Quotation      @id, text, creator, spokenByCharacter, isPartOf
//   Person         @id, identifier, name, alternateName, memberOf (OrganizationRole with roleName)
//   Organization   and its kinds (GovernmentOrganization, NGO …): @id, identifier, name, alternateName, location
//   PlanAction     a commitment: @id, identifier, name, agent, endTime (the last deadline told), subjectOf (its articles)
//
//   CreateAction   @id, name, instrument: who made this file (SoftwareApplication with softwareVersion, Dataset with version: the knowledge)
//
// `spokenByCharacter` is still of the "new" area of schema.org, so that `creator` says the same.
// The ids are UUIDs of version 8 (RFC 9562) made from what is named: the same for every run.
#include "exports/article.h"
#include "exports/makers.h"
#include "exports/output.h"
#include "text/sha256.h"

namespace qogam::exports {
namespace {

std::string urn(const std::string& kind, const std::string& id) {
  const std::string hex = text::sha256_hex("qogam/" + kind + "/" + id);
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-8" + hex.substr(13, 3) + "-a" + hex.substr(17, 3) + "-" + hex.substr(20, 12);
}

std::string article_urn(const std::string& id) { return urn("article", id); }
std::string thing_urn(const std::string& id) { return urn("thing", id); }

struct Kind {
  const char *kind, *type;
};

constexpr Kind kKinds[] = {
    {"state_body", "GovernmentOrganization"}, {"ngo", "NGO"},          {"company", "Corporation"},
    {"media", "NewsMediaOrganization"},       {"party", "PoliticalParty"}, {"education", "EducationalOrganization"},
};

const char* type_of(const std::string& type, const std::string& kind) {
  if (type == "person") return "Person";
  if (type == "location") return "Place";
  for (const Kind& row : kKinds)
    if (kind == row.kind) return row.type;
  return "Organization";
}

void add(Json& node, const char* key, const std::string& value) {
  if (!value.empty()) node[key] = value;
}

Json person_node(const registry::Person& one) {
  Json node{{"@type", "Person"}, {"@id", thing_urn(one.id)}, {"identifier", one.id}, {"name", one.name}};
  if (!one.forms.empty()) node["alternateName"] = one.forms;
  for (const registry::Post& post : one.posts) {
    Json role{{"@type", "OrganizationRole"}, {"roleName", post.position}};
    if (!post.body.empty())
      role["memberOf"] = {{"@id", thing_urn(post.body)}};
    else if (!post.organization.empty())
      role["memberOf"] = {{"@type", "Organization"}, {"name", post.organization}};
    node["memberOf"].push_back(role);
  }
  return node;
}

Json body_node(const registry::Body& one) {
  Json node{{"@type", type_of("organization", one.kind)}, {"@id", thing_urn(one.id)}, {"identifier", one.id}, {"name", one.name}};
  if (!one.forms.empty()) node["alternateName"] = one.forms;
  add(node, "location", one.place);
  return node;
}

Json commitment_node(const registry::Commitment& one, const std::string& as_of) {
  Json node{{"@type", "PlanAction"}, {"@id", thing_urn(one.id)}, {"identifier", one.id}, {"name", one.text}};
  if (!one.actor.empty())
    node["agent"] = {{"@id", thing_urn(one.actor)}};
  else if (!one.actor_name.empty())
    node["agent"] = one.actor_name;  // a person or a body, which is not known
  add(node, "endTime", registry::facts_of(one, as_of).deadline);
  for (const registry::Telling& telling : one.tellings) node["subjectOf"].push_back({{"@id", article_urn(telling.document)}});
  return node;
}

// An entity of an article: a reference where the registry knows it, else a node of its own.
Json mentioned(const Json& entity, const std::string& article, const Registry& registry) {
  const std::string id = registry.id_of(article, text_of(entity, "id"));
  if (!id.empty()) return {{"@id", thing_urn(id)}};
  return {{"@type", type_of(text_of(entity, "type"), text_of(entity, "kind"))}, {"name", text_of(entity, "name")}};
}

Json article_node(const Json& article, const Registry& registry) {
  const std::string id = text_of(article, "id");
  Json node{{"@type", "NewsArticle"}, {"@id", article_urn(id)}, {"identifier", id}};
  add(node, "headline", text_of(article, "title"));
  add(node, "datePublished", published_of(article));
  if (const std::string language = text_of(article, "language"); language != "und") add(node, "inLanguage", language);
  add(node, "url", url_of(article));
  if (const auto source = article.find("source"); source != article.end()) add(node, "author", text_of(*source, "author"));
  add(node, "articleBody", text_of(article, "text"));
  for (const Json& topic : list_of(article, "topics")) node["keywords"].push_back(text_of(topic, "id"));
  for (const Json& entity : list_of(article, "entities")) node["mentions"].push_back(mentioned(entity, id, registry));
  for (const Json& quote : list_of(article, "quotes")) node["hasPart"].push_back({{"@id", urn("quote", id + "#" + text_of(quote, "id"))}});
  return node;
}

Json quotation_node(const Json& quote, const Json& article, const Registry& registry) {
  const std::string id = text_of(article, "id"), speaker = text_of(quote, "speaker");
  Json node{{"@type", "Quotation"}, {"@id", urn("quote", id + "#" + text_of(quote, "id"))}, {"text", text_of(quote, "text")}};
  Json who;
  for (const Json& entity : list_of(article, "entities"))
    if (!speaker.empty() && text_of(entity, "id") == speaker) who = mentioned(entity, id, registry);
  if (const std::string name = text_of(quote, "speaker_name"); who.is_null() && !name.empty()) who = name;
  if (!who.is_null()) node["creator"] = node["spokenByCharacter"] = who;
  node["isPartOf"] = {{"@id", article_urn(id)}};
  return node;
}

Json export_node(const Generator& generator) {
  return {{"@type", "CreateAction"},
          {"@id", urn("export", text_of(generator))},
          {"name", "qogam export"},
          {"instrument",
           {{{"@type", "SoftwareApplication"}, {"name", "Qogam"}, {"softwareVersion", generator.version}}, {{"@type", "Dataset"}, {"name", "qogam.model"}, {"version", generator.models}}}}};
}

class JsonLdExporter : public Exporter {
 public:
  explicit JsonLdExporter(const Options& options) : generator_(options.generator) {}

  void write(Corpus& corpus, const std::filesystem::path& out) override {
    OutFile file(out);
    const Registry registry(corpus);
    file.write("{\"@context\": \"https://schema.org\", \"@graph\": [");
    JsonList graph([&](std::string_view bytes) { file.write(bytes); });
    if (generator_.known()) graph.add(export_node(generator_));
    for (const registry::Person& one : corpus.people) graph.add(person_node(one));
    for (const registry::Body& one : corpus.bodies) graph.add(body_node(one));
    for (const registry::Commitment& one : corpus.commitments) graph.add(commitment_node(one, corpus.as_of));
    each_article(corpus, [&](const Json& article) {
      if (failed(article)) return;
      graph.add(article_node(article, registry));
      for (const Json& quote : list_of(article, "quotes")) graph.add(quotation_node(quote, article, registry));
    });
    file.write("]}\n");
    file.finish();
  }

 private:
  Generator generator_;
};

}  // namespace

std::unique_ptr<Exporter> make_json_ld(const Options& options) { return std::make_unique<JsonLdExporter>(options); }

}  // namespace qogam::exports
