// JSON-LD by nlohmann-json.
#include "html/json_ld.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "html/tree.h"
#include "text/json_depth.h"

namespace qogam::html {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepestJson = 64;
constexpr std::array<std::string_view, 7> kArticles = {"Article",  "NewsArticle", "ReportageNewsArticle", "BlogPosting",
                                                       "Report", "AnalysisNewsArticle", "LiveBlogPosting"};

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto known = [](const Json& name) {
    return name.is_string() && std::find(kArticles.begin(), kArticles.end(), name.get_ref<const std::string&>()) != kArticles.end();
  };
  return type->is_array() ? std::any_of(type->begin(), type->end(), known) : known(*type);
}

// A value that is a string, or the "name" or "@id" of an object, or the first that has one of several.
std::string string_of(const Json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  if (!object.is_object() || found == object.end()) return {};
  if (found->is_string()) return collapsed(found->get_ref<const std::string&>());
  if (found->is_object()) return string_of(*found, found->contains("name") ? "name" : "@id");
  if (!found->is_array()) return {};
  for (const Json& item : *found) {
    std::string text = item.is_string() ? collapsed(item.get_ref<const std::string&>()) : string_of(item, "name");
    if (!text.empty()) return text;
  }
  return {};
}

// Only a person writes; the outlet as author says nothing.
std::string author_of(const Json& object) {
  const auto author = object.find("author");
  if (author == object.end()) return {};
  const Json& one = author->is_array() && !author->empty() ? author->front() : *author;
  if (one.is_object() && one.value("@type", Json("Person")) == "Organization") return {};
  return string_of(object, "author");
}

struct Collector {
  std::vector<LinkedArticle> own, listed;

  void walk(const Json& value, bool in_list) {
    if (value.is_array())
      for (const Json& item : value) walk(item, in_list);
    if (!value.is_object()) return;
    if (is_article(value))
      (in_list ? listed : own)
          .push_back({string_of(value, "headline"), string_of(value, "datePublished"), author_of(value),
                      string_of(value, value.contains("url") ? "url" : "mainEntityOfPage")});
    for (const auto& [key, item] : value.items())
      if (item.is_structured()) walk(item, in_list || key == "itemListElement" || key == "hasPart" || key == "mentions" || key == "relatedLink");
  }
};

}  // namespace

std::vector<LinkedArticle> linked_articles(const std::vector<std::string>& scripts) {
  Collector collector;
  for (std::string script : scripts) {
    if (text::json_depth(script) > kDeepestJson) continue;
    // Line ends in strings are the most frequent mistake; outside of strings they are blanks too.
    std::replace_if(script.begin(), script.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    const Json json = Json::parse(script, nullptr, false);
    if (!json.is_discarded()) collector.walk(json, false);
  }
  std::vector<LinkedArticle> all = std::move(collector.own);
  std::move(collector.listed.begin(), collector.listed.end(), std::back_inserter(all));
  return all;
}

}  // namespace qogam::html
