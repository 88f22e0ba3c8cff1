// Records, by nlohmann-json.
#include "read/record.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

#include "read/problems.h"
#include "text/decode.h"
#include "text/json_depth.h"
#include "text/utf8.h"

namespace qogam::read {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kMark = "\xEF\xBB\xBF";
// nlohmann-json takes a value of any depth, but its destructor and dump() recurse.
constexpr std::size_t kDeepest = 500;

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

void fill(Document& document, const Json& object, const FieldMap& fields) {
  const std::string* const text = find_string(object, fields.text);
  if (text == nullptr) {
    document.error = missing_field(document.source.path, either(fields.text));
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

// Throws what the parser throws.
Json parse_shallow(std::string_view json) {
  if (text::json_depth(json) > kDeepest) throw std::length_error("it is nested more than " + std::to_string(kDeepest) + " deep");
  return Json::parse(json);
}

}  // namespace

void fill_from_json(Document& document, std::string_view json, const FieldMap& fields) {
  const std::string& path = document.source.path;
  text::Decoded decoded;
  if (!text::valid_utf8(json)) {
    decoded = text::decode(json);
    json = decoded.text;
    document.warnings.push_back({"invalid_bytes", path + " is not UTF-8 as the records before it; it was read as " + decoded.encoding + ".", "read"});
  }
  try {
    const Json object = parse_shallow(json);
    if (object.is_object())
      fill(document, object, fields);
    else
      document.error = invalid_json(path, std::string("it is of the type ") + object.type_name());
  } catch (const Json::parse_error& error) {
    document.error = invalid_json(path, "error at byte " + std::to_string(error.byte) + " of the record");
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {  // a number out of range, too deep
    document.error = invalid_json(path, error.what());
  }
}

bool is_json_object(std::string_view line) {
  if (line.starts_with(kMark)) line.remove_prefix(kMark.size());
  const std::size_t first = line.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && line[first] == '{' && Json::accept(line);
}

}  // namespace qogam::read
