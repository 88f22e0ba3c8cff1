// Reading the JSON of an article, and what all formats ask of a corpus.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "exports/exporter.h"

namespace qogam::exports {

using Json = nlohmann::json;

// The string under a key; empty where it is null or missing.
std::string text_of(const Json& object, const char* key);
// The list under a key; an empty one where it is missing.
const Json& list_of(const Json& object, const char* key);
// The strings of a list.
std::vector<std::string> strings_of(const Json& object, const char* key);

// The address of the article where it is http or https, else empty.
std::string url_of(const Json& article);
std::string published_of(const Json& article);
bool failed(const Json& article);

// The text of an article. Throws Error{input} that says how to get it where it was left out.
const std::string& body_of(const Json& article);

// "qogam VERSION MODELS", as far as it is known: who analysed an article, or makes an export.
std::string generator_of(const Json& article);
std::string text_of(const Generator& generator);
Json json_of(const Generator& generator);

// Compact JSON of any object; bytes that are no UTF-8 become U+FFFD.
std::string dump(const Json& object);

// Calls `use` for each article from the first one on.
void each_article(Corpus& corpus, const std::function<void(const Json&)>& use);

// `prefix` and 20 hex digits that depend on the parts and nothing else: the same for every run.
std::string stable_id(std::string_view prefix, const std::vector<std::string>& parts);

// Who the entities of articles are.
class Registry {
 public:
  explicit Registry(const Corpus& corpus);

  // The id of the Person or Body that an entity of an article is; empty where it is none of them.
  std::string id_of(const std::string& document, const std::string& entity) const;

 private:
  std::map<registry::EntityRef, std::string> ids_;
};

// Writes a list of JSON objects with commas between them, one a line.
class JsonList {
 public:
  explicit JsonList(std::function<void(std::string_view)> write) : write_(std::move(write)) {}
  void add(const Json& object);

 private:
  std::function<void(std::string_view)> write_;
  bool first_ = true;
};

}  // namespace qogam::exports
