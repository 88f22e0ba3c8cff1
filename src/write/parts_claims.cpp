// JSON of topics, quotes, commitments and what became of them.
#include "write/parts.h"

namespace qogam::write {
namespace {

Json deadline_json(const Parts& parts, const std::optional<Deadline>& deadline) {
  if (!deadline) return nullptr;
  return {{"text", std::string(parts.document.surface(deadline->span))},
          {"value", text_or_null(deadline->value)},
          {"begin", text_or_null(deadline->begin)},
          {"end_date", text_or_null(deadline->end_date)}};
}

Json amount_json(const Parts& parts, std::int32_t number) {
  const auto& money = parts.document.money;
  if (number < 0 || static_cast<std::size_t>(number) >= money.size()) return nullptr;
  return money_object(parts, money[static_cast<std::size_t>(number)]);
}

Json commitment_json(const Parts& parts, const Commitment& c, std::size_t number) {
  Json one{{"id", id('c', static_cast<std::int64_t>(number))}};
  one.update(parts.span_with_text(c.span));
  one["kind"] = c.kind;
  one["actor"] = id('e', c.actor);
  one["actor_name"] = text_or_null(c.actor_name);
  one["said_by"] = id('e', c.said_by);
  one["said_by_name"] = text_or_null(c.said_by_name);
  one["ordered_by"] = text_or_null(c.ordered_by);
  one["quote"] = id('q', c.quote);
  one["beneficiaries"] = c.beneficiaries;
  one["action"] = text_or_null(c.action);
  one["cue"] = text_or_null(c.cue);
  one["deadline"] = deadline_json(parts, c.deadline);
  one["amount"] = amount_json(parts, c.money);
  one["topics"] = c.topics;
  one["confidence"] = rounded(c.confidence);
  one["by"] = c.by;
  return one;
}

}  // namespace

Json topics_json(const Parts& parts) {
  Json out = Json::array();
  for (const Topic& t : parts.document.topics) {
    Json evidence = Json::array();
    for (const Span s : t.evidence) evidence.push_back(parts.span(s));
    out.push_back({{"id", t.id},
                   {"score", rounded(t.score)},
                   {"evidence", std::move(evidence)},
                   {"by", t.by}});
  }
  return out;
}

Json quotes_json(const Parts& parts) {
  Json out = Json::array();
  for (const Quote& q : parts.document.quotes) {
    Json one{{"id", id('q', static_cast<std::int64_t>(out.size()))}};
    one.update(parts.span_with_text(q.span));
    one["speaker"] = id('e', q.speaker);
    one["speaker_name"] = text_or_null(q.speaker_name);
    one["cue"] = text_or_null(q.cue);
    one["direct"] = q.direct;
    one["topics"] = q.topics;
    one["confidence"] = rounded(q.confidence);
    one["by"] = q.by;
    out.push_back(std::move(one));
  }
  return out;
}

Json commitments_json(const Parts& parts) {
  Json out = Json::array();
  for (const Commitment& c : parts.document.commitments)
    out.push_back(commitment_json(parts, c, out.size()));
  return out;
}

Json reports_json(const Parts& parts) {
  Json out = Json::array();
  for (const CommitmentReport& r : parts.document.commitment_reports) {
    Json one = parts.span_with_text(r.span);
    one["says"] = r.says;
    one["confidence"] = rounded(r.confidence);
    one["by"] = r.by;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace qogam::write
