// Holds JSON against the schema of the output.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "write/schema.h"

namespace qogam::write::test {

// What is wrong with the object, or an empty string.
inline std::string schema_errors(const nlohmann::json& object) {
  static const nlohmann::json text = nlohmann::json::parse(output_schema());
  static const valijson::Schema* schema = [] {
    auto* s = new valijson::Schema;
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(text), *s);
    return s;
  }();
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter target(object);
  valijson::Validator().validate(*schema, target, &results);
  std::string all;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& step : error.context) all += step;
    all += ": " + error.description + "\n";
  }
  return all;
}

}  // namespace qogam::write::test
