// Reads an Answer out of either JSON format.
#include "learn/answer.h"

#include <stdexcept>
#include <string_view>

#include "learn/topic_labels.h"

namespace qogam::learn {
namespace {

using nlohmann::json;

constexpr std::string_view kSchema = "qogam/1";
constexpr std::size_t kDay = 10;  // characters of YYYY-MM-DD

const json& list(const json& object, const char* key) {
  static const json empty = json::array();
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return empty;
  if (!found->is_array()) throw std::invalid_argument("\"" + std::string(key) + "\" is no list");
  return *found;
}

std::optional<std::string> maybe_text(const json& object, const char* key) {
  if (!object.is_object()) throw std::invalid_argument(object.dump() + " is no object");
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return found->get<std::string>();
}

std::string text(const json& object, const char* key) {
  return maybe_text(object, key).value_or("");
}

// A name may stand alone or as the "name" of an object.
std::string name_of(const json& item) {
  return item.is_string() ? item.get<std::string>() : text(item, "name");
}

std::vector<std::string> names(const json& items) {
  std::vector<std::string> out;
  for (const json& item : items) out.push_back(name_of(item));
  return out;
}

TimeAnswer time_answer(const json& item) {
  std::optional<std::string> value = maybe_text(item, "value");
  if (value && value->empty()) value.reset();
  return {text(item, "text"), value};
}

Sum sum_of(const json& item) {
  Sum out{text(item, "text"), 0, std::nullopt, text(item, "currency")};
  if (const auto at = item.find("amount"); at != item.end() && !at->is_null())
    out.amount = at->get<double>();
  if (const auto at = item.find("amount_max"); at != item.end() && !at->is_null())
    out.amount_max = at->get<double>();
  return out;
}

Pledge pledge(const json& item) {
  const bool sheet = item.contains("actor") && !item.contains("actor_name");
  Pledge out{text(item, "text"),
             text(item, "kind"),
             text(item, sheet ? "actor" : "actor_name"),
             text(item, "said_by_name"),
             text(item, "ordered_by"),
             std::nullopt,
             false};
  if (const auto at = item.find("deadline"); at != item.end() && !at->is_null())
    out.deadline = time_answer(*at);
  out.borderline = item.value("borderline", false);
  return out;
}

// What both formats write alike.
void read_common(const json& object, Answer& out) {
  for (const json& o : list(object, "officials"))
    out.officials.push_back({text(o, "name"), text(o, "position"), text(o, "status")});
  for (const json& n : list(object, "ngos")) {
    out.ngos.push_back(name_of(n));
    if (!n.is_object()) continue;
    for (const json& r : list(n, "representatives")) out.representatives.push_back(name_of(r));
  }
  for (const json& d : list(object, "dates")) out.dates.push_back(time_answer(d));
  for (const json& m : list(object, "money")) out.money.push_back(sum_of(m));
  for (const json& c : list(object, "commitments")) out.commitments.push_back(pledge(c));
  out.text = maybe_text(object, "text");
  out.has_text = out.text && !out.text->empty();
}

void read_entities(const json& object, Answer& out) {
  for (const json& e : list(object, "entities")) {
    const std::string type = text(e, "type"), kind = text(e, "kind");
    if (type == "person") out.persons.push_back(text(e, "name"));
    if (type == "location") out.locations.push_back(text(e, "name"));
    if (kind == "state_body") out.state_bodies.push_back(text(e, "name"));
    if (kind == "housing_association") out.housing_associations.push_back(text(e, "name"));
  }
}

void read_output(const json& object, Answer& out) {
  out.language = text(object, "language");
  if (const auto at = object.find("published"); at != object.end() && at->is_object())
    out.published = text(*at, "value").substr(0, kDay);
  read_entities(object, out);
  for (const json& t : list(object, "topics")) out.topics.push_back(text(t, "id"));
  for (const json& q : list(object, "quotes"))
    if (q.value("direct", true)) out.quotes.push_back({text(q, "text"), text(q, "speaker_name")});
  for (const json& f : list(object, "furniture")) out.furniture.push_back(text(f, "text"));
}

void read_sheet(const json& object, Answer& out) {
  out.language = text(object, "lang");
  out.published = text(object, "published").substr(0, kDay);
  for (const Post& o : out.officials) out.persons.push_back(o.name);
  for (std::string& name : names(list(object, "persons"))) out.persons.push_back(std::move(name));
  out.state_bodies = names(list(object, "state_bodies"));
  out.housing_associations = names(list(object, "housing_associations"));
  out.locations = names(list(object, "locations"));
  for (const json& t : list(object, "topics"))
    if (t != kNoTopic) out.topics.push_back(t.get<std::string>());
  for (const json& q : list(object, "quotes"))
    out.quotes.push_back({text(q, "start"), text(q, "speaker")});
  for (const json& f : list(object, "boilerplate")) out.furniture.push_back(f.get<std::string>());
  out.text.reset();  // the page as scraped, furniture and all
}

}  // namespace

Answer answer_of(const json& object) {
  if (!object.is_object()) throw std::invalid_argument("this is no JSON object");
  Answer out;
  out.id = text(object, "id");
  if (out.id.empty()) throw std::invalid_argument("the object has no \"id\"");
  const std::string schema = text(object, "schema");
  if (!schema.empty() && schema != kSchema)
    throw std::invalid_argument("the schema is \"" + schema + "\", this program reads \"" +
                                std::string(kSchema) + "\"");
  if (const auto made = object.find("generator"); made != object.end() && made->is_object())
    out.generator = "qogam " + text(*made, "version") + " " + text(*made, "models");
  read_common(object, out);
  if (schema.empty() && object.contains("lang"))
    read_sheet(object, out);
  else
    read_output(object, out);
  return out;
}

}  // namespace qogam::learn
