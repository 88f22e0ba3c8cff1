// Label Studio: tasks with predictions (labelstud.io/guide/task_format, labelstud.io/guide/predictions),
// a JSON list with a task a line, and the labelling interface beside it (labelstud.io/tags).
//
// data: text, id, title, language, published, published_from, url. predictions[0].result: a `labels` result
// a region, with start and end in code points (Options::utf16 for versions that count UTF-16 units), a `choices` or `textarea` result of the same id for each attribute, a `relation` result each
// relation, and the topics of the article as `choices` of the task. score: mean confidence of the findings.
#include <algorithm>
#include <set>

#include "exports/article.h"
#include "exports/code_points.h"
#include "exports/makers.h"
#include "exports/output.h"
#include "exports/sheet.h"

namespace qogam::exports {
namespace {

namespace fs = std::filesystem;

std::string xml(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
  return out;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string all;
  for (const std::string_view word : words) all += (all.empty() ? "" : ",") + std::string(word);
  return all;
}

std::string tag_of(const Attribute& attribute) {
  const std::string where = " name=\"" + std::string(attribute.name) +
                            "\" toName=\"text\" perRegion=\"true\" visibleWhen=\"region-selected\" whenTagName=\"label\" whenLabelValue=\"" +
                            joined(attribute.labels) + "\"";
  if (attribute.values.empty()) {
    const std::string hint = std::string(attribute.name) + (attribute.hint.empty() ? "" : ": " + std::string(attribute.hint));
    return "  <TextArea" + where + " editable=\"true\" maxSubmissions=\"" + (attribute.many ? "20" : "1") + "\" placeholder=\"" + xml(hint) + "\"/>\n";
  }
  const bool flag = attribute.values.size() == 1;  // its one choice bears its name, or nobody would know what it is
  std::string out = "  <Choices" + where + " choice=\"" + (flag ? "multiple" : "single-radio") + "\" showInline=\"true\">\n";
  for (const std::string_view value : attribute.values)
    out += "    <Choice value=\"" + xml(flag ? attribute.name : value) + "\"/>\n";
  return out + "  </Choices>\n";
}

std::string config(const std::set<std::string>& topics) {
  std::string out = "<View>\n  <Header value=\"$title\"/>\n  <Relations>\n";
  for (const RelationType& relation : relation_types()) out += "    <Relation value=\"" + std::string(relation.name) + "\"/>\n";
  out += "  </Relations>\n  <Labels name=\"label\" toName=\"text\">\n";
  for (const Label& label : labels()) out += "    <Label value=\"" + std::string(label.name) + "\" background=\"" + std::string(label.colour) + "\"/>\n";
  out += "  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n";
  for (const Attribute& attribute : attributes()) out += tag_of(attribute);
  out += "  <Choices name=\"topics\" toName=\"text\" choice=\"multiple\" showInline=\"true\">\n";
  for (const std::string& topic : topics) out += "    <Choice value=\"" + xml(topic) + "\"/>\n";
  return out + "  </Choices>\n</View>\n";
}

Json result(const std::string& id, std::string_view name, const char* type, Json value) {
  return {{"id", id}, {"from_name", name}, {"to_name", "text"}, {"type", type}, {"value", std::move(value)}};
}

void add_region(Json& results, const Region& region, const CodePoints& points, bool utf16) {
  const Json place{{"start", utf16 ? points.to_utf16(region.start) : region.start}, {"end", utf16 ? points.to_utf16(region.end) : region.end}};
  Json value = place;
  value["text"] = *points.slice(region.start, region.end);
  value["labels"] = Json::array({region.label});
  results.push_back(result(region.id, "label", "labels", value));
  for (const auto& [name, values] : region.attributes) {
    const std::size_t choices = find_attribute(name)->values.size();
    Json said = place;
    said[choices > 0 ? "choices" : "text"] = choices == 1 ? Json::array({name}) : Json(values);
    results.push_back(result(region.id, name, choices > 0 ? "choices" : "textarea", said));
  }
}

// Of quotes and commitments, dates and the rest, to three decimals; 1 where nothing was found.
double mean_confidence(const Json& article) {
  double sum = 0;
  int count = 0;
  for (const char* key : {"mentions", "quotes", "commitments", "commitment_reports"})
    for (const Json& item : list_of(article, key)) {
      sum += item.value("confidence", 1.0);
      ++count;
    }
  return count == 0 ? 1 : static_cast<double>(static_cast<int>(sum / count * 1000 + 0.5)) / 1000;
}

Json task_of(const Json& article, const Sheet& sheet, bool utf16) {
  const CodePoints points(sheet.text);
  Json results = Json::array();
  for (const Region& region : sheet.regions) add_region(results, region, points, utf16);
  for (const Relation& relation : sheet.relations)
    results.push_back({{"from_id", relation.from}, {"to_id", relation.to}, {"type", "relation"}, {"direction", "right"}, {"labels", {relation.type}}});
  if (!sheet.topics.empty()) results.push_back(result("topics", "topics", "choices", {{"choices", sheet.topics}}));
  const Json data{{"text", sheet.text}, {"id", sheet.id}, {"title", sheet.title}, {"language", sheet.language}, {"published", sheet.published},
                  {"published_from", sheet.published_from}, {"url", sheet.url}};
  const Json prediction{{"model_version", generator_of(article)}, {"score", mean_confidence(article)}, {"result", results}};
  return {{"data", data}, {"predictions", Json::array({prediction})}};
}

class LabelStudioExporter : public Exporter {
 public:
  explicit LabelStudioExporter(const Options& options) : options_(options) {}

  void write(Corpus& corpus, const fs::path& out) override {
    OutFile tasks(out);
    std::set<std::string> topics(options_.topics.begin(), options_.topics.end());
    tasks.write("[");
    JsonList list([&](std::string_view bytes) { tasks.write(bytes); });
    each_article(corpus, [&](const Json& article) {
      if (failed(article)) return;
      const Sheet sheet = sheet_of(article);
      topics.insert(sheet.topics.begin(), sheet.topics.end());
      list.add(task_of(article, sheet, options_.utf16));
    });
    tasks.write("]\n");
    OutFile interface(out.string() + ".config.xml");
    interface.write(config(topics));
    interface.finish();
    tasks.finish();
  }

 private:
  Options options_;
};

}  // namespace

std::unique_ptr<Exporter> make_label_studio(const Options& options) { return std::make_unique<LabelStudioExporter>(options); }

}  // namespace qogam::exports
