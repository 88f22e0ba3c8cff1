// The output object of a document, and whether its offsets hold.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "qogam/document.h"
#include "text/utf8.h"
#include "write/json.h"
#include "write/validator.h"

namespace qogam::test {

inline nlohmann::json output_of(const Document& d) {
  return nlohmann::json::parse(write::to_json_text(d, {}));
}

// Byte offset of each code point of a text, and its end.
inline std::vector<std::size_t> code_points(const std::string& text) {
  std::vector<std::size_t> at;
  for (std::size_t byte = 0; byte < text.size(); text::decode_at(text, byte)) at.push_back(byte);
  at.push_back(text.size());
  return at;
}

// Every object with "start" and "end", wherever it stands, lies in the text, and slices exactly its
// "text" where it has one. Gives the number of objects looked at.
inline int check_offsets(const nlohmann::json& node, const std::string& text, const std::vector<std::size_t>& at) {
  int checked = 0;
  if (node.is_object() && node.contains("start")) {
    const std::size_t start = node["start"], end = node["end"];
    EXPECT_LT(start, end) << node.dump();
    EXPECT_LT(end, at.size()) << node.dump();
    if (start < end && end < at.size() && node.contains("text")) {
      EXPECT_EQ(text.substr(at[start], at[end] - at[start]), node["text"].get<std::string>());
    }
    ++checked;
  }
  if (node.is_structured())
    for (const nlohmann::json& child : node) checked += check_offsets(child, text, at);
  return checked;
}
inline int check_offsets(const nlohmann::json& output) {
  const std::string text = output["text"];
  return check_offsets(output, text, code_points(text));
}

// The object is as the schema says, its offsets hold, and its ids lead somewhere.
inline void check_output(const nlohmann::json& o) {
  EXPECT_EQ(write::test::schema_errors(o), "");
  check_offsets(o);
  const auto known = [&](const char* list, const nlohmann::json& id) {
    if (id.is_null()) return true;
    for (const nlohmann::json& item : o[list])
      if (item["id"] == id) return true;
    return false;
  };
  for (const auto& m : o["mentions"]) EXPECT_TRUE(known("entities", m["entity"])) << m.dump();
  for (const auto& e : o["entities"])
    for (const auto& m : e["mentions"]) EXPECT_TRUE(known("mentions", m)) << e.dump();
  for (const auto& x : o["officials"]) EXPECT_TRUE(known("entities", x["person"])) << x.dump();
  for (const auto& x : o["ngos"]) EXPECT_TRUE(known("entities", x["organization"])) << x.dump();
  for (const auto& q : o["quotes"]) EXPECT_TRUE(known("entities", q["speaker"])) << q.dump();
  for (const auto& c : o["commitments"]) {
    EXPECT_TRUE(known("entities", c["actor"])) << c.dump();
    EXPECT_TRUE(known("entities", c["said_by"])) << c.dump();
    EXPECT_TRUE(known("quotes", c["quote"])) << c.dump();
  }
}

}  // namespace qogam::test
