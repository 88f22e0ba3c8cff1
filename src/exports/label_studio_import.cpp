// Annotations of Label Studio (labelstud.io/guide/task_format) as gold.
#include <algorithm>
#include <fstream>

#include "exports/article.h"
#include "exports/code_points.h"
#include "exports/importer.h"
#include "exports/sheet.h"
#include "qogam/error.h"
#include "text/json_depth.h"

namespace qogam::exports {
namespace {

namespace fs = std::filesystem;

// A span as the tool wrote it.
struct Place {
  std::string region;
  std::size_t start = 0, end = 0;
  std::string text;  // empty where the tool wrote none
};

class TaskReader {
 public:
  TaskReader(const Json& task, std::string where, Unit unit) : task_(task), where_(std::move(where)), unit_(unit) {
    if (!task.is_object()) refuse("is no object; give a JSON export of Label Studio");
    const auto data = task.find("data");
    if (data == task.end() || !data->is_object() || text_of(*data, "text").empty()) refuse("has no data.text");
    head(*data);
  }

  // The annotation that counts; nullptr where nobody has annotated the task.
  const Json* annotation(bool predictions) const {
    const Json* chosen = nullptr;
    for (const Json& one : list_of(task_, "annotations")) {
      if (!one.is_object() || one.value("was_cancelled", false)) continue;
      const bool better = !chosen || std::pair(one.value("ground_truth", false), text_of(one, "updated_at")) >=
                                         std::pair(chosen->value("ground_truth", false), text_of(*chosen, "updated_at"));
      if (better) chosen = &one;
    }
    if (!chosen && predictions && !list_of(task_, "predictions").empty()) chosen = &list_of(task_, "predictions").front();
    return chosen;
  }

  Json gold(const Json& annotation) {
    for (const Json& one : list_of(annotation, "result")) add_region(one);
    for (const Json& one : list_of(annotation, "result")) add_saying(one);
    place_regions();
    try {
      return gold_of(sheet_);
    } catch (const SheetError& error) {
      refuse(std::string("has a ") + error.what());
    }
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const { throw Error(Cause::input, where_ + " " + what + (what.ends_with('.') ? "" : ".")); }

  void head(const Json& data) {
    sheet_.text = text_of(data, "text");
    sheet_.id = text_of(data, "id");
    if (sheet_.id.empty()) sheet_.id = "task-" + dump(task_.value("id", Json(0)));
    sheet_.title = text_of(data, "title");
    sheet_.language = text_of(data, "language");
    sheet_.published = text_of(data, "published");
    sheet_.published_from = text_of(data, "published_from");
    sheet_.url = text_of(data, "url");
  }

  static const Json& value_of(const Json& one) {
    static const Json none = Json::object();
    const auto at = one.find("value");
    return at == one.end() || !at->is_object() ? none : *at;
  }

  std::size_t offset(const Json& value, const char* key, const std::string& region) const {
    const auto at = value.find(key);
    if (at == value.end() || !at->is_number_integer() || at->get<std::int64_t>() < 0)
      refuse("has a region '" + region + "' whose " + key + " is no offset; label text, not HTML or time");
    return at->get<std::size_t>();
  }

  void add_region(const Json& one) {
    if (!one.is_object() || text_of(one, "type") != "labels") return;
    const std::string id = text_of(one, "id");
    const Json& value = value_of(one);
    const std::vector<std::string> names = strings_of(value, "labels");
    if (names.size() != 1) refuse("has a region '" + id + "' with " + std::to_string(names.size()) + " labels; give it one");
    if (!find_label(names[0])) refuse("has a region '" + id + "' with the label '" + names[0] + "', which is none of the exported interface");
    if (index_.contains(id)) refuse("has two regions '" + id + "'");
    index_[id] = sheet_.regions.size();
    sheet_.regions.push_back({id, names[0], 0, 0, {}});
    places_.push_back({id, offset(value, "start", id), offset(value, "end", id), text_of(value, "text")});
  }

  // What is said of a region or the task. Controls that somebody added to the interface are passed over.
  void add_saying(const Json& one) {
    if (!one.is_object()) return;
    const std::string type = text_of(one, "type"), name = text_of(one, "from_name");
    if (type == "relation") return add_relation(one);
    if (type != "choices" && type != "textarea") return;
    std::vector<std::string> said = strings_of(value_of(one), type == "choices" ? "choices" : "text");
    if (type == "textarea" && said.empty()) said = {text_of(value_of(one), "text")};
    if (name == "topics") sheet_.topics = said;
    const auto region = index_.find(text_of(one, "id"));
    if (!find_attribute(name) || region == index_.end()) return;
    sheet_.regions[region->second].attributes[name] = said;
  }

  void add_relation(const Json& one) {
    std::string from = text_of(one, "from_id"), to = text_of(one, "to_id");
    if (text_of(one, "direction") == "left") std::swap(from, to);
    const std::vector<std::string> names = strings_of(one, "labels");
    if (names.empty()) refuse("has a relation from '" + from + "' to '" + to + "' without a label; give it one");
    for (const std::string& id : {from, to})
      if (!index_.contains(id)) refuse("has a relation " + names[0] + " with '" + id + "', which is no region");
    for (const std::string& name : names) sheet_.relations.push_back({name, from, to});
  }

  static bool fits(const CodePoints& points, const Place& place, Unit unit) { return !mismatch(points, place, unit); }

  // Whether the place is none or has other words than the tool says.
  static bool mismatch(const CodePoints& points, const Place& place, Unit unit) {
    const auto span = code_points(points, place, unit);
    return !span || span->first >= span->second || (!place.text.empty() && *points.slice(span->first, span->second) != place.text);
  }

  static std::optional<std::pair<std::size_t, std::size_t>> code_points(const CodePoints& points, const Place& place, Unit unit) {
    std::optional<std::size_t> start = place.start, end = place.end;
    if (unit == Unit::utf16) {
      start = points.from_utf16(place.start);
      end = points.from_utf16(place.end);
    }
    if (!start || !end || *start > *end || *end > points.size()) return std::nullopt;
    return std::pair(*start, *end);
  }

  void place_regions() {
    const CodePoints points(sheet_.text);
    const auto all_fit = [&](Unit unit) { return std::all_of(places_.begin(), places_.end(), [&](const Place& p) { return fits(points, p, unit); }); };
    Unit unit = unit_;
    if (unit == Unit::automatic) unit = !all_fit(Unit::code_points) && all_fit(Unit::utf16) ? Unit::utf16 : Unit::code_points;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Place& place = places_[i];
      if (mismatch(points, place, unit)) {
        const auto span = code_points(points, place, unit);
        const std::string found = span ? "'" + std::string(*points.slice(span->first, span->second)) + "'" : "no place of the text";
        refuse("has a region '" + place.region + "' at " + std::to_string(place.start) + "-" + std::to_string(place.end) + " that says '" +
               place.text + "' where the text has " + found + "; see that the text was not changed, and which unit its offsets count");
      }
      std::tie(sheet_.regions[i].start, sheet_.regions[i].end) = *code_points(points, place, unit);
    }
  }

  const Json& task_;
  std::string where_;
  Unit unit_;
  Sheet sheet_;
  std::map<std::string, std::size_t> index_;  // region -> position in the sheet, and in places_
  std::vector<Place> places_;
};

Json parsed(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(Cause::input, "Cannot read '" + file.string() + "'; see that it is there and may be read.");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  constexpr std::size_t kDeepest = 100;
  if (text::json_depth(bytes) > kDeepest) throw Error(Cause::input, "'" + file.string() + "' is nested too deep to be an export of Label Studio.");
  try {
    Json tasks = Json::parse(bytes);
    return tasks.is_array() ? tasks : Json::array({tasks});
  } catch (const Json::parse_error& error) {
    throw Error(Cause::input, "'" + file.string() + "' is no JSON: there is a mistake at byte " + std::to_string(error.byte) + "; export it from Label Studio as JSON.");
  } catch (const Json::exception& error) {  // a number out of range
    throw Error(Cause::input, "'" + file.string() + "' cannot be read: " + error.what() + "; export it from Label Studio as JSON.");
  }
}

}  // namespace

void read_label_studio(const fs::path& file, const ImportOptions& options, const UseGold& use) {
  const Json tasks = parsed(file);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const Json id = tasks[i].is_object() ? tasks[i].value("id", Json()) : Json();
    const std::string where = "'" + file.string() + "': task " + std::to_string(i + 1) + (id.is_null() ? "" : " (id " + dump(id) + ")");
    TaskReader reader(tasks[i], where, options.unit);
    try {
      if (const Json* annotation = reader.annotation(options.predictions)) use(reader.gold(*annotation));
    } catch (const Json::exception& error) {
      throw Error(Cause::input, where + " is not as Label Studio writes it: " + error.what() + ".");
    }
  }
}

}  // namespace qogam::exports
