// JSON of dates and amounts of money.
#include <cmath>

#include "write/lists.h"

namespace qogam::write {
namespace {

// 4000000000, not 4000000000.0: whole amounts are written without a point.
void number(double value, JsonText& out) {
  constexpr double kExact = 9007199254740992.0;  // 2^53, up to which a double holds every integer
  if (std::abs(value) < kExact && std::trunc(value) == value) out.integer(static_cast<std::int64_t>(value));
  else out.real(value);
}

void write_dates(const Parts& parts) {
  JsonText& out = parts.out;
  out.open_list();
  for (const TimeExpression& t : parts.document.dates) {
    out.open_object();
    parts.span_with_text(t.span);
    out.key("type").text(t.type);
    out.key("value").text_or_null(t.value);
    out.key("begin").text_or_null(t.begin);
    out.key("end_date").text_or_null(t.end_date);
    out.key("approximate").truth(t.approximate);
    out.key("confidence").rounded(t.confidence);
    out.key("by").text(t.by);
    out.close_object();
  }
  out.close_list();
}

void write_money(const Parts& parts) {
  parts.out.open_list();
  for (const Money& m : parts.document.money) write_amount(parts, m);
  parts.out.close_list();
}

}  // namespace

void write_amount(const Parts& parts, const Money& money) {
  JsonText& out = parts.out;
  out.open_object();
  parts.span_with_text(money.span);
  number(money.amount, out.key("amount"));
  out.key("amount_max");
  if (money.amount_max) number(*money.amount_max, out);
  else out.null();
  out.key("currency").text(money.currency);
  out.key("confidence").rounded(money.confidence);
  out.key("by").text(money.by);
  out.close_object();
}

List dates_list() {
  return {"dates", "dates", write_dates, "date", "Dates, times, durations, sets and ranges.",
          R"JSON(  "date": {
   "type": "object", "additionalProperties": false, "required": ["start", "end", "text", "type", "value", "begin", "end_date", "approximate", "confidence", "by"], "description": "An expression of time.",
   "properties": {
    "start": {"$ref": "#/$defs/offset", "description": "Its first code point, counted from the start of the text."}, "end": {"$ref": "#/$defs/offset", "description": "The first code point behind it."},
    "text": {"type": "string", "description": "Exactly text[start:end]."},
    "type": {"enum": ["date", "time", "duration", "set", "range"], "description": "Kind of expression."},
    "value": {"$ref": "#/$defs/text_or_null", "description": "TIMEX3 or ISO 8601: 2024-04-19, 2016/2020, P2Y, P2W/P3W (two to three weeks), PXD (some days), R/P2Y, PRESENT_REF, XXXX-04-19 (the year is not known); null where not resolved."},
    "begin": {"$ref": "#/$defs/day", "description": "First day meant."},
    "end_date": {"$ref": "#/$defs/day", "description": "Last day meant, inclusive."},
    "approximate": {"type": "boolean", "description": "'About', 'around'."},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
)JSON"};
}

List money_list() {
  return {"money", "money", write_money, "money", "Amounts of money.",
          R"JSON(  "money": {
   "type": "object", "additionalProperties": false, "required": ["start", "end", "text", "amount", "amount_max", "currency", "confidence", "by"], "description": "An amount of money.",
   "properties": {
    "start": {"$ref": "#/$defs/offset", "description": "Its first code point, counted from the start of the text."}, "end": {"$ref": "#/$defs/offset", "description": "The first code point behind it."},
    "text": {"type": "string", "description": "Exactly text[start:end]."},
    "amount": {"type": "number", "description": "In units of the currency; the lower bound of a range."},
    "amount_max": {"type": ["number", "null"], "description": "Upper bound of a range."},
    "currency": {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217."},
    "confidence": {"$ref": "#/$defs/confidence"}, "by": {"$ref": "#/$defs/by"}}},
)JSON"};
}

}  // namespace qogam::write
