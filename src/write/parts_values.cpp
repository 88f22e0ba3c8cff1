// JSON of dates and amounts of money.
#include "write/parts.h"

namespace qogam::write {
namespace {

// 4000000000, not 4000000000.0: whole amounts are written without a point.
Json number(double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53, up to which a double holds every integer
  if (std::abs(value) < kExact && std::trunc(value) == value)
    return static_cast<std::int64_t>(value);
  return value;
}

}  // namespace

Json dates_json(const Parts& parts) {
  Json out = Json::array();
  for (const TimeExpression& t : parts.document.dates) {
    Json one = parts.span_with_text(t.span);
    one["type"] = t.type;
    one["value"] = text_or_null(t.value);
    one["begin"] = text_or_null(t.begin);
    one["end_date"] = text_or_null(t.end_date);
    one["approximate"] = t.approximate;
    one["confidence"] = rounded(t.confidence);
    one["by"] = t.by;
    out.push_back(std::move(one));
  }
  return out;
}

Json money_object(const Parts& parts, const Money& money) {
  Json one = parts.span_with_text(money.span);
  one["amount"] = number(money.amount);
  one["amount_max"] = money.amount_max ? number(*money.amount_max) : Json(nullptr);
  one["currency"] = money.currency;
  one["confidence"] = rounded(money.confidence);
  one["by"] = money.by;
  return one;
}

Json money_json(const Parts& parts) {
  Json out = Json::array();
  for (const Money& m : parts.document.money) out.push_back(money_object(parts, m));
  return out;
}

}  // namespace qogam::write
