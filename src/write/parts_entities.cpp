// JSON of sentences, mentions, entities, officials and NGOs.
#include "write/lists.h"

namespace qogam::write {
namespace {

// In the order of MentionType.
constexpr const char* kMentionTypes[] = {"person", "organization", "position", "location",
                                         "date",   "money",        "law",      "event"};

void write_people(const std::vector<Representative>& people, JsonText& out) {
  out.open_list();
  for (const Representative& r : people) {
    out.open_object();
    out.key("person").id('e', r.person);
    out.key("name").text(r.name);
    out.key("role").text_or_null(r.role);
    out.close_object();
  }
  out.close_list();
}

// The topics of sentences are in the order of the text as the sentences are.
void write_sentences(const Parts& parts) {
  JsonText& out = parts.out;
  auto topics = parts.document.sentence_topics.begin();
  std::uint32_t number = 0;
  out.open_list();
  for (const Sentence& s : parts.document.sentences) {
    out.open_object();
    parts.span(s.span);
    out.key("lang").text(s.language.empty() ? "und" : std::string_view(s.language));
    out.key("topics");
    if (topics != parts.document.sentence_topics.end() && topics->sentence == number) out.texts(topics++->topics);
    else out.empty_list();
    ++number;
    out.close_object();
  }
  out.close_list();
}

// What is found by rules of one's own is told here alone; of other mentions the lists of findings tell.
void write_own(const Mention& m, JsonText& out) {
  if (m.type != MentionType::law && m.type != MentionType::event) return;
  out.key("kind").text_or_null(m.kind);
  out.key("fields").open_list();
  for (const Capture& c : m.captures) {
    if (c.tokens.empty()) continue;
    out.open_object();
    out.key("name").text(c.name);
    out.key("value").text(c.text);
    out.close_object();
  }
  out.close_list();
}

void write_mentions(const Parts& parts) {
  JsonText& out = parts.out;
  std::int64_t number = 0;
  out.open_list();
  for (const Mention& m : parts.document.mentions) {
    out.open_object();
    out.key("id").id('m', number++);
    out.key("type").text(kMentionTypes[static_cast<std::size_t>(m.type)]);
    parts.span_with_text(m.span);
    write_own(m, out);
    out.key("entity").id('e', m.entity);
    out.key("confidence").rounded(m.confidence);
    out.key("by").text(m.by);
    out.close_object();
  }
  out.close_list();
}

void write_entities(const Parts& parts) {
  JsonText& out = parts.out;
  std::int64_t number = 0;
  out.open_list();
  for (const Entity& e : parts.document.entities) {
    out.open_object();
    out.key("id").id('e', number++);
    out.key("type").text(e.type);
    out.key("kind").text(e.kind);
    out.key("name").text(e.name);
    out.key("aliases").texts(e.aliases);
    out.key("parent").id('e', e.parent);
    out.key("mentions").ids('m', e.mentions);
    out.close_object();
  }
  out.close_list();
}

void write_officials(const Parts& parts) {
  JsonText& out = parts.out;
  out.open_list();
  for (const Official& o : parts.document.officials) {
    out.open_object();
    out.key("person").id('e', o.person);
    out.key("name").text(o.name);
    out.key("position").text_or_null(o.position);
    out.key("organization").text_or_null(o.organization);
    out.key("organization_entity").id('e', o.organization_entity);
    out.key("status").text(o.status);
    out.key("mentions").ids('m', o.mentions);
    out.key("confidence").rounded(o.confidence);
    out.key("by").text(o.by);
    out.close_object();
  }
  out.close_list();
}

void write_ngos(const Parts& parts) {
  JsonText& out = parts.out;
  out.open_list();
  for (const Ngo& n : parts.document.ngos) {
    out.open_object();
    out.key("organization").id('e', n.organization);
    out.key("name").text(n.name);
    out.key("named").truth(n.named);
    out.key("representatives");
    write_people(n.representatives, out);
    out.key("mentions").ids('m', n.mentions);
    out.key("confidence").rounded(n.confidence);
    out.key("by").text(n.by);
    out.close_object();
  }
  out.close_list();
}

}  // namespace

List sentences_list() {
  return {"sentences", "", write_sentences, "sentence", "Sentences in the order of the text.",
          R"JSON(  "sentence": {
   "type": "object", "additionalProperties": false, "required": ["start", "end", "lang"], "description": "A sentence.",
   "properties": {
    "start": {"$ref": "#/$defs/offset", "description": "Its first code point, counted from the start of the text."}, "end": {"$ref": "#/$defs/offset", "description": "The first code point behind it."},
    "lang": {"$ref": "#/$defs/language", "description": "Language of this sentence; an article may have several."},
    "topics": {"$ref": "#/$defs/topic_ids", "description": "Topics for which this sentence speaks."}}},
)JSON"};
}

List mentions_list() {
  return {"mentions", "mentions", write_mentions, "mention", "Where the text names something.",
          R"JSON(  "mention": {
   "type": "object", "additionalProperties": false, "required": ["id", "type", "start", "end", "text", "entity", "confidence", "by"], "description": "A place where the text names something.",
   "properties": {
    "id": {"type": "string", "pattern": "^m[0-9]+$", "description": "Unique in the article."},
    "type": {"enum": ["person", "organization", "position", "location", "date", "money", "law", "event"], "description": "What is named."},
    "start": {"$ref": "#/$defs/offset", "description": "Its first code point, counted from the start of the text."}, "end": {"$ref": "#/$defs/offset", "description": "The first code point behind it."},
    "text": {"type": "string", "description": "Exactly text[start:end]."},
    "kind": {"$ref": "#/$defs/text_or_null", "description": "Of a law or an event: what its rule calls it."},
    "fields": {"type": "array", "items": {"$ref": "#/$defs/field"}, "description": "Of a law or an event: the pieces that its rule captured."},
    "entity": {"$ref": "#/$defs/entity_id", "description": "The entity that it names; null where it names none, as dates do."},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "field": {
   "type": "object", "additionalProperties": false, "required": ["name", "value"], "description": "A piece of a law or an event.",
   "properties": {
    "name": {"type": "string", "description": "What the rule calls it."},
    "value": {"type": "string", "description": "The piece: of a mention its nominative or value, of other words their nominative where there is one."}}},
)JSON"};
}

List entities_list() {
  return {"entities", "entities", write_entities, "entity", "People, organizations and places that the mentions stand for.",
          R"JSON(  "entity": {
   "type": "object", "additionalProperties": false, "required": ["id", "type", "kind", "name", "aliases", "parent", "mentions"], "description": "A person, organization or place of this article.",
   "properties": {
    "id": {"type": "string", "pattern": "^e[0-9]+$", "description": "Unique in the article."},
    "type": {"enum": ["person", "organization", "location"], "description": "Coarse type."},
    "kind": {"enum": ["official", "person", "ngo", "state_body", "housing_association", "company", "media", "party", "international", "education", "country", "region", "city", "district", "place", "other"], "description": "Fine type."},
    "name": {"type": "string", "description": "Nominative, as complete as the article gives it."},
    "aliases": {"type": "array", "items": {"type": "string"}, "description": "Other forms in the article."},
    "parent": {"$ref": "#/$defs/entity_id", "description": "The entity this one is part of."},
    "mentions": {"$ref": "#/$defs/mention_ids"}}},
)JSON"};
}

List officials_list() {
  return {"officials", "officials", write_officials, "official", "Named people who hold, held or act in a post of a state body.",
          R"JSON(  "official": {
   "type": "object", "additionalProperties": false, "required": ["person", "name", "position", "organization", "organization_entity", "status", "mentions", "confidence", "by"], "description": "A named person in a post of a state body.",
   "properties": {
    "person": {"$ref": "#/$defs/entity_id", "description": "The entity of the person."},
    "name": {"type": "string", "description": "Nominative."},
    "position": {"$ref": "#/$defs/text_or_null", "description": "The post, nominative."},
    "organization": {"$ref": "#/$defs/text_or_null", "description": "The state body, nominative."},
    "organization_entity": {"$ref": "#/$defs/entity_id", "description": "The entity of the state body; null where the text names none."},
    "status": {"enum": ["current", "former", "acting", "nominated"], "description": "How the person stands to the post."},
    "mentions": {"$ref": "#/$defs/mention_ids"},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
)JSON"};
}

List ngos_list() {
  return {"ngos", "ngos", write_ngos, "ngo", "Non-governmental, non-commercial organizations, by name or by the generic words for them.",
          R"JSON(  "ngo": {
   "type": "object", "additionalProperties": false, "required": ["organization", "name", "named", "representatives", "mentions", "confidence", "by"], "description": "A non-governmental organization.",
   "properties": {
    "organization": {"$ref": "#/$defs/entity_id", "description": "The entity of the organization."},
    "name": {"type": "string", "description": "Nominative, or the generic words."},
    "named": {"type": "boolean", "description": "False for generic words."},
    "representatives": {"type": "array", "items": {"$ref": "#/$defs/representative"}, "description": "People who stand for it."},
    "mentions": {"$ref": "#/$defs/mention_ids"},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "representative": {
   "type": "object", "additionalProperties": false, "required": ["person", "name", "role"], "description": "Someone who stands for an NGO.",
   "properties": {
    "person": {"$ref": "#/$defs/entity_id", "description": "The entity of the person."},
    "name": {"type": "string", "description": "Nominative."},
    "role": {"$ref": "#/$defs/text_or_null", "description": "Nominative."}}},
)JSON"};
}

}  // namespace qogam::write
