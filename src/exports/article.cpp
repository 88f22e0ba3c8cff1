// Reading the JSON of an article, and what all formats ask of a corpus.
#include "exports/article.h"

#include <utility>

#include "qogam/error.h"
#include "text/sha256.h"

namespace qogam::exports {

std::string text_of(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

const Json& list_of(const Json& object, const char* key) {
  static const Json empty = Json::array();
  const auto at = object.find(key);
  return at != object.end() && at->is_array() ? *at : empty;
}

std::vector<std::string> strings_of(const Json& object, const char* key) {
  std::vector<std::string> all;
  for (const Json& item : list_of(object, key))
    if (item.is_string()) all.push_back(item.get<std::string>());
  return all;
}

std::string url_of(const Json& article) {
  const auto source = article.find("source");
  if (source == article.end()) return {};
  const std::string url = text_of(*source, "url");
  return url.starts_with("http://") || url.starts_with("https://") ? url : std::string();
}

std::string published_of(const Json& article) {
  const auto published = article.find("published");
  return published == article.end() ? std::string() : text_of(*published, "value");
}

bool failed(const Json& article) { return text_of(article, "status") == "error"; }

const std::string& body_of(const Json& article) {
  const auto text = article.find("text");
  if (text == article.end() || !text->is_string())
    throw Error(Cause::input, "The article '" + text_of(article, "id") +
                                  "' came without its text, which this format needs; analyse it again without --no-text.");
  return text->get_ref<const std::string&>();
}

std::string text_of(const Generator& generator) {
  std::string text = "qogam";
  for (const std::string& part : {generator.version, generator.models})
    if (!part.empty()) text += " " + part;
  return text;
}

std::string generator_of(const Json& article) {
  const auto made = article.find("generator");
  return text_of(made == article.end() ? Generator{} : Generator{text_of(*made, "version"), text_of(*made, "models")});
}

Json json_of(const Generator& generator) { return {{"name", "qogam"}, {"version", generator.version}, {"models", generator.models}}; }

std::string dump(const Json& object) { return object.dump(-1, ' ', false, Json::error_handler_t::replace); }

void each_article(Corpus& corpus, const std::function<void(const Json&)>& use) {
  if (corpus.rewind) corpus.rewind();
  if (!corpus.next) return;
  while (const std::optional<Json> article = corpus.next()) {
    try {
      use(*article);
    } catch (const Json::exception& e) {
      throw Error(Cause::input, "The article '" + text_of(*article, "id") + "' is not as 'qogam analyze' writes it (" + e.what() + "); analyse it again and store what comes out.");
    }
  }
}

std::string stable_id(std::string_view prefix, const std::vector<std::string>& parts) {
  constexpr std::size_t kDigits = 20;
  std::string all;
  for (const std::string& part : parts) all += std::to_string(part.size()) + ':' + part;
  return std::string(prefix) + text::sha256_hex(all).substr(0, kDigits);
}

Registry::Registry(const Corpus& corpus) {
  for (const registry::Person& person : corpus.people)
    for (const registry::EntityRef& entity : person.entities) ids_.emplace(entity, person.id);
  for (const registry::Body& body : corpus.bodies)
    for (const registry::EntityRef& entity : body.entities) ids_.emplace(entity, body.id);
}

std::string Registry::id_of(const std::string& document, const std::string& entity) const {
  const auto at = ids_.find({document, entity});
  return at == ids_.end() ? std::string() : at->second;
}

void JsonList::add(const Json& object) {
  write_((std::exchange(first_, false) ? "\n" : ",\n") + dump(object));
}

}  // namespace qogam::exports
