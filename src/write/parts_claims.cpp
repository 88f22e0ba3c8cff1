// JSON of topics, quotes, commitments and what became of them.
#include "write/parts.h"

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

}  // namespace

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

}  // namespace qogam::write
