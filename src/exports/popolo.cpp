// Popolo JSON (popoloproject.com/specs): one object with five lists, written as it goes.
//
//   meta           generator: name, version and models of the program; Popolo has no place for it and leaves others free
//   persons        id, name, other_names, sources (articles that have an address)
//   organizations  id, name, other_names, classification (the kind)
//   posts          id, label, role, organization_id
//   memberships    id, person_id, organization_id, post_id, role, label (the status and the days of the articles)
//   speeches       id, creator_id, attribution_text, text, date, title (of the article), type "speech", sources
//
// A membership has no start_date and no end_date: articles say when a post was held, not since when.
// A source needs an address in Popolo; articles without one are named by the id of the speech only.
#include <map>
#include <set>

#include "exports/article.h"
#include "exports/makers.h"
#include "exports/output.h"

namespace qogam::exports {
namespace {

using Sources = std::map<std::string, Json>;  // by article

Json other_names(const std::vector<std::string>& forms) {
  Json names = Json::array();
  for (const std::string& form : forms) names.push_back({{"name", form}});
  return names;
}

Json sources_of(const std::vector<registry::EntityRef>& entities, const Sources& sources) {
  Json all = Json::array();
  std::set<std::string> seen;
  for (const registry::EntityRef& entity : entities)
    if (const auto at = sources.find(entity.document); at != sources.end() && seen.insert(entity.document).second) all.push_back(at->second);
  return all;
}

// The organization of a post: a body, or one known by its name only.
struct Place {
  std::string id, name;
};

Place place_of(const registry::Post& post) {
  if (!post.body.empty()) return {post.body, {}};
  if (!post.organization.empty()) return {stable_id("o", {post.organization}), post.organization};
  return {};
}

std::string post_id(const registry::Post& post) { return stable_id("t", {post.position, place_of(post).id}); }

// "former, told 2023-01-01 to 2023-02-01", as far as it is known.
std::string told(const registry::Post& post) {
  if (post.first.empty()) return post.status;
  return (post.status.empty() ? "" : post.status + ", ") + "told " + post.first + (post.last == post.first ? "" : " to " + post.last);
}

class PopoloFile {
 public:
  PopoloFile(Corpus& corpus, const Generator& generator, OutFile& file) : corpus_(corpus), generator_(generator), file_(file) {
    each_article(corpus, [this](const Json& article) {
      if (const std::string url = url_of(article); !url.empty())
        sources_[text_of(article, "id")] = {{"url", url}, {"note", text_of(article, "title")}};
    });
  }

  void write() {
    file_.write("{");
    if (generator_.known()) file_.write("\"meta\": " + dump(Json{{"generator", json_of(generator_)}}) + ",");
    list("persons", "", [this](JsonList& out) { persons(out); });
    list("organizations", ",", [this](JsonList& out) { organizations(out); });
    list("posts", ",", [this](JsonList& out) { posts(out); });
    list("memberships", ",", [this](JsonList& out) { memberships(out); });
    list("speeches", ",", [this](JsonList& out) { speeches(out); });
    file_.write("}\n");
  }

 private:
  void list(const char* name, const char* before, const std::function<void(JsonList&)>& fill) {
    file_.write(std::string(before) + "\"" + name + "\": [");
    JsonList out([this](std::string_view bytes) { file_.write(bytes); });
    fill(out);
    file_.write("]");
  }

  void persons(JsonList& out) {
    for (const registry::Person& one : corpus_.people)
      out.add({{"id", one.id}, {"name", one.name}, {"other_names", other_names(one.forms)}, {"sources", sources_of(one.entities, sources_)}});
  }

  void organizations(JsonList& out) {
    for (const registry::Body& one : corpus_.bodies)
      out.add({{"id", one.id}, {"name", one.name}, {"classification", one.kind}, {"other_names", other_names(one.forms)},
               {"sources", sources_of(one.entities, sources_)}});
    std::set<std::string> seen;
    for (const registry::Person& one : corpus_.people)
      for (const registry::Post& post : one.posts)
        if (const Place place = place_of(post); !place.name.empty() && seen.insert(place.id).second)
          out.add({{"id", place.id}, {"name", place.name}});
  }

  void posts(JsonList& out) {
    std::set<std::string> seen;
    for (const registry::Person& one : corpus_.people)
      for (const registry::Post& post : one.posts) {
        const Place place = place_of(post);
        if (place.id.empty() || post.position.empty() || !seen.insert(post_id(post)).second) continue;
        out.add({{"id", post_id(post)}, {"label", post.position}, {"role", post.position}, {"organization_id", place.id}});
      }
  }

  void memberships(JsonList& out) {
    for (const registry::Person& one : corpus_.people)
      for (const registry::Post& post : one.posts) {
        const Place place = place_of(post);
        Json item{{"id", stable_id("m", {one.id, post_id(post), post.status, post.first})}, {"person_id", one.id}, {"role", post.position}};
        if (const std::string label = told(post); !label.empty()) item["label"] = label;
        if (!place.id.empty()) item["organization_id"] = place.id;
        if (!place.id.empty() && !post.position.empty()) item["post_id"] = post_id(post);
        out.add(item);
      }
  }

  void speeches(JsonList& out) {
    const Registry registry(corpus_);
    std::set<std::string> people;
    for (const registry::Person& one : corpus_.people) people.insert(one.id);
    each_article(corpus_, [&](const Json& article) {
      const std::string id = text_of(article, "id"), day = published_of(article);
      for (const Json& quote : list_of(article, "quotes")) {
        Json item{{"id", id + "#" + text_of(quote, "id")}, {"text", text_of(quote, "text")}, {"type", "speech"}, {"title", text_of(article, "title")}};
        const std::string speaker = registry.id_of(id, text_of(quote, "speaker"));
        if (people.contains(speaker)) item["creator_id"] = speaker;
        if (const std::string name = text_of(quote, "speaker_name"); !name.empty()) item["attribution_text"] = name;
        if (!day.empty()) item["date"] = day;
        if (const auto at = sources_.find(id); at != sources_.end()) item["sources"] = Json::array({at->second});
        out.add(item);
      }
    });
  }

  Corpus& corpus_;
  const Generator& generator_;
  OutFile& file_;
  Sources sources_;
};

class PopoloExporter : public Exporter {
 public:
  explicit PopoloExporter(const Options& options) : generator_(options.generator) {}

  void write(Corpus& corpus, const std::filesystem::path& out) override {
    OutFile file(out);
    PopoloFile(corpus, generator_, file).write();
    file.finish();
  }

 private:
  Generator generator_;
};

}  // namespace

std::unique_ptr<Exporter> make_popolo(const Options& options) { return std::make_unique<PopoloExporter>(options); }

}  // namespace qogam::exports
