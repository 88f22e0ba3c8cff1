// Gold from what an annotator has marked.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "exports/article.h"
#include "exports/code_points.h"
#include "exports/days.h"
#include "exports/sheet.h"

namespace qogam::exports {
namespace {

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n"), end = text.find_last_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string() : std::string(text.substr(begin, end - begin + 1));
}

// The parts of a field, `count` of them whatever it has.
std::vector<std::string> parts_of(const std::string& field, std::size_t count) {
  std::vector<std::string> parts;
  std::string_view rest = field;
  while (parts.size() < count) {
    const std::size_t end = std::min(rest.find(kBetween[0]), rest.size());
    parts.push_back(trimmed(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parts;
}

const std::vector<std::string>& all(const Region& region, const char* name) {
  static const std::vector<std::string> none;
  const auto at = region.attributes.find(name);
  return at == region.attributes.end() ? none : at->second;
}

std::string one(const Region& region, const char* name) { return all(region, name).empty() ? "" : all(region, name).front(); }

[[noreturn]] void refuse(const Region& region, const std::string& what) {
  throw SheetError(region.id, region.label + " '" + region.id + "' " + what + ".");
}

std::string required(const Region& region, const char* name) {
  std::string value = one(region, name);
  if (value.empty()) refuse(region, "has no " + std::string(name) + "; give it one");
  return value;
}

class GoldMaker {
 public:
  explicit GoldMaker(const Sheet& sheet) : sheet_(sheet), points_(sheet.text) {
    for (const Region& region : sheet.regions) order_.push_back(&region);
    std::stable_sort(order_.begin(), order_.end(),
                     [](const Region* a, const Region* b) { return a->start != b->start ? a->start < b->start : a->end > b->end; });
    for (const Relation& relation : sheet.relations) related_[{relation.from, relation.type}] = relation.to;
  }

  Json make() {
    gold_ = {{"schema", "qogam/1"}, {"id", sheet_.id}, {"language", sheet_.language.empty() ? "und" : sheet_.language}, {"title", or_null(sheet_.title)},
             {"published", {{"value", or_null(sheet_.published)}, {"from", or_null(sheet_.published_from)}}}, {"text", sheet_.text}};
    if (!sheet_.url.empty())
      gold_["source"] = {{"path", nullptr}, {"url", sheet_.url}, {"author", nullptr}, {"media_type", nullptr}, {"encoding", nullptr}, {"sha256", nullptr}};
    for (const char* key : {"furniture", "sentences", "mentions", "entities", "officials", "ngos", "dates", "money", "topics", "quotes",
                            "commitments", "commitment_reports", "warnings"})
      gold_[key] = Json::array();
    gold_["duplicate_of"] = nullptr;
    gold_["status"] = "ok";
    for (const std::string& topic : sheet_.topics) gold_["topics"].push_back({{"id", topic}, {"score", 1.0}, {"evidence", Json::array()}});
    for (const Region* region : order_) mention(*region);
    finish_entities();
    for (const Region* region : order_) person(*region);
    for (const Region* region : order_) finding(*region);
    for (const Region* region : order_)  // once all quotes are there, which they may stand in
      if (region->label == "Commitment") gold_["commitments"].push_back(commitment(*region));
    return std::move(gold_);
  }

 private:
  Json span(const Region& region) const {
    const auto text = points_.slice(region.start, region.end);
    if (!text || region.start == region.end) refuse(region, "is no place of the text");
    return {{"start", region.start}, {"end", region.end}, {"text", *text}, {"confidence", 1.0}, {"by", "gold"}};
  }

  std::string name_of(const Region& region) const {
    const std::string name = one(region, "name");
    return name.empty() ? std::string(*points_.slice(region.start, region.end)) : name;
  }

  // Position of the entity that a mention stands for in gold["entities"], made where it is new.
  std::size_t entity_of(const Region& region, const std::string& type) {
    const std::string name = name_of(region);
    const auto [at, fresh] = entities_.emplace(std::pair(type, name), gold_["entities"].size());
    if (fresh)
      gold_["entities"].push_back({{"id", "e" + std::to_string(at->second + 1)}, {"type", type}, {"kind", nullptr}, {"name", name},
                                   {"aliases", Json::array()}, {"parent", nullptr}, {"mentions", Json::array()}});
    Json& entity = gold_["entities"][at->second];
    if (entity["kind"].is_null()) entity["kind"] = or_null(one(region, "EntityKind"));
    if (const std::string parent = one(region, "parent"); !parent.empty()) parents_[at->second] = parent;
    return at->second;
  }

  void mention(const Region& region) {
    const Label* label = find_label(region.label);
    if (!label || label->mention.empty()) return;
    Json item = span(region);
    const std::string id = "m" + std::to_string(gold_["mentions"].size() + 1);
    item["id"] = id;
    item["type"] = label->mention;
    item["entity"] = nullptr;
    if (label->mention == "person" || label->mention == "organization" || label->mention == "location") {
      Json& entity = gold_["entities"][entity_of(region, std::string(label->mention))];
      item["entity"] = entity["id"];
      entity["mentions"].push_back(id);
      Json& aliases = entity["aliases"];
      if (item["text"] != entity["name"] && std::find(aliases.begin(), aliases.end(), item["text"]) == aliases.end()) aliases.push_back(item["text"]);
    }
    gold_["mentions"].push_back(item);
  }

  const Json* named(const std::string& name, std::initializer_list<const char*> types) const {
    for (const char* type : types)
      if (const auto at = entities_.find({type, name}); at != entities_.end()) return &gold_["entities"][at->second];
    return nullptr;
  }

  Json id_of(const std::string& name, std::initializer_list<const char*> types) const {
    const Json* entity = named(name, types);
    return entity ? entity->at("id") : Json();
  }

  void finish_entities() {
    for (const auto& [index, parent] : parents_) gold_["entities"][index]["parent"] = id_of(parent, {"organization", "location"});
    for (Json& entity : gold_["entities"])
      if (entity["kind"].is_null()) entity["kind"] = entity["type"] == "person" ? "person" : entity["type"] == "location" ? "place" : "other";
    for (const Region* region : order_) {
      if (region->label != "Organization") continue;
      const Json& entity = *named(name_of(*region), {"organization"});
      if (entity["kind"] == "ngo") ngo(entity["name"], one(*region, "Generic").empty());
    }
  }

  // The NGO of that name, made where it is new.
  Json& ngo(const std::string& name, bool is_named) {
    for (Json& item : gold_["ngos"])
      if (item["name"] == name) return item;
    const Json* entity = named(name, {"organization"});
    gold_["ngos"].push_back({{"organization", entity ? entity->at("id") : Json()}, {"name", name}, {"named", is_named}, {"representatives", Json::array()},
                             {"mentions", entity ? entity->at("mentions") : Json::array()}, {"confidence", 1.0}, {"by", "gold"}});
    return gold_["ngos"].back();
  }

  void person(const Region& region) {
    if (region.label != "Person") return;
    const std::string name = name_of(region);
    const Json& entity = *named(name, {"person"});
    for (const std::string& post : all(region, "post")) {
      const std::vector<std::string> parts = parts_of(post, 3);
      constexpr std::string_view kStatuses[] = {"current", "former", "acting", "nominated"};
      if (std::find(std::begin(kStatuses), std::end(kStatuses), parts[0]) == std::end(kStatuses))
        refuse(region, "has a post that does not begin with current, former, acting or nominated; write it as: status; position; organization");
      gold_["officials"].push_back({{"person", entity["id"]}, {"name", name}, {"position", or_null(parts[1])}, {"organization", or_null(parts[2])},
                                    {"organization_entity", id_of(parts[2], {"organization"})}, {"status", parts[0]}, {"mentions", entity["mentions"]},
                                    {"confidence", 1.0}, {"by", "gold"}});
    }
    for (const std::string& field : all(region, "represents")) {
      const std::vector<std::string> parts = parts_of(field, 2);
      if (parts[1].empty()) refuse(region, "represents nothing; write it as: role; name of the NGO");
      ngo(parts[1], true)["representatives"].push_back({{"person", entity["id"]}, {"name", name}, {"role", or_null(parts[0])}});
    }
  }

  const Region* related(const Region& from, const char* type) const {
    const auto at = related_.find({from.id, type});
    if (at == related_.end()) return nullptr;
    for (const Region& region : sheet_.regions)
      if (region.id == at->second) return &region;
    refuse(from, "has a relation " + std::string(type) + " to nothing");
  }

  std::string who(const Region& region, const char* relation, const char* attribute) const {
    const Region* to = related(region, relation);
    return to ? name_of(*to) : one(region, attribute);
  }

  void finding(const Region& region) {
    if (region.label == "Date") gold_["dates"].push_back(date(region));
    if (region.label == "Money") gold_["money"].push_back(money(region));
    if (region.label == "Quote") gold_["quotes"].push_back(quote(region));
    if (region.label != "Report") return;
    Json item = span(region);
    item["says"] = required(region, "ReportSays");
    gold_["commitment_reports"].push_back(item);
  }

  Json date(const Region& region) const {
    Json item = span(region);
    const std::string value = one(region, "value"), type = one(region, "DateType");
    const bool own_days = region.attributes.contains("begin") || region.attributes.contains("end");
    const Days days = own_days ? Days{one(region, "begin"), one(region, "end")} : days_of(value);
    item["type"] = type.empty() ? "date" : type;
    item["value"] = or_null(value);
    item["begin"] = or_null(days.begin);
    item["end_date"] = or_null(days.end);
    item["approximate"] = !one(region, "Approximate").empty();
    return item;
  }

  static double number(const Region& region, const char* name) {
    const std::string words = required(region, name);
    double value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc() || end != words.data() + words.size() || !std::isfinite(value)) refuse(region, "has a " + std::string(name) + " that is no number: '" + words + "'");
    return value;
  }

  Json money(const Region& region) const {
    Json item = span(region);
    item["amount"] = number(region, "amount");
    item["amount_max"] = one(region, "amount_max").empty() ? Json() : Json(number(region, "amount_max"));
    item["currency"] = required(region, "currency");
    return item;
  }

  Json quote(const Region& region) const {
    Json item = span(region);
    const std::string speaker = who(region, "Speaker", "speaker");
    item["id"] = "q" + std::to_string(gold_["quotes"].size() + 1);
    item["speaker"] = id_of(speaker, {"person", "organization"});
    item["speaker_name"] = or_null(speaker);
    item["cue"] = or_null(one(region, "cue"));
    item["direct"] = one(region, "Indirect").empty();
    item["topics"] = all(region, "topic");
    return item;
  }

  Json deadline(const Region& region) const {
    if (const Region* to = related(region, "Deadline")) {
      const Json day = date(*to);
      return {{"text", day["text"]}, {"value", day["value"]}, {"begin", day["begin"]}, {"end_date", day["end_date"]}};
    }
    if (one(region, "deadline").empty()) return nullptr;
    const std::vector<std::string> parts = parts_of(one(region, "deadline"), 2);
    const Days days = days_of(parts[1]);
    return {{"text", parts[0]}, {"value", or_null(parts[1])}, {"begin", or_null(days.begin)}, {"end_date", or_null(days.end)}};
  }

  Json commitment(const Region& region) const {
    Json item = span(region);
    const std::string actor = who(region, "Actor", "actor"), said_by = who(region, "SaidBy", "said_by");
    item["id"] = "c" + std::to_string(gold_["commitments"].size() + 1);
    item["kind"] = required(region, "CommitmentKind");
    item["actor"] = id_of(actor, {"organization", "person"});
    item["actor_name"] = or_null(actor);
    item["said_by"] = id_of(said_by, {"person", "organization"});
    item["said_by_name"] = or_null(said_by);
    item["ordered_by"] = or_null(one(region, "ordered_by"));
    item["beneficiaries"] = all(region, "beneficiary");
    item["action"] = or_null(one(region, "action"));
    if (const std::string cue = one(region, "cue"); !cue.empty()) item["cue"] = cue;
    item["deadline"] = deadline(region);
    const Region* sum = related(region, "Amount");
    item["amount"] = sum ? money(*sum) : Json();
    item["topics"] = all(region, "topic");
    item["quote"] = nullptr;
    for (const Json& quote : gold_["quotes"])
      if (item["quote"].is_null() && quote["start"] <= item["start"] && item["end"] <= quote["end"]) item["quote"] = quote["id"];
    return item;
  }

  const Sheet& sheet_;
  CodePoints points_;
  std::vector<const Region*> order_;
  std::map<std::pair<std::string, std::string>, std::string> related_;     // region, type -> region
  std::map<std::pair<std::string, std::string>, std::size_t> entities_;    // type, name -> position
  std::map<std::size_t, std::string> parents_;
  Json gold_;
};

}  // namespace

Json gold_of(const Sheet& sheet) { return GoldMaker(sheet).make(); }

}  // namespace qogam::exports
