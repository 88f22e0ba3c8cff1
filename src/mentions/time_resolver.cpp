// The arithmetic of dates, periods and sets.
#include "mentions/time_resolver.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "mentions/numbers.h"

namespace qogam::mentions {
namespace {

// How far back a date without its year may lie before the next year is meant.
constexpr int kPastDays = 200;

bool plausible_year(std::int64_t y) { return y >= 1000 && y <= 2200; }

// The hour of 24 that a part of the day (MO AF EV NI) makes of one of 12.
int hour_of_day(int h, std::string_view part) {
  if (part == "NI" && h == 12) return 0;
  const bool second_half = (part == "AF" && h >= 1 && h <= 6) || (part == "EV" && h >= 4 && h <= 11) || (part == "NI" && h >= 8 && h <= 11);
  return second_half ? h + 12 : h;
}

// "18:00", "18.00", or an hour with the ending of its case: "18-de".
std::optional<std::string> clock(std::string_view text, std::string_view part = {}) {
  const std::size_t colon = text.find_first_of(":.-");
  if (colon == text.npos || colon == 0 || colon > 2 || text.size() < colon + 3) return std::nullopt;
  const bool minutes = text[colon + 1] >= '0' && text[colon + 1] <= '9';
  if (minutes == (text[colon] == '-')) return std::nullopt;
  const int h = hour_of_day(std::atoi(std::string(text.substr(0, colon)).c_str()), part);
  const int m = minutes ? std::atoi(std::string(text.substr(colon + 1, 2)).c_str()) : 0;
  if (h > 24 || m > 59) return std::nullopt;
  return "T" + pad(h, 2) + ":" + pad(m, 2);
}

// dd.mm.yyyy, dd.mm.yy, dd/mm/yyyy or yyyy-mm-dd as a day.
std::optional<Day> numeric_day(const std::string& text) {
  if (const auto day = parse_day(text)) return day;
  int part[3] = {0, 0, 0}, count = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') { part[count] = part[count] * 10 + (c - '0'); ++digits; }
    else if (++count > 2) break;
  }
  if (count != 2 || digits < 4) return std::nullopt;
  if (part[2] < 100) part[2] += part[2] < 70 ? 2000 : 1900;
  return parse_day(pad(part[2], 4) + "-" + pad(part[1], 2) + "-" + pad(part[0], 2));
}

// Two years that follow each other, in one token: 2024/2025 or 2024/25.
std::optional<std::string> slashed_years(const std::string& text) {
  if (text.size() < 7 || text[4] != '/' || text.find_first_not_of("0123456789", 5) != text.npos) return std::nullopt;
  const int first = std::atoi(text.c_str()), digits = static_cast<int>(text.size()) - 5;
  const int last = std::atoi(text.c_str() + 5) + (digits == 2 ? first / 100 * 100 : 0);
  if ((digits != 2 && digits != 4) || !plausible_year(first) || last != first + 1) return std::nullopt;
  return pad(first, 4) + "/" + pad(last, 4);
}

}  // namespace

struct TimeResolver::Parts {
  std::optional<std::int64_t> year, month, day, weekday, quarter, half, decade, century;
  std::string season, part, direction, time, day_part;
  std::string week;  // first and last day of the week that week-offset names
  bool year_given = false;
};

std::optional<std::int64_t> TimeResolver::number(const Document& d, const lang::Match& m, std::string_view field) const {
  const auto v = knowledge_.rules().field(m, field);
  if (!v.present) return std::nullopt;
  if (!v.captured) return std::atoll(std::string(v.constant).c_str());
  // A day in digits is what it says, also where a lexicon knows the same token as a decade.
  if (field.ends_with("day") && v.tokens.size() == 1)
    if (const auto day = d.words[v.tokens.first].number; day >= 1 && day <= 31) return day;
  if (const auto value = entry_number(d, knowledge_, v.tokens)) return value;
  return whole_number(d, knowledge_, v.tokens);
}

std::string TimeResolver::text(const Document& d, const lang::Match& m, std::string_view field) const {
  const auto v = knowledge_.rules().field(m, field);
  if (!v.present) return {};
  if (!v.captured) return std::string(v.constant);
  if (const auto value = entry_attribute(d, knowledge_, v.tokens, "value")) return *value;
  return std::string(d.surface(d.span_of(v.tokens)));
}

std::optional<TimeResolver::Parts> TimeResolver::parts(const Document& d, const lang::Match& m, std::string_view prefix,
                                                       const Published& now) const {
  const auto get = [&](const char* name) { return number(d, m, std::string(prefix) + name); };
  Parts p{get("year"), get("month"), get("day"), get("weekday"), get("quarter"), get("half"), get("decade"), get("century"),
          text(d, m, std::string(prefix) + "season"), text(d, m, std::string(prefix) + "part"), text(d, m, "direction"), text(d, m, "time"), text(d, m, "day-part")};
  p.year_given = p.year.has_value();
  // A day and its month may be one token: the day is what it starts with.
  if (const auto v = knowledge_.rules().field(m, std::string(prefix) + "day-digits"); v.present && v.captured) p.day = whole_number(d, knowledge_, v.tokens);
  if (p.year && *p.year < 100 && *p.year >= 0) *p.year += *p.year < 70 ? 2000 : 1900;
  // The tens alone are of the century that is named, else of the last one; "the tens" are those of this one.
  if (p.decade && *p.decade < 100 && *p.decade >= 0) *p.decade += p.century ? (*p.century - 1) * 100 : *p.decade < 20 ? 2000 : 1900;
  if ((p.year && !plausible_year(*p.year)) || (p.month && (*p.month < 1 || *p.month > 12)) || (p.day && (*p.day < 1 || *p.day > 31)) ||
      (p.decade && (*p.decade < 0 || *p.decade % 10 != 0 || !plausible_year(*p.decade))) || (p.century && (*p.century < 1 || *p.century > 22)) ||
      (p.quarter && (*p.quarter < 1 || *p.quarter > 4)) || (p.half && (*p.half < 1 || *p.half > 2)))
    return std::nullopt;
  if (!now) return p;
  if (const auto offset = get("week-offset")) {
    const Day monday = add_days(*now, 1 - iso_weekday(*now) + 7 * static_cast<int>(*offset));
    p.week = to_iso(monday) + "/" + to_iso(add_days(monday, 6));
  }
  if (const auto offset = get("year-offset")) p.year = static_cast<int>(now->year()) + *offset, p.year_given = true;
  if (const auto offset = get("century-offset")) p.century = (static_cast<int>(now->year()) - 1) / 100 + 1 + *offset;
  if (const auto offset = get("month-offset")) {
    const Day moved = add_months(*now, static_cast<int>(*offset));
    p.year = static_cast<int>(moved.year()), p.month = static_cast<unsigned>(moved.month()), p.year_given = true;
  }
  if (const auto offset = get("day-offset")) {
    const Day moved = add_days(*now, static_cast<int>(*offset));
    p.year = static_cast<int>(moved.year()), p.month = static_cast<unsigned>(moved.month()), p.day = static_cast<unsigned>(moved.day()), p.year_given = true;
  }
  return p;
}

std::string TimeResolver::day_value(const Parts& p, const Published& now) const {
  const std::string month_day = "-" + pad(*p.month, 2) + "-" + pad(*p.day, 2);
  if (p.year) return pad(*p.year, 4) + month_day;
  if (!now) return "XXXX" + month_day;
  std::optional<Day> best;
  for (int y = -1; y <= 1; ++y) {
    const auto day = parse_day(pad(static_cast<int>(now->year()) + y, 4) + month_day);
    if (!day) continue;
    const int away = days_between(*now, *day);
    if (p.direction == "future" ? away < 0 : p.direction == "past" ? away > 0 : away < -kPastDays) continue;
    if (!best || std::abs(days_between(*now, *day)) < std::abs(days_between(*now, *best))) best = day;
  }
  return best ? to_iso(*best) : "XXXX" + month_day;
}

// A day whose month is not said: the nearest one, on the side of the day of publication that the direction asks for.
std::string TimeResolver::day_of_month_value(const Parts& p, const Published& now) const {
  const std::string open = "XXXX-XX-" + pad(*p.day, 2);
  if (!now) return open;
  std::optional<Day> best;
  for (int month = -1; month <= 1; ++month) {
    const auto day = parse_day(to_iso(add_months(*now, month)).substr(0, 8) + pad(*p.day, 2));
    if (!day) continue;
    const int away = days_between(*now, *day);
    if (p.direction == "future" ? away < 0 : p.direction == "past" && away > 0) continue;
    if (!best || std::abs(away) < std::abs(days_between(*now, *best))) best = day;
  }
  return best ? to_iso(*best) : open;
}

std::string TimeResolver::month_value(const Parts& p, const Published& now) const {
  if (p.year) return pad(*p.year, 4) + "-" + pad(*p.month, 2);
  if (!now) return "XXXX-" + pad(*p.month, 2);
  const int away = static_cast<int>(*p.month) - static_cast<int>(static_cast<unsigned>(now->month()));
  int year = static_cast<int>(now->year());
  if (p.direction == "future") year += away < 0;
  else if (p.direction == "past") year -= away > 0;
  else if (away < -kPastDays / 30) ++year;
  else if (away > 6) --year;
  return pad(year, 4) + "-" + pad(*p.month, 2);
}

// Quarters, halves and seasons.
std::string TimeResolver::part_value(const Parts& p, const Published& now) const {
  const std::string name = p.quarter ? "Q" + std::to_string(*p.quarter) : p.half ? "H" + std::to_string(*p.half) : p.season;
  if (p.year) return pad(*p.year, 4) + "-" + name;
  if (!now) return "XXXX-" + name;
  std::optional<int> best;
  int distance = 0;
  for (int y = -2; y <= 1; ++y) {
    const int year = static_cast<int>(now->year()) + y;
    const auto b = bounds_of(pad(year, 4) + "-" + name);
    // "next" and "previous" leave out the period in which the day of publication lies.
    if (b && ((p.direction == "next" && days_between(*now, b->first) <= 0) || (p.direction == "previous" && days_between(*now, b->second) >= 0))) continue;
    if (!b || (p.direction == "future" && days_between(*now, b->second) < 0) || (p.direction == "past" && days_between(*now, b->first) > 0) ||
        (p.direction == "ended" && days_between(*now, b->second) >= 0)) continue;
    const int ahead = std::max(0, days_between(*now, b->first)), behind = std::max(0, days_between(b->second, *now));
    if (!best || ahead + behind < distance) best = year, distance = ahead + behind;
  }
  return best ? pad(*best, 4) + "-" + name : "XXXX-" + name;
}

// The first or last day of a period. Without a year the last day of February stays open.
std::string TimeResolver::edge(const std::string& value, const Parts& p) {
  const bool yearless = value.starts_with("XXXX-") && p.month && *p.month != 2;
  const auto b = bounds_of(yearless ? "2001" + value.substr(4) : value);
  if (!b) return value;
  const std::string day = to_iso(p.part == "end" ? b->second : b->first);
  return yearless ? "XXXX" + day.substr(4) : day;
}

// From the start of a period to the day of publication.
std::string TimeResolver::since(const std::string& value, Day now) {
  const auto b = bounds_of(value);
  return b ? to_iso(b->first) + "/" + to_iso(now) : value;
}

std::string TimeResolver::date(Parts p, const Published& now) const {
  std::string value;
  if (!p.week.empty()) value = p.weekday ? to_iso(add_days(*parse_day(p.week), static_cast<int>(*p.weekday) - 1)) : p.week;
  else if (p.month && p.day) value = day_value(p, now);
  else if (p.month) value = month_value(p, now);
  else if (p.quarter || p.half || !p.season.empty()) value = part_value(p, now);
  else if (p.weekday && now) {
    const int ahead = static_cast<int>((*p.weekday - iso_weekday(*now) + 7) % 7);
    const bool today = ahead == 0 && p.direction.empty();
    value = to_iso(add_days(*now, today ? 0 : p.direction == "future" ? (ahead == 0 ? 7 : ahead) : ahead - 7));
  } else if (p.weekday) value = "XXXX-WXX-" + std::to_string(*p.weekday);
  else if (p.day) value = day_of_month_value(p, now);
  else if (p.decade) value = pad(*p.decade / 10, 3);
  else if (p.century) value = pad(*p.century - 1, 2);
  else if (p.year) value = pad(*p.year, 4);
  else if (!p.part.empty() && now) value = pad(static_cast<int>(now->year()), 4);
  if (p.part == "end" || p.part == "start") value = edge(value, p);
  if (p.part == "since-start" && now) value = since(value, *now);
  if (const auto t = clock(p.time, p.day_part); t && value.size() == 10) value += *t;
  return value;
}

std::optional<std::string> TimeResolver::range(const Document& d, const lang::Match& m, const Published& now) const {
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
  const std::string last = date(*end, now);
  const auto last_bounds = bounds_of(last);
  // What has no year of its own begins in the year in which the range ends, or in the one before.
  const bool open_year = !begin->year_given && last_bounds;
  if (open_year) begin->year = static_cast<int>(last_bounds->first.year());
  std::string first = date(*begin, now);
  if (const auto fb = bounds_of(first); fb && last_bounds && days_between(fb->first, last_bounds->second) < 0) {
    if (!open_year || (!begin->month && !begin->quarter && begin->season.empty())) return std::nullopt;
    --*begin->year;
    first = date(*begin, now);
  }
  if (first.empty() || last.empty()) return std::string();
  return first + "/" + last;
}

std::string TimeResolver::unit_amount(const Document& d, const lang::Match& m) const {
  std::string unit = text(d, m, "unit");
  std::int64_t amount = number(d, m, "amount").value_or(1);
  // A part of a unit is told in the next smaller one: two years and a half are 30 months.
  const auto field = knowledge_.rules().field(m, "amount");
  const double part = text(d, m, "half-more") == "yes" ? 0.5 : 0;
  const double exact = part + (field.captured && part == 0 ? decimal_number(d, knowledge_, field.tokens).value_or(static_cast<double>(amount)) : static_cast<double>(amount));
  if (exact != std::floor(exact)) {
    struct Smaller { std::string_view name, smaller; int times; };
    constexpr Smaller kSmaller[] = {{"Y", "M", 12}, {"M", "D", 30}, {"W", "D", 7}, {"D", "H", 24}, {"H", "MIN", 60}};
    for (const Smaller& u : kSmaller)
      if (unit == u.name) { unit = u.smaller, amount = std::llround(exact * u.times); break; }
  }
  // A unit may carry a number of its own: half-year 6M, ten days 10D.
  const std::size_t letter = unit.find_first_not_of("0123456789");
  const std::int64_t factor = letter == 0 || letter == unit.npos ? 1 : std::atoll(unit.c_str());
  const std::string name = letter == unit.npos ? unit : unit.substr(letter);
  if (name == "Q") return "P" + std::to_string(3 * amount * factor) + "M";
  const bool time = name == "H" || name == "MIN" || name == "S";
  return (time ? "PT" : "P") + std::to_string(amount * factor) + (name == "MIN" ? "M" : name);
}

std::string TimeResolver::offset(const Document& d, const lang::Match& m, const Published& now) const {
  if (!now) return {};
  const std::string amount = unit_amount(d, m);
  const int sign = text(d, m, "direction") == "past" ? -1 : 1;
  const int n = sign * std::atoi(amount.c_str() + (amount.starts_with("PT") ? 2 : 1));
  switch (amount.back()) {
    case 'Y': return pad(static_cast<int>(now->year()) + n, 4);
    case 'M': return amount.starts_with("PT") ? std::string() : to_iso(add_months(*now, n)).substr(0, 7);
    case 'W': return to_iso(add_days(*now, 7 * n));
    case 'D': return to_iso(add_days(*now, n));
    default: return {};
  }
}

std::string TimeResolver::holiday(const std::string& month_day, const std::string& direction, const Published& now) const {
  const auto day = parse_day("2000-" + month_day);
  if (!day) return {};
  Parts p;
  p.month = static_cast<unsigned>(day->month());
  p.day = static_cast<unsigned>(day->day());
  p.direction = direction;
  return day_value(p, now);
}

std::optional<TimeExpression> TimeResolver::resolve(const Document& d, const lang::Match& m) const {
  const Published now = parse_day(d.published.value);
  const std::string gives(knowledge_.rules().gives(m.rule));
  TimeExpression t{.span = d.span_of(m.tokens), .type = gives, .approximate = text(d, m, "approximate") == "yes", .confidence = knowledge_.rules().confidence(m.rule), .by = knowledge_.rules().label(m.rule)};
  if (gives == "date") {
    const auto p = parts(d, m, "", now);
    if (!p || (!p->time.empty() && !clock(p->time))) return std::nullopt;
    t.value = date(*p, now);
    if (p->day && !t.value.starts_with("XXXX") && !parse_day(t.value)) return std::nullopt;
  } else if (gives == "iso") {
    const auto day = numeric_day(text(d, m, "text"));
    const std::string time = text(d, m, "time");
    if (!day || (!time.empty() && !clock(time))) return std::nullopt;
    t.value = to_iso(*day) + clock(time).value_or("");
  } else if (gives == "range") {
    const auto value = range(d, m, now);
    if (!value) return std::nullopt;
    t.value = *value;
  } else if (gives == "time") {
    const auto time = clock(text(d, m, "time"), text(d, m, "day-part"));
    if (!time) return std::nullopt;
    t.value = *time;
  } else if (gives == "duration") {
    // Hours that are written like a time of the clock are one.
    if (text(d, m, "unit") == "H" && clock(text(d, m, "amount"))) return std::nullopt;
    t.value = unit_amount(d, m);
  } else if (gives == "set") t.value = "R/" + unit_amount(d, m);
  else if (gives == "offset") t.value = offset(d, m, now);
  else if (gives == "holiday") t.value = holiday(text(d, m, "value"), text(d, m, "direction"), now);
  else if (gives == "ref") t.value = text(d, m, "value");
  if (gives != "ref" && t.value.find('T') != t.value.npos && t.value.find('P') == t.value.npos) t.type = "time";
  else if (gives != "duration" && gives != "set" && gives != "range") t.type = "date";
  if (const auto b = bounds_of(t.value)) {
    t.begin = to_iso(b->first);
    t.end_date = to_iso(b->second);
  }
  return t;
}

}  // namespace qogam::mentions
