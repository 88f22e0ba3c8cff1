// Analyses for properties: one pipeline a program, and outputs of documents.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "qogam/pipeline.h"
#include "support/knowledge.h"
#include "write/json.h"

namespace qogam::properties {

inline Pipeline pipeline_with(const Options& options) { return Pipeline::load(test::real_knowledge(), options); }

// As scraped pages, and as clean text.
inline const Pipeline& as_page() {
  static const Pipeline pipeline = pipeline_with({});
  return pipeline;
}
inline const Pipeline& as_plain_text() {
  static const Pipeline pipeline = [] {
    Options options;
    options.plain = true;
    return pipeline_with(options);
  }();
  return pipeline;
}

inline Document analysed(const Pipeline& pipeline, const std::string& bytes, const std::string& id = "a") {
  Document d;
  d.id = id;
  d.source.path = id + ".txt";
  d.source.bytes = bytes;
  pipeline.analyze(d);
  return d;
}

inline std::string output_of(const Document& d) { return write::to_json_text(d, {}); }

// Where two texts part, with what stands around; empty where they are one.
inline std::string difference(const std::string& a, const std::string& b) {
  if (a == b) return {};
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  const auto around = [&](const std::string& text) { return text.substr(at < 60 ? 0 : at - 60, 200); };
  return "parts at byte " + std::to_string(at) + ":\n  " + around(a) + "\n  " + around(b);
}

}  // namespace qogam::properties
