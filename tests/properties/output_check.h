// What holds of any JSON object that is written.
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "support/output.h"
#include "text/utf8.h"
#include "write/validator.h"

namespace qogam::properties {

// Every object with "start" and "end", wherever it stands, is a piece of the text that is not empty, and exactly its own "text".
inline void slices(const nlohmann::json& node, const std::string& text, const std::vector<std::size_t>& at, std::string& wrong) {
  if (node.is_object() && node.contains("start")) {
    const std::size_t start = node["start"], end = node["end"];
    if (start >= end || end >= at.size()) wrong += "no piece of the text: " + node.dump() + "\n";
    else if (node.contains("text") && node["text"] != text.substr(at[start], at[end] - at[start])) wrong += "not text[start:end]: " + node.dump() + "\n";
  }
  if (node.is_structured())
    for (const nlohmann::json& child : node) slices(child, text, at, wrong);
}

// Ids of the objects of a list; told where one stands twice.
inline std::set<std::string> ids_of(const nlohmann::json& list, std::string& wrong) {
  std::set<std::string> ids;
  for (const nlohmann::json& item : list)
    if (!ids.insert(item["id"]).second) wrong += "the id stands twice: " + item.dump() + "\n";
  return ids;
}

// Every reference leads to an object of the list that it is a reference to.
inline void references(const nlohmann::json& o, std::string& wrong) {
  const auto mentions = ids_of(o["mentions"], wrong), entities = ids_of(o["entities"], wrong), quotes = ids_of(o["quotes"], wrong);
  ids_of(o["commitments"], wrong);
  const struct {
    const char *list, *key;
    const std::set<std::string>& to;
  } links[] = {{"mentions", "entity", entities},   {"entities", "parent", entities},     {"entities", "mentions", mentions}, {"officials", "person", entities},     {"officials", "organization_entity", entities}, {"officials", "mentions", mentions},
               {"ngos", "organization", entities}, {"ngos", "mentions", mentions},       {"quotes", "speaker", entities},    {"commitments", "actor", entities},    {"commitments", "said_by", entities},           {"commitments", "quote", quotes}};
  for (const auto& link : links)
    for (const nlohmann::json& item : o[link.list])
      for (const nlohmann::json& id : item[link.key].is_array() ? item[link.key] : nlohmann::json::array({item[link.key]}))
        if (!id.is_null() && !link.to.contains(id)) wrong += std::string(link.key) + " leads nowhere: " + item.dump() + "\n";
  for (const nlohmann::json& ngo : o["ngos"])
    for (const nlohmann::json& one : ngo["representatives"])
      if (!one["person"].is_null() && !entities.contains(one["person"])) wrong += "person leads nowhere: " + one.dump() + "\n";
}

// `line` as it is written: one object of the schema, in one line.
inline std::string output_complaint(const std::string& line) {
  if (!text::valid_utf8(line)) return "the line is no UTF-8";
  if (line.find('\n') + 1 != line.size()) return "a line end stands in the line, or none at its end";
  const auto o = nlohmann::json::parse(line, nullptr, false);
  if (o.is_discarded()) return "the line is no JSON";
  std::string wrong = write::test::schema_errors(o);
  const std::string text = o.value("text", "");
  slices(o, text, test::code_points(text), wrong);
  references(o, wrong);
  return wrong;
}

}  // namespace qogam::properties
