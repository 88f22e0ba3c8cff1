// An article as an annotator sees it.
#include <algorithm>

#include "exports/article.h"
#include "exports/code_points.h"
#include "exports/days.h"
#include "exports/sheet.h"
#include "qogam/error.h"

namespace qogam::exports {
namespace {

// One field of several parts, none of which may hold what divides them.
std::string field_of(std::vector<std::string> parts) {
  std::string all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::replace(parts[i].begin(), parts[i].end(), ';', ',');
    all += (i == 0 ? "" : std::string(kBetween)) + parts[i];
  }
  return all;
}

class Drawer {
 public:
  explicit Drawer(const Json& article) : article_(article), text_(body_of(article)), points_(text_) {
    for (const Json& entity : list_of(article, "entities")) entities_[text_of(entity, "id")] = &entity;
  }

  Sheet draw() {
    head();
    mentions();
    people();
    dates();
    money();
    quotes();
    commitments();
    reports();
    return std::move(sheet_);
  }

 private:
  void head() {
    sheet_.id = text_of(article_, "id");
    sheet_.text = text_;
    sheet_.title = text_of(article_, "title");
    sheet_.language = text_of(article_, "language");
    sheet_.published = published_of(article_);
    if (const auto published = article_.find("published"); published != article_.end()) sheet_.published_from = text_of(*published, "from");
    sheet_.url = url_of(article_);
    for (const Json& topic : list_of(article_, "topics")) sheet_.topics.push_back(text_of(topic, "id"));
  }

  Region& region(const std::string& id, std::string_view label, const Json& item) {
    const std::size_t start = item.value("start", std::size_t{0}), end = item.value("end", std::size_t{0});
    if (start >= end || !points_.slice(start, end))
      throw Error(Cause::input, "The article '" + sheet_.id + "' has a " + std::string(label) + " at " + std::to_string(start) + "-" +
                                    std::to_string(end) + ", which is no place of its text; analyse it again.");
    sheet_.regions.push_back({id, std::string(label), start, end, {}});
    return sheet_.regions.back();
  }

  static void add(Region& region, const char* name, const std::string& value) {
    if (!value.empty()) region.attributes[name].push_back(value);
  }

  static void flag(Region& region, const char* name, bool yes) {
    if (yes) region.attributes[name] = {"yes"};
  }

  void mentions() {
    for (const Json& mention : list_of(article_, "mentions")) {
      const std::string type = text_of(mention, "type");
      const auto label = std::find_if(labels().begin(), labels().end(), [&](const Label& row) { return row.mention == type; });
      if (label == labels().end()) continue;
      Region& one = region(text_of(mention, "id"), label->name, mention);
      const std::string entity = text_of(mention, "entity");
      const auto at = entities_.find(entity);
      if (at == entities_.end()) continue;
      mentions_of_[entity].push_back(sheet_.regions.size() - 1);
      add(one, "EntityKind", text_of(*at->second, "kind"));
      add(one, "name", text_of(*at->second, "name"));
      if (const auto parent = entities_.find(text_of(*at->second, "parent")); parent != entities_.end())
        add(one, "parent", text_of(*parent->second, "name"));
    }
  }

  Region* first_mention(const std::string& entity) {
    const auto at = mentions_of_.find(entity);
    return at == mentions_of_.end() ? nullptr : &sheet_.regions[at->second.front()];
  }

  void people() {
    for (const Json& official : list_of(article_, "officials"))
      if (Region* person = first_mention(text_of(official, "person")))
        add(*person, "post", field_of({text_of(official, "status"), text_of(official, "position"), text_of(official, "organization")}));
    for (const Json& ngo : list_of(article_, "ngos")) {
      const auto own = mentions_of_.find(text_of(ngo, "organization"));
      if (own != mentions_of_.end())
        for (const std::size_t one : own->second) flag(sheet_.regions[one], "Generic", !ngo.value("named", true));
      for (const Json& one : list_of(ngo, "representatives"))
        if (Region* person = first_mention(text_of(one, "person"))) add(*person, "represents", field_of({text_of(one, "role"), text_of(ngo, "name")}));
    }
  }

  void dates() {
    int number = 0;
    for (const Json& date : list_of(article_, "dates")) {
      Region& one = region("d" + std::to_string(++number), "Date", date);
      const std::string value = text_of(date, "value");
      add(one, "DateType", text_of(date, "type"));
      add(one, "value", value);
      flag(one, "Approximate", date.value("approximate", false));
      const Days days = days_of(value);
      if (days.begin == text_of(date, "begin") && days.end == text_of(date, "end_date")) continue;
      one.attributes["begin"] = {text_of(date, "begin")};
      one.attributes["end"] = {text_of(date, "end_date")};
    }
  }

  void money() {
    int number = 0;
    for (const Json& sum : list_of(article_, "money")) {
      Region& one = region("s" + std::to_string(++number), "Money", sum);
      add(one, "amount", dump(sum.value("amount", Json(0))));
      if (const Json most = sum.value("amount_max", Json()); most.is_number()) add(one, "amount_max", dump(most));
      add(one, "currency", text_of(sum, "currency"));
    }
  }

  // The mention of an entity that stands nearest, as people look for it there; empty where it has none.
  std::string nearest(const std::string& entity, const Region& to) const {
    const auto at = mentions_of_.find(entity);
    if (at == mentions_of_.end()) return {};
    const auto distance = [&](std::size_t index) {
      const Region& from = sheet_.regions[index];
      return from.start > to.end ? from.start - to.end : to.start > from.end ? to.start - from.end : 0;
    };
    return sheet_.regions[*std::min_element(at->second.begin(), at->second.end(),
                                            [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); })].id;
  }

  // A relation to the entity, or its name as an attribute where the text does not name it.
  void who(Region& region, const char* relation, const char* attribute, const std::string& entity, const std::string& name) {
    const std::string mention = nearest(entity, region);
    if (mention.empty())
      add(region, attribute, name);
    else
      sheet_.relations.push_back({relation, region.id, mention});
  }

  void quotes() {
    for (const Json& quote : list_of(article_, "quotes")) {
      Region& one = region(text_of(quote, "id"), "Quote", quote);
      flag(one, "Indirect", !quote.value("direct", true));
      add(one, "cue", text_of(quote, "cue"));
      for (const std::string& topic : strings_of(quote, "topics")) add(one, "topic", topic);
      who(one, "Speaker", "speaker", text_of(quote, "speaker"), text_of(quote, "speaker_name"));
    }
  }

  // The region of a date or sum inside the commitment that says the same; empty where there is none.
  std::string inside(const Region& commitment, const char* label, const std::function<bool(const Region&)>& same) const {
    for (const Region& one : sheet_.regions)
      if (one.label == label && commitment.start <= one.start && one.end <= commitment.end && same(one)) return one.id;
    return {};
  }

  void deadline(Region& commitment, const Json& deadline) {
    const std::string words = text_of(deadline, "text"), value = text_of(deadline, "value");
    const std::string date = inside(commitment, "Date", [&](const Region& one) {
      const auto at = one.attributes.find("value");
      return *points_.slice(one.start, one.end) == words && (at == one.attributes.end() ? value.empty() : at->second.front() == value);
    });
    if (date.empty())
      add(commitment, "deadline", field_of({words, value}));
    else
      sheet_.relations.push_back({"Deadline", commitment.id, date});
  }

  void commitments() {
    for (const Json& item : list_of(article_, "commitments")) {
      Region& one = region(text_of(item, "id"), "Commitment", item);
      add(one, "CommitmentKind", text_of(item, "kind"));
      for (const char* key : {"ordered_by", "action", "cue"}) add(one, key, text_of(item, key));
      for (const std::string& name : strings_of(item, "beneficiaries")) add(one, "beneficiary", name);
      for (const std::string& topic : strings_of(item, "topics")) add(one, "topic", topic);
      who(one, "Actor", "actor", text_of(item, "actor"), text_of(item, "actor_name"));
      who(one, "SaidBy", "said_by", text_of(item, "said_by"), text_of(item, "said_by_name"));
      if (const auto at = item.find("deadline"); at != item.end() && at->is_object()) deadline(one, *at);
      if (const auto at = item.find("amount"); at != item.end() && at->is_object()) {
        const std::size_t start = at->value("start", std::size_t{0});
        const std::string sum = inside(one, "Money", [&](const Region& money) { return money.start == start; });
        if (!sum.empty()) sheet_.relations.push_back({"Amount", one.id, sum});
      }
    }
  }

  void reports() {
    int number = 0;
    for (const Json& report : list_of(article_, "commitment_reports"))
      add(region("r" + std::to_string(++number), "Report", report), "ReportSays", text_of(report, "says"));
  }

  const Json& article_;
  const std::string& text_;
  CodePoints points_;
  std::map<std::string, const Json*> entities_;
  std::map<std::string, std::vector<std::size_t>> mentions_of_;  // entity -> regions
  Sheet sheet_;
};

}  // namespace

Sheet sheet_of(const Json& article) { return Drawer(article).draw(); }

}  // namespace qogam::exports
