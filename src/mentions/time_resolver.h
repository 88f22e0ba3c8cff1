// What date rules give, turned into TIMEX3 values.
#pragma once

#include <optional>
#include <string>

#include "lang/knowledge.h"
#include "mentions/calendar.h"
#include "qogam/document.h"

namespace qogam::mentions {

// Resolves matches of the rule set "dates". What a rule gives, with these fields (numbers, month
// names and so on are captures; all may be left out but those in capitals):
//   date      year | year-offset, month | month-offset, day | day-offset, weekday, season, quarter,
//             half, decade, week-offset, part (start, end, since-start), direction (past,
//             future), time. `part=end` gives the last day, `since-start` the range up to today.
//   time      TIME: a time of day alone
//   iso       TEXT: dd.mm.yyyy, dd.mm.yy or yyyy-mm-dd; time
//   duration  amount (default 1), UNIT
//   set       amount (default 1), UNIT, weekday
//   range     begin-year begin-month begin-day end-year end-month end-day
//   offset    amount (default 1), UNIT, direction (past, future): so long ago, in so long
//   holiday   VALUE "MM-DD"
//   ref       VALUE
// and approximate=yes. What the text leaves out is taken from the publication date: the nearest
// such day, month or season, or the next one where direction says future. Without a publication
// date the value keeps X ("XXXX-04-19") or is empty. Source: ISO-TimeML TIMEX3, ISO 8601.
// Immutable; safe from any thread.
class TimeResolver {
 public:
  explicit TimeResolver(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}

  // Nothing where the match is no possible date (day 45, month 13).
  std::optional<TimeExpression> resolve(const Document& document, const lang::Match& match) const;

 private:
  struct Parts;
  using Published = std::optional<Day>;

  std::optional<std::int64_t> number(const Document& d, const lang::Match& m, std::string_view field) const;
  std::string text(const Document& d, const lang::Match& m, std::string_view field) const;
  std::optional<Parts> parts(const Document& d, const lang::Match& m, std::string_view prefix, const Published& now) const;
  std::string date(Parts p, const Published& now) const;
  static std::string edge(const std::string& value, const Parts& p);
  static std::string since(const std::string& value, Day now);
  std::string day_value(const Parts& p, const Published& now) const;
  std::string day_of_month_value(const Parts& p, const Published& now) const;
  std::string month_value(const Parts& p, const Published& now) const;
  std::string part_value(const Parts& p, const Published& now) const;
  std::optional<std::string> range(const Document& d, const lang::Match& m, const Published& now) const;
  std::string offset(const Document& d, const lang::Match& m, const Published& now) const;
  std::string holiday(const std::string& month_day, const std::string& direction, const Published& now) const;
  std::string unit_amount(const Document& d, const lang::Match& m) const;

  const lang::Knowledge& knowledge_;
};

}  // namespace qogam::mentions
