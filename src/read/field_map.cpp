// The names of the fields.
#include "read/field_map.h"

#include <utility>

#include "qogam/error.h"

namespace qogam::read {
namespace {

struct Field {
  std::string_view name;
  std::vector<std::string> FieldMap::*keys;
};

constexpr Field kFields[] = {
    {"text", &FieldMap::text}, {"title", &FieldMap::title}, {"published", &FieldMap::published},
    {"id", &FieldMap::id},     {"url", &FieldMap::url},     {"language", &FieldMap::language},
    {"path", &FieldMap::path},
};

std::string names() {
  std::string all;
  for (const Field& field : kFields) {
    if (!all.empty()) all += ", ";
    all += field.name;
  }
  return all;
}

}  // namespace

void set_field(FieldMap& fields, std::string_view name, std::string key) {
  for (const Field& field : kFields) {
    if (field.name != name) continue;
    fields.*field.keys = {std::move(key)};
    return;
  }
  throw Error(Cause::usage, "--field knows no field \"" + std::string(name) +
                                "\"; the fields are " + names() + ".");
}

void set_field(FieldMap& fields, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos || equals + 1 == assignment.size()) {
    throw Error(Cause::usage, "--field takes NAME=KEY, not \"" + std::string(assignment) +
                                  "\"; the fields are " + names() + ".");
  }
  set_field(fields, assignment.substr(0, equals), std::string(assignment.substr(equals + 1)));
}

}  // namespace qogam::read
