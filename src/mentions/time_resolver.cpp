// From matches of date rules to TIMEX3.
#include "mentions/time_resolver.h"

#include <algorithm>
#include <cstdlib>

#include "lang/entries.h"
#include "lang/numbers.h"
#include "mentions/time_digits.h"
#include "mentions/time_lengths.h"

namespace qogam::mentions {
namespace {

// How many of the last dates before an expression it may be counted from.
constexpr std::size_t kAnchors = 3;
// How far back such dates are looked for, among those that count nothing out too.
constexpr std::size_t kLooked = 200;

// The most days that a period may last to be counted from in such units.
int most_days(std::string_view unit) { return unit.ends_with("Y") ? 366 : unit.ends_with("M") || unit.ends_with("Q") ? 31 : 7; }

// A day that its month has not; where the year is open, one that it has in no year.
bool is_impossible(const TimeParts& p, const std::string& value) {
  constexpr std::string_view kOpenYear = "XXXX", kLeapYear = "2000";
  if (!p.day || !p.month || value.empty()) return false;
  return !parse_day(value.starts_with(kOpenYear) ? std::string(kLeapYear) + value.substr(kOpenYear.size()) : value);
}

// Days of years that no news are of count nothing out.
Reference plausible(Reference day) { return day && plausible_year(static_cast<int>(day->year())) ? day : std::nullopt; }

}  // namespace

std::optional<std::int64_t> TimeResolver::number(const Document& d, const lang::Match& m, std::string_view field) const {
  const auto v = knowledge_.rules().field(m, field);
  if (!v.present) return std::nullopt;
  if (!v.captured) return std::atoll(std::string(v.constant).c_str());
  // A day in digits is what it says, also where a lexicon knows the same token as a decade.
  if (field.ends_with("day") && v.tokens.size() == 1)
    if (const auto day = d.words[v.tokens.first].number; day >= 1 && day <= 31) return day;
  // Of two numbers in one word ("two-three") the lexicon knows both.
  if (field.ends_with("-min"))
    if (const auto least = lang::entry_attribute(d, knowledge_, v.tokens, "min")) return std::atoll(least->c_str());
  if (const auto value = lang::entry_number(d, knowledge_, v.tokens)) return value;
  return lang::whole_number(d, knowledge_, v.tokens);
}

std::string TimeResolver::text(const Document& d, const lang::Match& m, std::string_view field) const {
  const auto v = knowledge_.rules().field(m, field);
  if (!v.present) return {};
  if (!v.captured) return std::string(v.constant);
  if (const auto value = lang::entry_attribute(d, knowledge_, v.tokens, "value")) return *value;
  return std::string(d.surface(d.span_of(v.tokens)));
}

Reference TimeResolver::reference(const Document& d, const lang::Match& m) const {
  const Reference published = plausible(parse_day(d.published.value));
  const std::string anchor = text(d, m, "anchor");
  if (anchor.empty()) return published;
  const bool months = knowledge_.rules().field(m, "month-offset").present, years = knowledge_.rules().field(m, "year-offset").present;
  const int longest = most_days(years ? "Y" : months ? "M" : text(d, m, "unit"));
  std::size_t seen = 0, looked = 0;
  for (auto t = d.dates.rbegin(); t != d.dates.rend() && looked < kLooked; ++t, ++looked) {
    const auto period = bounds_of(t->value);
    if (!period || t->span.begin >= d.span_of(m.tokens).begin) continue;
    if (days_between(period->first, period->second) <= longest) return plausible(period->second);
    if (++seen == kAnchors) break;
  }
  return anchor == "text-or-published" ? published : std::nullopt;
}

std::optional<TimeParts> TimeResolver::parts(const Document& d, const lang::Match& m, std::string_view prefix, const Reference& now) const {
  const auto field = [&](const char* name) { return std::string(prefix) + name; };
  const auto get = [&](const char* name) { return number(d, m, field(name)); };
  TimeParts p{.year = get("year"), .month = get("month"), .day = get("day"), .weekday = get("weekday"), .quarter = get("quarter"),
              .half = get("half"), .decade = get("decade"), .century = get("century"), .season = text(d, m, field("season")),
              .part = text(d, m, field("part")), .direction = text(d, m, "direction"), .time = text(d, m, "time"),
              .day_part = text(d, m, "day-part"), .week = {}};
  p.year_given = p.year.has_value();
  // A day and its month may be one token: the day is what it starts with.
  if (const auto v = knowledge_.rules().field(m, field("day-digits")); v.present && v.captured) p.day = lang::whole_number(d, knowledge_, v.tokens);
  if (!p.complete()) return std::nullopt;
  if (now) count_out(p, {get("century-offset"), get("year-offset"), get("month-offset"), get("week-offset"), get("day-offset")}, *now);
  return p;
}

std::optional<std::string> TimeResolver::range(const Document& d, const lang::Match& m, const Reference& now) const {
  if (const auto years = text(d, m, "text"); !years.empty()) return slashed_years(years);
  if (const auto from = text(d, m, "begin-text"); !from.empty()) {
    const auto first = numeric_day(from), last = numeric_day(text(d, m, "end-text"));
    if (!first || !last || days_between(*first, *last) < 0) return std::nullopt;
    return to_iso(*first) + "/" + to_iso(*last);
  }
  auto begin = parts(d, m, "begin-", now), end = parts(d, m, "end-", now);
  if (!begin || !end) return std::nullopt;
  if (!begin->month && begin->day) begin->month = end->month;
  if (!begin->year) begin->year = end->year;
  const std::string last = date_value(*end, now);
  const auto last_bounds = bounds_of(last);
  // What has no year of its own begins in the year in which the range ends, or in the one before.
  const bool open_year = !begin->year_given && last_bounds;
  if (open_year) begin->year = static_cast<int>(last_bounds->first.year());
  std::string first = date_value(*begin, now);
  if (const auto fb = bounds_of(first); fb && last_bounds && days_between(fb->first, last_bounds->second) < 0) {
    if (!open_year || (!begin->month && !begin->quarter && begin->season.empty())) return std::nullopt;
    --*begin->year;
    first = date_value(*begin, now);
  }
  if (first.empty() || last.empty()) return std::string();
  if (is_impossible(*begin, first) || is_impossible(*end, last)) return std::nullopt;
  return first + "/" + last;
}

Length TimeResolver::length(const Document& d, const lang::Match& m, const std::string& prefix) const {
  const std::string unit = text(d, m, prefix + "unit"), amount_field = prefix + "amount";
  const auto amount = knowledge_.rules().field(m, amount_field);
  if (amount.present && !amount.captured && amount.constant == "X") return {std::nullopt, unit};
  const auto whole = number(d, m, amount_field);
  const auto exact = amount.captured ? lang::decimal_number(d, knowledge_, amount.tokens) : std::nullopt;
  if (amount.captured && !whole && !exact) return {std::nullopt, unit};  // a string of figures
  const double units = static_cast<double>(whole.value_or(1));
  if (text(d, m, "half-more") == "yes") return whole_length(units + 0.5, unit);
  return whole_length(exact.value_or(units), unit);
}

std::string TimeResolver::duration(const Document& d, const lang::Match& m) const {
  const Length most = length(d, m, "");
  if (knowledge_.rules().field(m, "and-amount").present) return length_value(most, length(d, m, "and-"));
  if (const auto least = number(d, m, "amount-min")) return length_value(whole_length(static_cast<double>(*least), text(d, m, "unit"))) + "/" + length_value(most);
  return length_value(most);
}

std::string TimeResolver::offset(const Document& d, const lang::Match& m, const Reference& now) const {
  const Length away = simple_length(length(d, m, ""));
  const bool past = text(d, m, "direction") == "past";
  if (!away.amount) return past ? "PAST_REF" : "FUTURE_REF";
  if (!now) return {};
  const std::int64_t amount = past ? -*away.amount : *away.amount, year = static_cast<int>(now->year()) + amount;
  if (away.unit == "Y") return year >= 1 && year <= 9999 ? pad(year, 4) : std::string();
  if (!countable(amount, away.unit == "M" ? 12 : away.unit == "W" ? 53 : 366)) return {};
  const int n = static_cast<int>(amount);
  if (away.unit == "M") return to_iso(add_months(*now, n)).substr(0, 7);
  if (away.unit == "W") return to_iso(add_days(*now, 7 * n));
  return away.unit == "D" ? to_iso(add_days(*now, n)) : std::string();
}

std::string TimeResolver::holiday(const Document& d, const lang::Match& m, const Reference& now) const {
  const auto day = parse_day("2000-" + text(d, m, "value"));
  if (!day) return {};
  TimeParts p;
  p.month = static_cast<unsigned>(day->month());
  p.day = static_cast<unsigned>(day->day());
  p.direction = text(d, m, "direction");
  const std::string value = date_value(p, now);
  const auto found = parse_day(value);
  const auto shift = number(d, m, "day-offset");
  return found && shift ? to_iso(add_days(*found, static_cast<int>(*shift))) : value;
}

std::optional<std::string> TimeResolver::value(const Document& d, const lang::Match& m, std::string_view gives) const {
  const Reference now = reference(d, m);
  const std::string time = text(d, m, "time");
  if (gives == "date") {
    const auto p = parts(d, m, "", now);
    if (!p || (!p->time.empty() && !clock_time(p->time))) return std::nullopt;
    const std::string date = date_value(*p, now);
    if (is_impossible(*p, date)) return std::nullopt;
    return date;
  }
  if (gives == "iso") {
    const auto day = numeric_day(text(d, m, "text"));
    if (!day || (!time.empty() && !clock_time(time))) return std::nullopt;
    return to_iso(*day) + clock_time(time).value_or("");
  }
  if (gives == "range") return range(d, m, now);
  if (gives == "time") return clock_time(time, text(d, m, "day-part"));
  if (gives == "duration") {
    // Hours that are written like a time of the clock are one.
    if (text(d, m, "unit") == "H" && clock_time(text(d, m, "amount"))) return std::nullopt;
    return duration(d, m);
  }
  if (gives == "set") return "R/" + length_value(length(d, m, ""));
  if (gives == "offset") return offset(d, m, now);
  if (gives == "holiday") return holiday(d, m, now);
  return gives == "ref" ? text(d, m, "value") : std::string();
}

TokenRange TimeResolver::tokens(const lang::Match& m) const {
  const auto span = knowledge_.rules().field(m, "span");
  return span.captured ? span.tokens : m.tokens;
}

std::optional<TimeExpression> TimeResolver::resolve(const Document& d, const lang::Match& m) const {
  const lang::Rules& rules = knowledge_.rules();
  const std::string gives(rules.gives(m.rule));
  const auto v = value(d, m, gives);
  if (!v) return std::nullopt;
  TimeExpression t{.span = d.span_of(tokens(m)), .type = gives, .value = *v, .approximate = text(d, m, "approximate") == "yes", .confidence = rules.confidence(m.rule), .by = rules.label(m.rule)};
  if (!v->ends_with("_REF") && gives != "ref" && v->find('T') != v->npos && v->find('P') == v->npos) t.type = "time";
  else if (gives != "duration" && gives != "set" && gives != "range") t.type = "date";
  if (const auto b = bounds_of(t.value)) {
    t.begin = to_iso(b->first);
    t.end_date = to_iso(b->second);
  }
  return t;
}

}  // namespace qogam::mentions
