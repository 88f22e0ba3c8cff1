// The parts of the JSON object, and what they share. Private to this room.
#pragma once

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "qogam/document.h"
#include "text/utf8.h"

namespace qogam::write {

using Json = nlohmann::ordered_json;

// A document with its way from bytes to code points. Lives as long as the document it refers to.
struct Parts {
  const Document& document;
  text::CodePointIndex index;

  // {"start", "end"} of a span, in code points, and with "text" what stands there.
  Json span(Span s) const;
  Json span_with_text(Span s) const;
};

// Values that may be missing.
inline Json text_or_null(const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); }

// Names of things by their numbers: id('e', 0) is "e1". `kNone` gives null.
inline Json id(char letter, std::int64_t number) {
  return number < 0 ? Json(nullptr) : Json(letter + std::to_string(number + 1));
}
Json ids(char letter, const std::vector<std::uint32_t>& numbers);

// Confidences and scores, to three decimals.
inline double rounded(double value) { return std::round(value * 1000.0) / 1000.0; }

// parts_source.cpp
Json source_json(const Source& source);
Json published_json(const Published& published);
Json furniture_json(const std::vector<Furniture>& furniture);
Json problem_json(const Problem& problem);
Json problems_json(const std::vector<Problem>& problems);

// parts_entities.cpp
Json sentences_json(const Parts& parts);
Json mentions_json(const Parts& parts);
Json entities_json(const Parts& parts);
Json officials_json(const Parts& parts);
Json ngos_json(const Parts& parts);

// parts_values.cpp
Json dates_json(const Parts& parts);
Json money_object(const Parts& parts, const Money& money);
Json money_json(const Parts& parts);

// parts_claims.cpp
Json topics_json(const Parts& parts);
Json quotes_json(const Parts& parts);
Json commitments_json(const Parts& parts);
Json reports_json(const Parts& parts);

}  // namespace qogam::write
