// Which key of a JSON object holds what.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qogam::read {

// Keys of the objects in JSON Lines, each list tried in order until one is there. A key with dots
// ("meta.source.url") is looked for as it is, then from object to object.
struct FieldMap {
  std::vector<std::string> text = {"text", "content", "body"};
  std::vector<std::string> title = {"title"};
  std::vector<std::string> published = {"published", "date"};
  std::vector<std::string> id = {"id"};
  std::vector<std::string> url = {"url"};
  std::vector<std::string> language = {"lang", "language"};
  std::vector<std::string> path;  // what stands for "FILE:LINE"; none unless asked for, as pages have keys of that name for else
};

// Puts `key` in the place of the default keys of the field `name` (a name of a FieldMap member).
// Throws Error{Cause::usage} naming the fields where there is none of that name.
void set_field(FieldMap& fields, std::string_view name, std::string key);

// The same from "name=key", as the option --field takes it.
void set_field(FieldMap& fields, std::string_view assignment);

}  // namespace qogam::read
