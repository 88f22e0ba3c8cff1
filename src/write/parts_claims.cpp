// JSON of topics, quotes, commitments and what became of them.
#include "write/lists.h"

namespace qogam::write {
namespace {

void write_deadline(const Parts& parts, const std::optional<Deadline>& deadline) {
  JsonText& out = parts.out;
  if (!deadline) return out.null();
  out.open_object();
  out.key("text").text(parts.document.surface(deadline->span));
  out.key("value").text_or_null(deadline->value);
  out.key("begin").text_or_null(deadline->begin);
  out.key("end_date").text_or_null(deadline->end_date);
  out.close_object();
}

void write_amount_of(const Parts& parts, std::int32_t number) {
  const auto& money = parts.document.money;
  if (number < 0 || static_cast<std::size_t>(number) >= money.size()) parts.out.null();
  else write_amount(parts, money[static_cast<std::size_t>(number)]);
}

void write_commitment(const Parts& parts, const Commitment& c, std::int64_t number) {
  JsonText& out = parts.out;
  out.open_object();
  out.key("id").id('c', number);
  parts.span_with_text(c.span);
  out.key("kind").text(c.kind);
  out.key("actor").id('e', c.actor);
  out.key("actor_name").text_or_null(c.actor_name);
  out.key("said_by").id('e', c.said_by);
  out.key("said_by_name").text_or_null(c.said_by_name);
  out.key("ordered_by").text_or_null(c.ordered_by);
  out.key("quote").id('q', c.quote);
  out.key("beneficiaries").texts(c.beneficiaries);
  out.key("action").text_or_null(c.action);
  out.key("cue").text_or_null(c.cue);
  out.key("deadline");
  write_deadline(parts, c.deadline);
  out.key("amount");
  write_amount_of(parts, c.money);
  out.key("topics").texts(c.topics);
  out.key("confidence").rounded(c.confidence);
  out.key("by").text(c.by);
  out.close_object();
}

void write_topics(const Parts& parts) {
  JsonText& out = parts.out;
  out.open_list();
  for (const Topic& t : parts.document.topics) {
    out.open_object();
    out.key("id").text(t.id);
    out.key("score").rounded(t.score);
    out.key("evidence").open_list();
    for (const Span s : t.evidence) {
      out.open_object();
      parts.span(s);
      out.close_object();
    }
    out.close_list();
    out.key("by").text(t.by);
    out.close_object();
  }
  out.close_list();
}

void write_quotes(const Parts& parts) {
  JsonText& out = parts.out;
  std::int64_t number = 0;
  out.open_list();
  for (const Quote& q : parts.document.quotes) {
    out.open_object();
    out.key("id").id('q', number++);
    parts.span_with_text(q.span);
    out.key("speaker").id('e', q.speaker);
    out.key("speaker_name").text_or_null(q.speaker_name);
    out.key("cue").text_or_null(q.cue);
    out.key("direct").truth(q.direct);
    out.key("topics").texts(q.topics);
    out.key("confidence").rounded(q.confidence);
    out.key("by").text(q.by);
    out.close_object();
  }
  out.close_list();
}

void write_commitments(const Parts& parts) {
  std::int64_t number = 0;
  parts.out.open_list();
  for (const Commitment& c : parts.document.commitments) write_commitment(parts, c, number++);
  parts.out.close_list();
}

void write_reports(const Parts& parts) {
  JsonText& out = parts.out;
  out.open_list();
  for (const CommitmentReport& r : parts.document.commitment_reports) {
    out.open_object();
    parts.span_with_text(r.span);
    out.key("says").text(r.says);
    out.key("confidence").rounded(r.confidence);
    out.key("by").text(r.by);
    out.close_object();
  }
  out.close_list();
}

}  // namespace

List topics_list() {
  return {"topics", "topics", write_topics, "topic", "What the article is about: the main topic, then the others by their score.",
          R"JSON(  "topic": {
   "type": "object", "additionalProperties": false, "required": ["id", "score", "evidence"], "description": "Something the article is about.",
   "properties": {
    "id": {"type": "string", "description": "An id of 'qogam list topics'."},
    "score": {"type": "number", "minimum": 0, "description": "From 0 to 1: how likely the article is about it."},
    "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}, "description": "Where the text speaks of it."},
    "by": {"$ref": "#/$defs/by"}}},
  "evidence": {
   "type": "object", "additionalProperties": false, "required": ["start", "end"], "description": "A place that speaks for a topic.",
   "properties": {
    "start": {"$ref": "#/$defs/offset", "description": "Its first code point, counted from the start of the text."}, "end": {"$ref": "#/$defs/offset", "description": "The first code point behind it."},
    "text": {"type": "string", "description": "Exactly text[start:end]; in gold files only."}}},
)JSON"};
}

List quotes_list() {
  return {"quotes", "quotes", write_quotes, "quote", "What people are quoted to have said.",
          R"JSON(  "quote": {
   "type": "object", "additionalProperties": false, "required": ["id", "start", "end", "text", "speaker", "speaker_name", "cue", "direct", "topics", "confidence", "by"], "description": "A quotation.",
   "properties": {
    "id": {"type": "string", "pattern": "^q[0-9]+$", "description": "Unique in the article."},
    "start": {"$ref": "#/$defs/offset", "description": "Its first code point, counted from the start of the text."}, "end": {"$ref": "#/$defs/offset", "description": "The first code point behind it."},
    "text": {"type": "string", "description": "Exactly text[start:end], without the quotation marks."},
    "speaker": {"$ref": "#/$defs/entity_id", "description": "The entity that speaks."},
    "speaker_name": {"$ref": "#/$defs/text_or_null", "description": "Nominative."},
    "cue": {"$ref": "#/$defs/text_or_null", "description": "The verb of speech."},
    "direct": {"type": "boolean", "description": "Direct speech, or reported."},
    "topics": {"$ref": "#/$defs/topic_ids", "description": "Topics of what is said, ids of 'qogam list topics'."},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
)JSON"};
}

List commitments_list() {
  return {"commitments", "commitments", write_commitments, "commitment", "What a state body or an official will do, must do, plans, promised or was ordered to do.",
          R"JSON(  "commitment": {
   "type": "object", "additionalProperties": false, "required": ["id", "start", "end", "text", "kind", "actor", "actor_name", "said_by", "said_by_name", "ordered_by", "quote", "beneficiaries", "action", "deadline", "amount", "topics", "confidence", "by"], "description": "A promise, order, plan or obligation.",
   "properties": {
    "id": {"type": "string", "pattern": "^c[0-9]+$", "description": "Unique in the article."},
    "start": {"$ref": "#/$defs/offset", "description": "Its first code point, counted from the start of the text."}, "end": {"$ref": "#/$defs/offset", "description": "The first code point behind it."},
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
    "topics": {"$ref": "#/$defs/topic_ids", "description": "Topics of the commitment, which need not be those of the article."},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
  "deadline": {
   "type": "object", "additionalProperties": false, "required": ["text", "value", "begin", "end_date"], "description": "By when something is to be done.",
   "properties": {
    "text": {"type": "string", "description": "As the article has it."},
    "value": {"$ref": "#/$defs/text_or_null", "description": "TIMEX3 or ISO 8601."},
    "begin": {"$ref": "#/$defs/day", "description": "First day meant."},
    "end_date": {"$ref": "#/$defs/day", "description": "Last day meant, inclusive."}}},
)JSON"};
}

List commitment_reports_list() {
  return {"commitment_reports", "commitments", write_reports, "commitment_report", "What the article says became of earlier commitments.",
          R"JSON(  "commitment_report": {
   "type": "object", "additionalProperties": false, "required": ["start", "end", "text", "says", "confidence", "by"], "description": "A report on an earlier commitment.",
   "properties": {
    "start": {"$ref": "#/$defs/offset", "description": "Its first code point, counted from the start of the text."}, "end": {"$ref": "#/$defs/offset", "description": "The first code point behind it."},
    "text": {"type": "string", "description": "Exactly text[start:end]."},
    "says": {"enum": ["done", "moved", "failed", "repeated"], "description": "What became of it."},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
)JSON"};
}

}  // namespace qogam::write
