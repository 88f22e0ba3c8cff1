// JSON of dates and amounts of money.
#include <cmath>

#include "write/parts.h"

namespace qogam::write {
namespace {

// 4000000000, not 4000000000.0: whole amounts are written without a point.
void number(double value, JsonText& out) {
  constexpr double kExact = 9007199254740992.0;  // 2^53, up to which a double holds every integer
  if (std::abs(value) < kExact && std::trunc(value) == value) out.integer(static_cast<std::int64_t>(value));
  else out.real(value);
}

}  // namespace

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

void write_money(const Parts& parts) {
  parts.out.open_list();
  for (const Money& m : parts.document.money) write_amount(parts, m);
  parts.out.close_list();
}

}  // namespace qogam::write
