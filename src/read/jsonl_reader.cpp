// JSON Lines, by nlohmann-json.
#include "read/jsonl_reader.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

#include "read/byte_source.h"
#include "read/problems.h"

namespace qogam::read {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlank = " \t\r";

// The value under `key`: the key as it is, else from object to object along its dots.
const Json* find(const Json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  if (const auto whole = object.find(key); whole != object.end()) return &*whole;
  const std::size_t dot = key.find('.');
  if (dot == std::string_view::npos) return nullptr;
  const auto outer = object.find(key.substr(0, dot));
  return outer == object.end() ? nullptr : find(*outer, key.substr(dot + 1));
}

const std::string* find_string(const Json& object, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    const Json* const value = find(object, key);
    if (value != nullptr && value->is_string()) return value->get_ptr<const std::string*>();
  }
  return nullptr;
}

std::string string_or_empty(const Json& object, const std::vector<std::string>& keys) {
  const std::string* const found = find_string(object, keys);
  return found == nullptr ? std::string() : *found;
}

std::string id_of(const Json& object, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    const Json* const value = find(object, key);
    if (value != nullptr && value->is_number()) return value->dump();
  }
  return string_or_empty(object, keys);
}

std::string join(const std::vector<std::string>& keys) {
  std::string all;
  for (const std::string& key : keys) {
    all += all.empty() ? "\"" : " or \"";
    all += key;
    all += '"';
  }
  return all;
}

void fill(Document& document, const Json& object, const FieldMap& fields) {
  const std::string* const text = find_string(object, fields.text);
  if (text == nullptr) {
    document.error = missing_field(document.source.path, join(fields.text));
  } else {
    document.source.bytes = *text;
    document.source.decoded = true;
  }
  if (std::string id = id_of(object, fields.id); !id.empty()) document.id = std::move(id);
  document.source.title = string_or_empty(object, fields.title);
  document.source.published = string_or_empty(object, fields.published);
  document.source.url = string_or_empty(object, fields.url);
  document.source.language = string_or_empty(object, fields.language);
}

void parse(Document& document, std::string_view line, const FieldMap& fields) {
  const std::string& path = document.source.path;
  try {
    const Json object = Json::parse(line);
    if (object.is_object()) {
      fill(document, object, fields);
    } else {
      document.error = invalid_json(path, std::string("it is of the type ") + object.type_name());
    }
  } catch (const Json::parse_error& error) {
    document.error =
        invalid_json(path, "error at byte " + std::to_string(error.byte) + " of the line");
  } catch (const Json::exception& error) {  // a number out of range
    document.error = invalid_json(path, error.what());
  }
}

class JsonlReader : public FormatReader {
 public:
  explicit JsonlReader(Opened opened) : opened_(std::move(opened)) {}

  std::optional<Document> next() override {
    const std::size_t limit = opened_.options.max_document_bytes;
    std::string line;
    bool over = false;
    while (opened_.bytes->next_line(line, limit, over)) {
      ++number_;
      std::string_view content = line;
      if (number_ == 1 && content.starts_with(kMark)) content.remove_prefix(kMark.size());
      if (!over && content.find_first_not_of(kBlank) == std::string_view::npos) continue;
      Document document = empty_document();
      if (over) {
        document.error = too_large(document.source.path, limit);
      } else {
        parse(document, content, opened_.options.fields);
      }
      return document;
    }
    if (!opened_.bytes->failed() || failure_told_) return std::nullopt;
    failure_told_ = true;
    ++number_;
    Document document = empty_document();
    document.error = unreadable(document.source.path, "reading broke off");
    return document;
  }

 private:
  Document empty_document() const {
    std::string line = ":";
    line += std::to_string(number_);
    Document document;
    document.id = opened_.id + line;
    document.source.path = opened_.path + line;
    document.source.media_type = "application/json";
    return document;
  }

  Opened opened_;
  std::size_t number_ = 0;
  bool failure_told_ = false;
};

}  // namespace

std::unique_ptr<FormatReader> make_jsonl_reader(Opened opened) {
  return std::make_unique<JsonlReader>(std::move(opened));
}

bool is_json_object(std::string_view line) {
  if (line.starts_with(kMark)) line.remove_prefix(kMark.size());
  const std::size_t first = line.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && line[first] == '{' && Json::accept(line);
}

}  // namespace qogam::read
