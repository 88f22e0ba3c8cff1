// Annotations of brat as gold. brat.h tells the format.
#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>

#include "exports/article.h"
#include "exports/brat.h"
#include "exports/code_points.h"
#include "exports/importer.h"
#include "exports/sheet.h"
#include "qogam/error.h"
#include "text/split.h"
#include "text/utf8.h"

namespace qogam::exports {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(Cause::input, "Cannot read '" + file.string() + "'; see that it is there and may be read.");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<std::size_t> number(std::string_view digits) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

class AnnReader {
 public:
  AnnReader(const fs::path& ann, std::string text) : ann_(ann) {
    sheet_.text = std::move(text);
    sheet_.id = ann.stem().string();
  }

  Json gold() {
    const std::string bytes = bytes_of(ann_);
    if (!text::valid_utf8(bytes) || !text::valid_utf8(sheet_.text)) refuse("or its .txt is not UTF-8; save both as UTF-8");
    const CodePoints points(sheet_.text);
    const std::vector<std::string_view> lines = text::split(bytes, '\n');
    // Regions first: what is said of them may stand before them.
    for (const char* kinds : {"T", "AMR#"})
      for (line_ = 1; line_ <= lines.size(); ++line_) {
        std::string_view line = lines[line_ - 1];
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty() && std::string_view(kinds).find(line[0]) != std::string_view::npos) add(line, points);
        if (!line.empty() && std::string_view("TAMR#*N").find(line[0]) == std::string_view::npos)
          refuse("'" + std::string(line.substr(0, line.find('\t'))) + "' is no text-bound annotation, attribute, relation or note; events cannot be imported");
      }
    try {
      return gold_of(sheet_);
    } catch (const SheetError& error) {
      line_ = line_of_[error.region];
      refuse(error.what());
    }
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw Error(Cause::input, ann_.string() + ":" + std::to_string(line_) + ": " + what + (what.ends_with('.') ? "" : "."));
  }

  void add(std::string_view line, const CodePoints& points) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) refuse("there is no tab after the id");
    const std::string id(line.substr(0, tab));
    const std::string_view rest = line.substr(tab + 1);
    const std::size_t second = rest.find('\t');
    const std::vector<std::string_view> words = text::split(rest.substr(0, second), ' ');
    const std::string_view tail = second == std::string_view::npos ? std::string_view() : rest.substr(second + 1);
    switch (line[0]) {
      case 'T': return add_region(id, rest.substr(0, second), tail, points);
      case 'R': return add_relation(words);
      case '#': return add_note(words, tail);
      default: return add_attribute(words);
    }
  }

  void add_region(const std::string& id, std::string_view head, std::string_view reference, const CodePoints& points) {
    const std::size_t blank = head.find(' ');
    const std::string label(head.substr(0, blank));
    if (label != kArticleLabel && !find_label(label)) refuse("'" + label + "' is no label of the exported annotation.conf");
    std::size_t start = 0, end = 0;
    std::string words;
    for (const std::string_view fragment : text::split(blank == std::string_view::npos ? "" : head.substr(blank + 1), ';')) {
      const std::vector<std::string_view> ends = text::split(fragment, ' ');
      const auto from = number(ends[0]), to = number(ends.back());
      const auto piece = ends.size() == 2 && from && to ? points.slice(*from, *to) : std::nullopt;
      if (!piece || piece->empty()) refuse("'" + std::string(fragment) + "' is no place of the text");
      if (words.empty()) {
        start = *from;
      } else {
        const auto gap = points.slice(end, *from);
        if (!gap || gap->find_first_not_of(" \t\r\n") != std::string_view::npos)
          refuse("the fragments of " + id + " have words between them, which gold cannot have; make it one span");
      }
      words += (words.empty() ? "" : " ") + std::string(*piece);
      end = *to;
    }
    if (words != reference)
      refuse(id + " says '" + std::string(reference) + "' where the text has '" + words + "'; the .txt was changed after it was annotated, or its offsets count other units");
    if (!line_of_.emplace(id, line_).second) refuse("there are two annotations " + id);
    if (label == kArticleLabel)
      article_ = id;
    else
      regions_.emplace(id, sheet_.regions.size()), sheet_.regions.push_back({id, label, start, end, {}});
  }

  Region* region(std::string_view id) {
    const auto found = regions_.find(id);
    return found == regions_.end() ? nullptr : &sheet_.regions[found->second];
  }

  void add_relation(const std::vector<std::string_view>& words) {
    if (words.size() != 3 || !words[1].starts_with("Arg1:") || !words[2].starts_with("Arg2:")) refuse("a relation is written: R1, tab, Type Arg1:T1 Arg2:T2");
    const std::string_view from = words[1].substr(5), to = words[2].substr(5);
    for (const std::string_view id : {from, to})
      if (!region(id)) refuse("there is no region " + std::string(id));
    sheet_.relations.push_back({std::string(words[0]), std::string(from), std::string(to)});
  }

  void add_attribute(const std::vector<std::string_view>& words) {
    const Attribute* attribute = find_attribute(words[0]);
    if (!attribute || attribute->values.empty()) refuse("'" + std::string(words[0]) + "' is no attribute of the exported annotation.conf");
    if (words.size() < 2 || !region(words[1])) refuse("the attribute belongs to no region");
    const std::string_view value = words.size() > 2 ? words[2] : attribute->values.size() == 1 ? attribute->values[0] : "";
    if (std::find(attribute->values.begin(), attribute->values.end(), value) == attribute->values.end())
      refuse("'" + std::string(value) + "' is no value of " + std::string(words[0]));
    region(words[1])->attributes[std::string(words[0])] = {std::string(value)};
  }

  void add_note(const std::vector<std::string_view>& words, std::string_view note) {
    if (words.size() < 2 || words[0] != "AnnotatorNotes") return;
    for (const auto& [key, value] : read_note(note)) {
      if (words[1] == article_)
        say_of_article(key, value);
      else if (Region* one = region(words[1]); one && find_attribute(key) && find_attribute(key)->values.empty())
        one->attributes[key].push_back(value);
    }
  }

  void say_of_article(const std::string& key, const std::string& value) {
    const std::pair<const char*, std::string*> fields[] = {
        {"id", &sheet_.id}, {"title", &sheet_.title}, {"language", &sheet_.language}, {"published", &sheet_.published},
        {"published_from", &sheet_.published_from}, {"url", &sheet_.url}};
    for (const auto& [name, field] : fields)
      if (key == name && !value.empty()) *field = value;
    if (key == "topic") sheet_.topics.push_back(value);
  }

  fs::path ann_;
  Sheet sheet_;
  std::string article_;  // the id of the region that stands for the article
  std::map<std::string, std::size_t> line_of_;
  std::map<std::string, std::size_t, std::less<>> regions_;  // places in sheet_.regions
  std::size_t line_ = 0;
};

}  // namespace

void read_brat(const fs::path& folder, const ImportOptions&, const UseGold& use) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".ann") files.push_back(entry.path());
  if (error) throw Error(Cause::input, "Cannot read the folder '" + folder.string() + "': " + error.message() + ".");
  if (files.empty()) throw Error(Cause::input, "There is no .ann file in '" + folder.string() + "'; give the folder that brat annotates.");
  std::sort(files.begin(), files.end());
  for (const fs::path& ann : files) use(AnnReader(ann, bytes_of(fs::path(ann).replace_extension(".txt"))).gold());
}

}  // namespace qogam::exports
