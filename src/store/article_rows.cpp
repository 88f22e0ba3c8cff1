// One line that 'qogam analyze' wrote, as rows of the store.
#include "store/article_rows.h"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "store/schema.h"
#include "text/utf8.h"

namespace qogam::store {
namespace {

using Json = nlohmann::json;

const Json kNull;

const Json& member(const Json& object, std::string_view key) {
  if (!object.is_object()) return kNull;
  const auto it = object.find(key);
  return it == object.end() ? kNull : *it;
}

const Json& at_path(const Json& object, std::string_view path) {
  const Json* here = &object;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    here = &member(*here, path.substr(begin, end - begin));
    begin = end + 1;
  }
  return *here;
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

Value value_of(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return std::int64_t{json.get<bool>()};
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_number()) return json.get<double>();
  if (!json.is_array()) return std::monostate();
  std::string joined;
  for (const Json& one : json)
    if (one.is_string()) joined += (joined.empty() ? "" : "\n") + one.get<std::string>();
  return joined;
}

// The sentences of an article, found by offsets in code points.
class Sentences {
 public:
  explicit Sentences(const Json& object) : text_(text_of(member(object, "text"))) {
    for (const Json& sentence : member(object, "sentences"))
      spans_.emplace_back(sentence.value("start", std::size_t{0}), sentence.value("end", std::size_t{0}));
  }

  // Those from the one with `start` to the one before `end`.
  std::string text(std::size_t start, std::size_t end) {
    std::size_t first = start, last = end;
    for (const auto& [begin, stop] : spans_)
      if (begin < end && start < stop) first = std::min(first, begin), last = std::max(last, stop);
    index();
    if (first >= last || last >= bytes_.size()) return {};
    return text_.substr(bytes_[first], bytes_[last] - bytes_[first]);
  }

 private:
  void index() {
    if (!bytes_.empty()) return;
    for (std::size_t at = 0; at < text_.size(); ++at)
      if (text::starts_letter(text_[at])) bytes_.push_back(static_cast<std::uint32_t>(at));
    bytes_.push_back(static_cast<std::uint32_t>(text_.size()));
  }

  std::string text_;
  std::vector<std::pair<std::size_t, std::size_t>> spans_;
  std::vector<std::uint32_t> bytes_;  // of each code point; made when first needed
};

Value column_value(const char* column, const Json& element, const Json& outer, Sentences& sentences) {
  std::string_view path = column;
  if (const auto at = path.find('='); at != path.npos) path.remove_prefix(at + 1);
  if (path == ".") return value_of(element);
  if (path == "@") return sentences.text(element.value("start", std::size_t{0}), element.value("end", std::size_t{0}));
  if (path.front() == '^') return value_of(at_path(outer, path.substr(1)));
  if (path.front() == '#') return static_cast<std::int64_t>(at_path(element, path.substr(1)).size());
  return value_of(at_path(element, path));
}

Rows rows_of(const ListTable& table, const Json& object, Sentences& sentences) {
  Rows rows;
  const auto add = [&](const Json& element, const Json& outer) {
    for (const char* const column : table.columns) rows.values.push_back(column_value(column, element, outer, sentences));
  };
  for (const Json& element : member(object, table.list)) {
    if (table.nested == nullptr) add(element, element);
    else for (const Json& inner : member(element, table.nested)) add(inner, element);
  }
  return rows;
}

Json parsed(const std::string& line) {
  Json object = Json::parse(line, nullptr, false);
  if (!object.is_object()) throw std::runtime_error("is no JSON object");
  if (!text_of(member(object, "schema")).starts_with("qogam/")) throw std::runtime_error("has no \"schema\": \"qogam/1\": it was not written by 'qogam analyze'");
  if (text_of(member(object, "id")).empty()) throw std::runtime_error("has no \"id\"");
  return object;
}

}  // namespace

ArticleRows article_rows(std::string line, words::Lemmatizer& lemmatizer) {
  const Json object = parsed(line);
  const auto text = [&](std::string_view path) { return text_of(at_path(object, path)); };
  ArticleRows rows{.doc_id = text("id"), .path = text("source/path"), .url = text("source/url"), .title = text("title"), .published = text("published/value"),
                   .published_from = text("published/from"), .language = text("language"), .status = text("status"), .error_code = text("error/code"),
                   .error_message = text("error/message"), .duplicate_of = text("duplicate_of")};
  if (rows.status.empty()) rows.status = "ok";
  Sentences sentences(object);
  for (const ListTable& table : list_tables()) rows.lists.push_back(rows_of(table, object, sentences));
  const Json& body = member(object, "text");
  if (body.is_string()) rows.lemmas = lemmatizer.lemmas(body.get_ref<const std::string&>(), rows.language);
  rows.title_lemmas = lemmatizer.lemmas(rows.title, rows.language);
  rows.line = std::move(line);
  return rows;
}

}  // namespace qogam::store
