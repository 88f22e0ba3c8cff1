// The JSON Schema, put together from what holds for the whole object and from what each list says of itself. `qogam schema` prints it,
// and the tests hold every output against it.
#include "write/schema.h"

#include "write/lists.h"

namespace qogam::write {
namespace {

// In these the keys of the lists, their properties and their definitions are set: behind kHead, kProperties and kDefinitions.
constexpr std::string_view kHead = R"JSON({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "qogam/1",
 "description": "One article of civic news as Qogam reads it. All start and end are half-open offsets in Unicode code points into 'text' (what Python's str slicing uses). Lists may be empty but are never missing.",
 "type": "object",
 "additionalProperties": false,
 "required": ["schema", "id", "language", "title", "published", "furniture", )JSON";

constexpr std::string_view kProperties = R"JSON("duplicate_of", "status", "warnings"],
 "properties": {
  "schema": {"const": "qogam/1", "description": "Name and version of this format."},
  "id": {"type": "string", "description": "Given by the input, or made from its path."},
  "source": {"$ref": "#/$defs/source"},
  "language": {"$ref": "#/$defs/language", "description": "Main language of the article."},
  "title": {"$ref": "#/$defs/text_or_null", "description": "Headline."},
  "published": {"$ref": "#/$defs/published"},
  "text": {"type": "string", "description": "The cleaned article, in Unicode NFC; left out by --no-text."},
  "furniture": {"type": "array", "items": {"$ref": "#/$defs/furniture"}, "description": "What stood on the page and is not the article."},
)JSON";

constexpr std::string_view kDefinitions = R"JSON(  "duplicate_of": {"$ref": "#/$defs/text_or_null", "description": "Id of the article this one republishes."},
  "generator": {"$ref": "#/$defs/generator"},
  "status": {"enum": ["ok", "error"], "description": "'error': the input could not be read or analysed; the key 'error' says why and the lists of findings are empty."},
  "error": {"$ref": "#/$defs/problem", "description": "There with status 'error' only."},
  "warnings": {"type": "array", "items": {"$ref": "#/$defs/problem"}, "description": "What may have spoilt the result."}
 },
 "if": {"properties": {"status": {"const": "error"}}},
 "then": {"required": ["error"]},
 "else": {"not": {"required": ["error"]}},
 "$defs": {
  "text_or_null": {"type": ["string", "null"]},
  "language": {"type": "string", "minLength": 2, "description": "ru, kk, kk-Latn, en, und (undetermined), or another code of 'qogam list languages'."},
  "offset": {"type": "integer", "minimum": 0, "description": "Code points from the start of the text."},
  "confidence": {"type": "number", "minimum": 0, "maximum": 1, "description": "From 0 to 1, rounded to three decimals."},
  "by": {"type": "string", "description": "The rule or model that the finding rests on."},
  "day": {"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}], "description": "YYYY-MM-DD, or null."},
  "topic_ids": {"type": "array", "items": {"type": "string"}, "description": "Ids of 'qogam list topics'."},
  "mention_ids": {"type": "array", "items": {"type": "string", "pattern": "^m[0-9]+$"}, "description": "Ids of mentions."},
  "entity_id": {"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^e[0-9]+$"}], "description": "Id of an entity, or null."},
  "source": {
   "type": "object", "additionalProperties": false, "required": ["path", "url", "author", "media_type", "encoding", "sha256"], "description": "Where the article came from.",
   "properties": {
    "path": {"$ref": "#/$defs/text_or_null", "description": "File path, '-' for standard input, 'file.jsonl:12' for a record."},
    "url": {"$ref": "#/$defs/text_or_null", "description": "Address of the page."},
    "media_type": {"$ref": "#/$defs/text_or_null", "description": "For example text/plain."},
    "encoding": {"$ref": "#/$defs/text_or_null", "description": "The encoding found, for example windows-1251."},
    "author": {"$ref": "#/$defs/text_or_null", "description": "Who wrote it, as the page says."},
    "sha256": {"$ref": "#/$defs/text_or_null", "description": "SHA-256 of the bytes received, in hex."}}},
  "published": {
   "type": "object", "additionalProperties": false, "required": ["value", "from"], "description": "Day of publication and what says so.",
   "properties": {
    "value": {"$ref": "#/$defs/text_or_null", "description": "YYYY-MM-DD, or null where not known."},
    "from": {"enum": ["metadata", "dateline", "url", "header", "option", null], "description": "What says so."}}},
  "furniture": {
   "type": "object", "additionalProperties": false, "required": ["text", "kind"], "description": "A removed piece of the page.",
   "properties": {
    "text": {"type": "string", "description": "As it stood on the page."},
    "kind": {"enum": ["rates", "weather", "ad", "share", "reactions", "related", "counter", "navigation", "caption", "other"], "description": "What it is."}}},
)JSON";

constexpr std::string_view kEnd = R"JSON(  "generator": {
   "type": "object", "additionalProperties": false, "required": ["version", "models"], "description": "What made this object.",
   "properties": {
    "version": {"type": "string", "description": "Version of the program."},
    "models": {"type": "string", "description": "Fingerprint of the knowledge."}}},
  "problem": {
   "type": "object", "additionalProperties": false, "required": ["code", "message", "stage"], "description": "What went wrong.",
   "properties": {
    "code": {"type": "string", "description": "Short and stable."},
    "message": {"type": "string", "description": "One full sentence."},
    "stage": {"type": "string", "description": "The stage that found it."}}}
 }
}
)JSON";

}  // namespace

std::string output_schema() {
  std::string required, properties, definitions;
  for (const List& list : lists()) {
    const std::string key = '"' + std::string(list.key) + '"';
    required += key + ", ";
    properties += "  " + key + R"(: {"type": "array", "items": {"$ref": "#/$defs/)" + std::string(list.item) + R"("}, "description": ")" + std::string(list.about) + "\"},\n";
    definitions += list.definitions;
  }
  return std::string(kHead) + required + std::string(kProperties) + properties + std::string(kDefinitions) + definitions + std::string(kEnd);
}

}  // namespace qogam::write
