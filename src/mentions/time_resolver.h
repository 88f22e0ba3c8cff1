// What date rules give, turned into TIMEX3 values.
#pragma once

#include <optional>
#include <string>

#include "lang/knowledge.h"
#include "mentions/time_lengths.h"
#include "mentions/time_parts.h"
#include "qogam/document.h"

namespace qogam::mentions {

// Resolves matches of the rule set "dates". What a rule gives, with these fields (numbers, month
// names and so on are captures; all may be left out but those in capitals):
//   date      year | year-offset, month | month-offset, day | day-offset, weekday, season, quarter,
//             half, decade, week-offset, part (start, end, since-start), direction (past,
//             future), time. `part=end` gives the last day, `since-start` the range up to today.
//   time      TIME: a time of day alone
//   iso       TEXT: dd.mm.yyyy, dd.mm.yy or yyyy-mm-dd; time
//   duration  amount (default 1; X: some), UNIT; half-more=yes; and-amount, and-unit (a year and six months);
//             amount-min (two to three weeks: "P2W/P3W")
//   set       amount (default 1), UNIT, weekday
//   range     begin-year begin-month begin-day end-year end-month end-day
//   offset    amount (default 1), UNIT, direction (past, future): so long ago, in so long
//   holiday   VALUE "MM-DD"; day-offset (the eve: -1)
//   ref       VALUE
// and approximate=yes, and span=$CAPTURE where not the whole match is the expression. A rule with anchor=text counts from the last date of the text before it, not from the
// day of publication; anchor=text-or-published, from the latter where the text states none.
// What the text leaves out is taken from the publication date: the nearest such day, month or season, or
// the next one where direction says future. Without a publication date the value keeps X ("XXXX-04-19") or is
// empty. Source: ISO-TimeML TIMEX3, ISO 8601.
// Immutable; safe from any thread.
class TimeResolver {
 public:
  explicit TimeResolver(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}

  // Nothing where the match is no possible date (day 45, month 13).
  std::optional<TimeExpression> resolve(const Document& document, const lang::Match& match) const;
  // The tokens of the expression: those of the match, or of its field `span`.
  TokenRange tokens(const lang::Match& match) const;

 private:
  std::optional<std::int64_t> number(const Document& d, const lang::Match& m, std::string_view field) const;
  std::string text(const Document& d, const lang::Match& m, std::string_view field) const;
  Reference reference(const Document& d, const lang::Match& m) const;
  std::optional<TimeParts> parts(const Document& d, const lang::Match& m, std::string_view prefix, const Reference& now) const;
  std::optional<std::string> range(const Document& d, const lang::Match& m, const Reference& now) const;
  Length length(const Document& d, const lang::Match& m, const std::string& prefix) const;
  std::string duration(const Document& d, const lang::Match& m) const;
  std::string offset(const Document& d, const lang::Match& m, const Reference& now) const;
  std::string holiday(const Document& d, const lang::Match& m, const Reference& now) const;
  std::optional<std::string> value(const Document& d, const lang::Match& m, std::string_view gives) const;

  const lang::Knowledge& knowledge_;
};

}  // namespace qogam::mentions
