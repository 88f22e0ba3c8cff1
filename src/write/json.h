// The JSON object of one article, as the schema in schema.cpp describes it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "qogam/document.h"

namespace qogam::write {

// What a caller may ask of the output.
struct WriteOptions {
  bool no_text = false;               // leave out the key "text"
  bool pretty = false;                // indented, for people
  std::vector<std::string> findings;  // the lists to fill, by their keys; empty: all of them
  std::string version;                // of the program, for "generator"
  std::string models;                 // fingerprint of the knowledge, for "generator"
};

// The object of a document. Every key is always there, lists may be empty; only "text" goes with
// no_text, and "error" comes with a document that has one. Offsets are code points of "text".
// Reads the document only and may be called by many threads at once; throws std::bad_alloc only.
nlohmann::ordered_json to_json(const Document& document, const WriteOptions& options);

// The object as text that ends with a line feed; one line unless `pretty`. Bytes that are not
// UTF-8 come out as U+FFFD. Thread-safe as to_json().
std::string to_json_text(const Document& document, const WriteOptions& options);

}  // namespace qogam::write
