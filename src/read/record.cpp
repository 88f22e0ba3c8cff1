// Records: plain ones as they stand, others by nlohmann-json.
#include "read/record.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "read/plain_json.h"
#include "read/problems.h"
#include "text/byte_order_mark.h"
#include "text/decode.h"
#include "text/json_depth.h"
#include "text/utf8.h"

namespace qogam::read {
namespace {

using Json = nlohmann::json;

// nlohmann-json takes a value of any depth, but its destructor and dump() recurse.
constexpr std::size_t kDeepest = 500;

// A string, or a number as text. Other values count as if they were not there.
struct Found {
  std::string text;
  bool number = false;
};

// The value under `key`: the key as it is, else from object to object along its dots.
std::optional<Found> find(const Json& object, std::string_view key) {
  if (!object.is_object()) return std::nullopt;
  if (const auto whole = object.find(key); whole != object.end()) {
    if (whole->is_string()) return Found{*whole->get_ptr<const std::string*>()};
    return whole->is_number() ? std::optional(Found{whole->dump(), true}) : std::nullopt;
  }
  const std::size_t dot = key.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto outer = object.find(key.substr(0, dot));
  return outer == object.end() ? std::nullopt : find(*outer, key.substr(dot + 1));
}

std::optional<Found> find(const PlainJson& object, std::string_view key) {
  if (const auto whole = object.find(key)) {
    if (whole->kind == JsonValue::Kind::string) return Found{whole->string()};
    return whole->kind == JsonValue::Kind::number ? std::optional(Found{Json::parse(whole->text).dump(), true}) : std::nullopt;
  }
  const std::size_t dot = key.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto outer = object.find(key.substr(0, dot));
  const auto inner = outer && outer->kind == JsonValue::Kind::object ? PlainJson::of(outer->text) : std::nullopt;
  return inner ? find(*inner, key.substr(dot + 1)) : std::nullopt;
}

template <typename Object>
std::optional<std::string> find_string(const Object& object, const std::vector<std::string>& keys) {
  for (const std::string& key : keys)
    if (auto found = find(object, key); found && !found->number) return std::move(found->text);
  return std::nullopt;
}

template <typename Object>
std::string string_or_empty(const Object& object, const std::vector<std::string>& keys) {
  return find_string(object, keys).value_or("");
}

template <typename Object>
std::string id_of(const Object& object, const std::vector<std::string>& keys) {
  for (const std::string& key : keys)
    if (auto found = find(object, key); found && found->number) return std::move(found->text);
  return string_or_empty(object, keys);
}

template <typename Object>
void fill(Document& document, const Object& object, const FieldMap& fields) {
  if (std::string path = string_or_empty(object, fields.path); !path.empty()) document.source.path = std::move(path);
  auto text = find_string(object, fields.text);
  if (!text) {
    document.error = missing_field(document.source.path, either(fields.text));
  } else {
    document.source.bytes = std::move(*text);
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
  if (const auto plain = PlainJson::of(json)) return fill(document, *plain, fields);
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
  line = text::without_byte_order_mark(line);
  const std::size_t first = line.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && line[first] == '{' && Json::accept(line);
}

}  // namespace qogam::read
