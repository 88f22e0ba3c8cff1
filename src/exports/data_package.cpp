// A Tabular Data Package.
#include "exports/data_package.h"

#include "exports/article.h"

namespace qogam::exports {
namespace {

struct Typed {
  std::string_view column, type;
};

// All others are strings: days may be partial ("2024-04"), and several values stand in one cell.
constexpr Typed kTyped[] = {
    {"start", "integer"}, {"end", "integer"},       {"rank", "integer"},  {"places", "integer"},      {"tellings", "integer"}, {"score", "number"},
    {"amount", "number"}, {"amount_max", "number"}, {"confidence", "number"}, {"approximate", "boolean"}, {"direct", "boolean"},   {"named", "boolean"}, {"moved", "boolean"},
};

std::string_view type_of(std::string_view column) {
  for (const Typed& row : kTyped)
    if (row.column == column) return row.type;
  return "string";
}

Json resource_of(const CsvFolder::Table& table) {
  Json fields = Json::array();
  for (const std::string& column : table.columns) fields.push_back({{"name", column}, {"type", type_of(column)}});
  return {{"name", table.name},
          {"path", table.name + ".csv"},
          {"profile", "tabular-data-resource"},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"dialect", {{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"quoteChar", "\""}, {"doubleQuote", true}, {"header", true}}},
          {"schema", {{"fields", fields}}}};
}

}  // namespace

std::string data_package(const CsvFolder& folder, const Generator& generator, const std::string& as_of) {
  Json resources = Json::array();
  for (const CsvFolder::Table& table : folder.tables) resources.push_back(resource_of(table));
  const Json package{{"name", "qogam"}, {"profile", "tabular-data-package"}, {"generator", json_of(generator)}, {"as_of", as_of}, {"resources", resources}};
  return package.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace qogam::exports
