// The JSON Schema itself. `qogam schema` prints it, and the tests hold every output against it.
#include "write/schema.h"

namespace qogam::write {
namespace {

constexpr std::string_view kSchema = R"JSON({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "qogam/1",
 "description": "One article of civic news as Qogam reads it. All start and end are half-open offsets in Unicode code points into 'text' (what Python's str slicing uses). Lists may be empty but are never missing.",
 "type": "object",
 "additionalProperties": false,
 "required": ["schema", "id", "language", "title", "published", "furniture", "sentences", "mentions", "entities", "officials", "ngos", "dates", "money", "topics", "quotes", "commitments", "commitment_reports", "duplicate_of", "status", "warnings"],
 "properties": {
  "schema": {"const": "qogam/1", "description": "Name and version of this format."},
  "id": {"type": "string", "description": "Given by the input, or made from its path."},
  "source": {"$ref": "#/$defs/source"},
  "language": {"$ref": "#/$defs/language", "description": "Main language of the article."},
  "title": {"$ref": "#/$defs/text_or_null", "description": "Headline."},
  "published": {"$ref": "#/$defs/published"},
  "text": {"type": "string", "description": "The cleaned article, in Unicode NFC; left out by --no-text."},
  "furniture": {"type": "array", "items": {"$ref": "#/$defs/furniture"}, "description": "What stood on the page and is not the article."},
  "sentences": {"type": "array", "items": {"$ref": "#/$defs/sentence"}, "description": "Sentences in the order of the text."},
  "mentions": {"type": "array", "items": {"$ref": "#/$defs/mention"}, "description": "Where the text names something."},
  "entities": {"type": "array", "items": {"$ref": "#/$defs/entity"}, "description": "People, organizations and places that the mentions stand for."},
  "officials": {"type": "array", "items": {"$ref": "#/$defs/official"}, "description": "Named people who hold, held or act in a post of a state body."},
  "ngos": {"type": "array", "items": {"$ref": "#/$defs/ngo"}, "description": "Non-governmental, non-commercial organizations, by name or by the generic words for them."},
  "dates": {"type": "array", "items": {"$ref": "#/$defs/date"}, "description": "Dates, times, durations, sets and ranges."},
  "money": {"type": "array", "items": {"$ref": "#/$defs/money"}, "description": "Amounts of money."},
  "topics": {"type": "array", "items": {"$ref": "#/$defs/topic"}, "description": "What the article is about: the main topic, then the others by their score."},
  "quotes": {"type": "array", "items": {"$ref": "#/$defs/quote"}, "description": "What people are quoted to have said."},
  "commitments": {"type": "array", "items": {"$ref": "#/$defs/commitment"}, "description": "What a state body or an official will do, must do, plans, promised or was ordered to do."},
  "commitment_reports": {"type": "array", "items": {"$ref": "#/$defs/commitment_report"}, "description": "What the article says became of earlier commitments."},
  "duplicate_of": {"$ref": "#/$defs/text_or_null", "description": "Id of the article this one republishes."},
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
    "from": {"enum": ["metadata", "dateline", "url", "header", "text", "option", null], "description": "What says so."}}},
  "furniture": {
   "type": "object", "additionalProperties": false, "required": ["text", "kind"], "description": "A removed piece of the page.",
   "properties": {
    "text": {"type": "string", "description": "As it stood on the page."},
    "kind": {"enum": ["rates", "weather", "ad", "share", "reactions", "related", "counter", "navigation", "caption", "other"], "description": "What it is."}}},
  "sentence": {
   "type": "object", "additionalProperties": false, "required": ["start", "end", "lang"], "description": "A sentence.",
   "properties": {
    "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"},
    "lang": {"$ref": "#/$defs/language"},
    "topics": {"$ref": "#/$defs/topic_ids"}}},
  "mention": {
   "type": "object", "additionalProperties": false, "required": ["id", "type", "start", "end", "text", "entity", "confidence", "by"], "description": "A place where the text names something.",
   "properties": {
    "id": {"type": "string", "pattern": "^m[0-9]+$", "description": "Unique in the article."},
    "type": {"enum": ["person", "organization", "position", "location", "date", "money", "law", "event"], "description": "What is named."},
    "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"},
    "text": {"type": "string", "description": "Exactly text[start:end]."},
    "entity": {"$ref": "#/$defs/entity_id"},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "entity": {
   "type": "object", "additionalProperties": false, "required": ["id", "type", "kind", "name", "aliases", "parent", "mentions"], "description": "A person, organization or place of this article.",
   "properties": {
    "id": {"type": "string", "pattern": "^e[0-9]+$", "description": "Unique in the article."},
    "type": {"enum": ["person", "organization", "location"], "description": "Coarse type."},
    "kind": {"enum": ["official", "person", "ngo", "state_body", "housing_association", "company", "media", "party", "international", "education", "country", "region", "city", "district", "place", "other"], "description": "Fine type."},
    "name": {"type": "string", "description": "Nominative, as complete as the article gives it."},
    "aliases": {"type": "array", "items": {"type": "string"}, "description": "Other forms in the article."},
    "parent": {"$ref": "#/$defs/entity_id", "description": "The entity this one is part of."},
    "mentions": {"$ref": "#/$defs/mention_ids"}}},
  "official": {
   "type": "object", "additionalProperties": false, "required": ["person", "name", "position", "organization", "organization_entity", "status", "mentions", "confidence", "by"], "description": "A named person in a post of a state body.",
   "properties": {
    "person": {"$ref": "#/$defs/entity_id"},
    "name": {"type": "string", "description": "Nominative."},
    "position": {"$ref": "#/$defs/text_or_null", "description": "The post, nominative."},
    "organization": {"$ref": "#/$defs/text_or_null", "description": "The state body, nominative."},
    "organization_entity": {"$ref": "#/$defs/entity_id"},
    "status": {"enum": ["current", "former", "acting", "nominated"], "description": "How the person stands to the post."},
    "mentions": {"$ref": "#/$defs/mention_ids"},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "ngo": {
   "type": "object", "additionalProperties": false, "required": ["organization", "name", "named", "representatives", "mentions", "confidence", "by"], "description": "A non-governmental organization.",
   "properties": {
    "organization": {"$ref": "#/$defs/entity_id"},
    "name": {"type": "string", "description": "Nominative, or the generic words."},
    "named": {"type": "boolean", "description": "False for generic words."},
    "representatives": {"type": "array", "items": {"$ref": "#/$defs/representative"}, "description": "People who stand for it."},
    "mentions": {"$ref": "#/$defs/mention_ids"},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "representative": {
   "type": "object", "additionalProperties": false, "required": ["person", "name", "role"], "description": "Someone who stands for an NGO.",
   "properties": {
    "person": {"$ref": "#/$defs/entity_id"},
    "name": {"type": "string", "description": "Nominative."},
    "role": {"$ref": "#/$defs/text_or_null", "description": "Nominative."}}},
  "date": {
   "type": "object", "additionalProperties": false, "required": ["start", "end", "text", "type", "value", "begin", "end_date", "approximate", "confidence", "by"], "description": "An expression of time.",
   "properties": {
    "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"},
    "text": {"type": "string", "description": "Exactly text[start:end]."},
    "type": {"enum": ["date", "time", "duration", "set", "range"], "description": "Kind of expression."},
    "value": {"$ref": "#/$defs/text_or_null", "description": "TIMEX3 or ISO 8601: 2024-04-19, 2016/2020, P2Y, P2W/P3W (two to three weeks), PXD (some days), R/P2Y, PRESENT_REF, XXXX-04-19 (the year is not known); null where not resolved."},
    "begin": {"$ref": "#/$defs/day", "description": "First day meant."},
    "end_date": {"$ref": "#/$defs/day", "description": "Last day meant, inclusive."},
    "approximate": {"type": "boolean", "description": "'About', 'around'."},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "money": {
   "type": "object", "additionalProperties": false, "required": ["start", "end", "text", "amount", "amount_max", "currency", "confidence", "by"], "description": "An amount of money.",
   "properties": {
    "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"},
    "text": {"type": "string", "description": "Exactly text[start:end]."},
    "amount": {"type": "number", "description": "In units of the currency; the lower bound of a range."},
    "amount_max": {"type": ["number", "null"], "description": "Upper bound of a range."},
    "currency": {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217."},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "topic": {
   "type": "object", "additionalProperties": false, "required": ["id", "score", "evidence"], "description": "Something the article is about.",
   "properties": {
    "id": {"type": "string", "description": "An id of 'qogam list topics'."},
    "score": {"type": "number", "minimum": 0, "description": "Weight of the evidence."},
    "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}, "description": "Where the text speaks of it."},
    "by": {"$ref": "#/$defs/by"}}},
  "evidence": {
   "type": "object", "additionalProperties": false, "required": ["start", "end"], "description": "A place that speaks for a topic.",
   "properties": {
    "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"},
    "text": {"type": "string", "description": "Exactly text[start:end]; in gold files only."}}},
  "quote": {
   "type": "object", "additionalProperties": false, "required": ["id", "start", "end", "text", "speaker", "speaker_name", "cue", "direct", "topics", "confidence", "by"], "description": "A quotation.",
   "properties": {
    "id": {"type": "string", "pattern": "^q[0-9]+$", "description": "Unique in the article."},
    "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"},
    "text": {"type": "string", "description": "Exactly text[start:end], without the quotation marks."},
    "speaker": {"$ref": "#/$defs/entity_id"},
    "speaker_name": {"$ref": "#/$defs/text_or_null", "description": "Nominative."},
    "cue": {"$ref": "#/$defs/text_or_null", "description": "The verb of speech."},
    "direct": {"type": "boolean", "description": "Direct speech, or reported."},
    "topics": {"$ref": "#/$defs/topic_ids"},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "commitment": {
   "type": "object", "additionalProperties": false, "required": ["id", "start", "end", "text", "kind", "actor", "actor_name", "said_by", "said_by_name", "ordered_by", "quote", "beneficiaries", "action", "deadline", "amount", "topics", "confidence", "by"], "description": "A promise, order, plan or obligation.",
   "properties": {
    "id": {"type": "string", "pattern": "^c[0-9]+$", "description": "Unique in the article."},
    "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"},
    "text": {"type": "string", "description": "Exactly text[start:end]."},
    "kind": {"enum": ["promise", "order", "plan", "obligation"], "description": "What it is."},
    "actor": {"$ref": "#/$defs/entity_id", "description": "Who is to act."},
    "actor_name": {"$ref": "#/$defs/text_or_null", "description": "Who is to act, nominative; null where only 'we' stands."},
    "said_by": {"$ref": "#/$defs/entity_id", "description": "Who says so."},
    "said_by_name": {"$ref": "#/$defs/text_or_null", "description": "Who says so, nominative."},
    "ordered_by": {"$ref": "#/$defs/text_or_null", "description": "Who gave the order, nominative."},
    "quote": {"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^q[0-9]+$"}], "description": "The quotation it stands in."},
    "beneficiaries": {"type": "array", "items": {"type": "string"}, "description": "For whom it is done."},
    "action": {"$ref": "#/$defs/text_or_null", "description": "What is to be done: the lemma of the verb, its object and place as they stand."},
    "cue": {"$ref": "#/$defs/text_or_null", "description": "The words that the rule saw."},
    "deadline": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/deadline"}], "description": "By when."},
    "amount": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/money"}], "description": "For how much."},
    "topics": {"$ref": "#/$defs/topic_ids"},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "deadline": {
   "type": "object", "additionalProperties": false, "required": ["text", "value", "begin", "end_date"], "description": "By when something is to be done.",
   "properties": {
    "text": {"type": "string", "description": "As the article has it."},
    "value": {"$ref": "#/$defs/text_or_null", "description": "TIMEX3 or ISO 8601."},
    "begin": {"$ref": "#/$defs/day", "description": "First day meant."},
    "end_date": {"$ref": "#/$defs/day", "description": "Last day meant, inclusive."}}},
  "commitment_report": {
   "type": "object", "additionalProperties": false, "required": ["start", "end", "text", "says", "confidence", "by"], "description": "A report on an earlier commitment.",
   "properties": {
    "start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"},
    "text": {"type": "string", "description": "Exactly text[start:end]."},
    "says": {"enum": ["done", "moved", "failed", "repeated"], "description": "What became of it."},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "generator": {
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

std::string_view output_schema() { return kSchema; }

}  // namespace qogam::write
