// Documents made of what a Python program hands over.
#include "native/input.h"

#include <utility>

#include "read/problems.h"
#include "read/record.h"

namespace qogam::python {
namespace {

// The document of `place`, with the error of one above the limit, whose bytes are not kept.
Document document_of(const Place& place, std::size_t bytes) {
  Document document;
  document.id = place.id;
  document.source.path = place.path;
  if (bytes > place.max_document_bytes) document.error = read::too_large(place.path, place.max_document_bytes);
  return document;
}

void warn_of_repair(Document& document) {
  document.warnings.push_back({"invalid_bytes", document.source.path + " has code points that are no characters; they were replaced by U+FFFD.", "read"});
}

}  // namespace

Document text_input(const Place& place, std::string_view utf8, bool repaired) {
  Document document = document_of(place, utf8.size());
  if (document.error) return document;
  document.source.bytes = utf8;
  document.source.decoded = true;
  if (repaired) warn_of_repair(document);
  return document;
}

Document bytes_input(const Place& place, std::string_view bytes) {
  Document document = document_of(place, bytes.size());
  if (!document.error) document.source.bytes = bytes;
  return document;
}

Document record_input(const Place& place, std::string_view json, const read::FieldMap& fields, bool repaired) {
  Document document = document_of(place, json.size());
  document.source.media_type = "application/json";
  if (document.error) return document;
  if (repaired) warn_of_repair(document);
  read::fill_from_json(document, json, fields);
  return document;
}

Document failed_input(const Place& place, std::string code, std::string message) {
  return read::failed(place.path, place.id, {std::move(code), std::move(message), "read"});
}

}  // namespace qogam::python
