// One line that 'qogam analyze' wrote, as rows of the store.
#include "store/article_rows.h"

#include <simdjson.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "store/schema.h"
#include "text/utf8.h"
#include "words/lemmatizer.h"

namespace qogam::store {
namespace {

using Element = simdjson::dom::element;
using Found = simdjson::simdjson_result<Element>;

Found found(Element element) { return Found(std::move(element)); }

// What stands at keys parted by `/`; an error where there is no such thing.
Found at_path(Element object, std::string_view path) {
  Found here = found(object);
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    here = here[path.substr(begin, end - begin)];
    begin = end + 1;
  }
  return here;
}

std::string text_of(Found value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::size_t number_at(Element element, const char* key) {
  std::uint64_t number = 0;
  return element[key].get(number) == simdjson::SUCCESS ? static_cast<std::size_t>(number) : 0;
}

Value value_of(Found value) {
  Element element;
  if (value.get(element) != simdjson::SUCCESS) return std::monostate();
  switch (element.type()) {
    case simdjson::dom::element_type::STRING: return text_of(found(element));
    case simdjson::dom::element_type::BOOL: return std::int64_t{bool(element)};
    case simdjson::dom::element_type::INT64:
    case simdjson::dom::element_type::UINT64: {
      std::int64_t number = 0;
      return element.get(number) == simdjson::SUCCESS ? Value(number) : Value(std::monostate());
    }
    case simdjson::dom::element_type::DOUBLE: return double(element);
    case simdjson::dom::element_type::ARRAY: {
      std::string joined;
      for (const Element one : simdjson::dom::array(element))
        if (std::string_view text; one.get(text) == simdjson::SUCCESS) joined += (joined.empty() ? "" : "\n") + std::string(text);
      return joined;
    }
    default: return std::monostate();
  }
}

// The elements of a list; none where there is no such list.
simdjson::dom::array list_of(Found value) {
  simdjson::dom::array list;
  return value.get(list) == simdjson::SUCCESS ? list : simdjson::dom::array();
}

bool has_list(Found value) { return value.is_array(); }

// The sentences of an article, found by offsets in code points.
class Sentences {
 public:
  explicit Sentences(Element object) {
    if (object["text"].get(text_) != simdjson::SUCCESS) text_ = {};
    if (!has_list(object["sentences"])) return;
    for (const Element sentence : list_of(object["sentences"])) spans_.emplace_back(number_at(sentence, "start"), number_at(sentence, "end"));
  }

  // Those from the one with `start` to the one before `end`.
  std::string text(std::size_t start, std::size_t end) {
    std::size_t first = start, last = end;
    for (const auto& [begin, stop] : spans_)
      if (begin < end && start < stop) first = std::min(first, begin), last = std::max(last, stop);
    index();
    if (first >= last || last >= bytes_.size()) return {};
    return std::string(text_.substr(bytes_[first], bytes_[last] - bytes_[first]));
  }

 private:
  void index() {
    if (!bytes_.empty()) return;
    for (std::size_t at = 0; at < text_.size(); ++at)
      if (text::starts_letter(text_[at])) bytes_.push_back(static_cast<std::uint32_t>(at));
    bytes_.push_back(static_cast<std::uint32_t>(text_.size()));
  }

  std::string_view text_;
  std::vector<std::pair<std::size_t, std::size_t>> spans_;
  std::vector<std::uint32_t> bytes_;  // of each code point; made when first needed
};

Value column_value(const char* column, Element element, Element outer, Sentences& sentences) {
  std::string_view path = column;
  if (const auto at = path.find('='); at != path.npos) path.remove_prefix(at + 1);
  if (path == ".") return value_of(found(element));
  if (path == "@") return sentences.text(number_at(element, "start"), number_at(element, "end"));
  if (path.front() == '^') return value_of(at_path(outer, path.substr(1)));
  if (path.front() != '#') return value_of(at_path(element, path));
  const Found list = at_path(element, path.substr(1));
  return has_list(list) ? static_cast<std::int64_t>(list_of(list).size()) : std::int64_t{0};
}

Rows rows_of(const ListTable& table, Element object, Sentences& sentences) {
  Rows rows;
  const auto add = [&](Element element, Element outer) {
    for (const char* const column : table.columns) rows.values.push_back(column_value(column, element, outer, sentences));
  };
  if (!has_list(object[table.list])) return rows;
  for (const Element element : list_of(object[table.list])) {
    if (table.nested == nullptr) add(element, element);
    else if (has_list(element[table.nested]))
      for (const Element inner : list_of(element[table.nested])) add(inner, element);
  }
  return rows;
}

}  // namespace

struct RowMaker::Parts {
  simdjson::dom::parser parser;
  words::Lemmatizer lemmatizer;

  explicit Parts(const lang::Knowledge& knowledge) : lemmatizer(knowledge) {}
};

RowMaker::RowMaker(const lang::Knowledge& knowledge) : parts_(std::make_unique<Parts>(knowledge)) {}
RowMaker::~RowMaker() = default;

ArticleRows RowMaker::make(std::string line) {
  line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
  Element object;
  if (const auto error = parts_->parser.parse(line).get(object); error != simdjson::SUCCESS || !object.is_object())
    throw std::runtime_error(error == simdjson::SUCCESS ? "is no JSON object" : std::string("is no JSON object: ") + simdjson::error_message(error));
  if (!text_of(object["schema"]).starts_with("qogam/")) throw std::runtime_error("has no \"schema\": \"qogam/1\": it was not written by 'qogam analyze'");
  const auto text = [&](std::string_view path) { return text_of(at_path(object, path)); };
  ArticleRows rows{.doc_id = text("id"), .path = text("source/path"), .url = text("source/url"), .title = text("title"), .published = text("published/value"),
                   .published_from = text("published/from"), .language = text("language"), .status = text("status"), .error_code = text("error/code"),
                   .error_message = text("error/message"), .duplicate_of = text("duplicate_of")};
  if (rows.doc_id.empty()) throw std::runtime_error("has no \"id\"");
  if (rows.status.empty()) rows.status = "ok";
  Sentences sentences(object);
  for (const ListTable& table : list_tables()) rows.lists.push_back(rows_of(table, object, sentences));
  std::string_view body;
  rows.no_text = object["text"].get(body) != simdjson::SUCCESS && rows.status == "ok";
  rows.lemmas = parts_->lemmatizer.lemmas(body, rows.language);
  rows.title_lemmas = parts_->lemmatizer.lemmas(rows.title, rows.language);
  parts_->lemmatizer.trim();
  rows.line = std::move(line);
  return rows;
}

}  // namespace qogam::store
