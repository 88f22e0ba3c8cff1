// What gold made by an import must be.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "exports/code_points.h"
#include "support/require.h"
#include "support/texts.h"

namespace qogam::fuzz {

// Whatever has a start, an end and a text says what stands there.
inline void require_slices(const nlohmann::json& value, const exports::CodePoints& points) {
  if (value.is_object() && value.contains("start") && value.contains("end")) {
    const auto slice = points.slice(value["start"].get<std::size_t>(), value["end"].get<std::size_t>());
    require(slice.has_value(), "a span lies in the text");
    if (value.contains("text") && value["text"].is_string()) require(value["text"] == std::string(*slice), "a span is its text");
  }
  if (value.is_structured())
    for (const auto& one : value) require_slices(one, points);
}

inline void require_gold(const nlohmann::json& gold) {
  require(gold.is_object() && gold.contains("text"), "gold is an object with a text");
  const std::string text = gold["text"];
  require_utf8(text, "the text of gold");
  require_utf8(gold.dump(), "gold");
  require_slices(gold, exports::CodePoints(text));
}

}  // namespace qogam::fuzz
