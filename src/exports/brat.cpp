// A folder for brat: NAME.txt and NAME.ann an article, and annotation.conf. brat.h tells the format.
#include "exports/brat.h"

#include "exports/article.h"
#include "exports/code_points.h"
#include "exports/file_names.h"
#include "exports/makers.h"
#include "exports/output.h"
#include "exports/sheet.h"

namespace qogam::exports {
namespace {

namespace fs = std::filesystem;

bool ends_line(char c) { return c == '\n' || c == '\r'; }

// "Label 10 42;43 60<TAB>text text", without what ends lines. Offsets in code points, as `start` counts.
std::string placed(std::string_view label, std::size_t start, std::string_view text) {
  std::string offsets, words;
  std::size_t at = start;
  for (std::size_t byte = 0; byte < text.size();) {
    std::size_t end = byte;
    while (end < text.size() && !ends_line(text[end])) ++end;
    const std::string_view fragment = text.substr(byte, end - byte);
    const std::size_t length = CodePoints(fragment).size();
    if (length > 0) {
      offsets += (offsets.empty() ? "" : ";") + std::to_string(at) + " " + std::to_string(at + length);
      words += (words.empty() ? "" : " ") + std::string(fragment);
    }
    at += length + (end < text.size() ? 1 : 0);
    byte = end + 1;
  }
  return std::string(label) + " " + offsets + "\t" + words;
}

class AnnWriter {
 public:
  explicit AnnWriter(const Sheet& sheet) : sheet_(sheet), points_(sheet.text) {}

  std::string write() {
    article();
    for (const Region& region : sheet_.regions) add(region);
    int number = 0;
    for (const Relation& relation : sheet_.relations)
      out_ += "R" + std::to_string(++number) + "\t" + relation.type + " Arg1:" + ids_.at(relation.from) + " Arg2:" + ids_.at(relation.to) + "\n";
    return std::move(out_);
  }

 private:
  std::string next_text_bound() { return "T" + std::to_string(++text_bounds_); }

  void note(const std::string& id, const NoteFields& fields) {
    if (!fields.empty()) out_ += "#" + std::to_string(++notes_) + "\tAnnotatorNotes " + id + "\t" + write_note(fields) + "\n";
  }

  // The first line that has something in it.
  void article() {
    const std::size_t begin = sheet_.text.find_first_not_of("\r\n");
    if (begin == std::string::npos) return;
    const std::string_view line = std::string_view(sheet_.text).substr(begin, sheet_.text.find_first_of("\r\n", begin) - begin);
    const std::string id = next_text_bound();
    out_ += id + "\t" + placed(kArticleLabel, CodePoints(std::string_view(sheet_.text).substr(0, begin)).size(), line) + "\n";
    NoteFields fields{{"id", sheet_.id}, {"title", sheet_.title}, {"language", sheet_.language}, {"published", sheet_.published},
                      {"published_from", sheet_.published_from}, {"url", sheet_.url}};
    std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
    for (const std::string& topic : sheet_.topics) fields.emplace_back("topic", topic);
    note(id, fields);
  }

  void add(const Region& region) {
    const std::string id = ids_[region.id] = next_text_bound();
    out_ += id + "\t" + placed(region.label, region.start, *points_.slice(region.start, region.end)) + "\n";
    NoteFields fields;
    for (const auto& [name, values] : region.attributes) {
      const Attribute& attribute = *find_attribute(name);
      if (!attribute.values.empty())
        out_ += "A" + std::to_string(++attributes_) + "\t" + name + " " + id + (attribute.values.size() > 1 ? " " + values.front() : "") + "\n";
      else
        for (const std::string& value : values) fields.emplace_back(name, value);
    }
    note(id, fields);
  }

  const Sheet& sheet_;
  CodePoints points_;
  std::map<std::string, std::string> ids_;
  std::string out_;
  int text_bounds_ = 0, attributes_ = 0, notes_ = 0;
};

std::string joined(const std::vector<std::string_view>& words) {
  std::string all;
  for (const std::string_view word : words) all += (all.empty() ? "" : "|") + std::string(word);
  return all;
}

std::string config(const Generator& generator) {
  std::string out = "# Made by qogam export --to brat (" + text_of(generator) + "). Words to a region (name=, value= ...) are its note.\n[entities]\n";
  out += std::string(kArticleLabel) + "\n";
  for (const Label& label : labels()) out += std::string(label.name) + "\n";
  out += "\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n";
  for (const RelationType& relation : relation_types())
    out += std::string(relation.name) + "\tArg1:" + std::string(relation.from) + ", Arg2:" + joined(relation.to) + "\n";
  out += "\n[events]\n\n[attributes]\n";
  for (const Attribute& attribute : attributes())
    if (!attribute.values.empty())
      out += std::string(attribute.name) + "\tArg:" + joined(attribute.labels) + (attribute.values.size() > 1 ? ", Value:" + joined(attribute.values) : "") + "\n";
  return out;
}

class BratExporter : public Exporter {
 public:
  explicit BratExporter(const Options& options) : generator_(options.generator) {}

  void write(Corpus& corpus, const fs::path& out) override {
    OutFolder folder(out, OutFolder::Existing::refuse);
    const auto put = [&](const std::string& name, const std::string& bytes) {
      OutFile file(folder.part() / name, false);
      file.write(bytes);
      file.finish();
    };
    put("annotation.conf", config(generator_));
    FileNames names;
    each_article(corpus, [&](const Json& article) {
      if (failed(article)) return;
      const Sheet sheet = sheet_of(article);
      const std::string name = names.next(sheet.id);
      put(name + ".txt", sheet.text);
      put(name + ".ann", AnnWriter(sheet).write());
    });
    folder.finish();
  }

 private:
  Generator generator_;
};

}  // namespace

std::unique_ptr<Exporter> make_brat(const Options& options) { return std::make_unique<BratExporter>(options); }

}  // namespace qogam::exports
