// The ways a date is written.
#include "clean/date_patterns.h"

#include <chrono>
#include <string>

namespace qogam::clean {
namespace {

using Tokens = std::span<const DateToken>;

bool plausible(const Date& date) {
  using namespace std::chrono;
  if (date.has_year() && (date.year < 1990 || date.year > 2100)) return false;
  // A day without a year may be the 29th of February.
  const year_month_day ymd{year(date.has_year() ? date.year : 2000),
                           month(static_cast<unsigned>(date.month)),
                           day(static_cast<unsigned>(date.day))};
  return ymd.ok();
}

// 19.04.2024, 2024-04-19, 19/04/2024, 25.05.21; without blanks, and no part of a longer number.
std::optional<Date> in_figures(Tokens t, std::size_t i) {
  if (i + 5 > t.size()) return std::nullopt;
  const char32_t sign = t[i + 1].sign;
  if ((sign != '.' && sign != '-' && sign != '/') || !t[i + 3].is_sign(sign)) return std::nullopt;
  for (std::size_t k = i + 1; k < i + 5; ++k)
    if (t[k].blank) return std::nullopt;
  if (!t[i + 2].is_number(1, 2)) return std::nullopt;
  Date date{0, t[i + 2].value, 0, {t[i].span.begin, t[i + 4].span.end}};
  if (t[i].is_number(4, 4) && t[i + 4].is_number(1, 2)) {
    date.year = t[i].value;
    date.day = t[i + 4].value;
  } else if (t[i].is_number(1, 2) &&
             (t[i + 4].is_number(4, 4) || (sign == '.' && t[i + 4].is_number(2, 2)))) {
    date.day = t[i].value;
    date.year = t[i + 4].value + (t[i + 4].figures() == 2 ? 2000 : 0);
  } else {
    return std::nullopt;
  }
  return plausible(date) ? std::optional(date) : std::nullopt;
}

// The month that word k names, perhaps shortened with a dot.
std::optional<int> month_at(Tokens t, std::size_t k, std::string_view line, const WordValue& value) {
  const std::string_view word = t[k].span.of(line);
  if (const auto month = value("month", word)) return month;
  const bool dot = k + 1 < t.size() && t[k + 1].is_sign('.') && !t[k + 1].blank;
  return dot ? value("month", std::string(word) + ".") : std::nullopt;
}

// Where the year may stand behind a month: after the dot of a shortened name, a comma, a weekday.
std::size_t behind_month(Tokens t, std::size_t at, std::string_view line, const WordValue& value) {
  if (at < t.size() && t[at].is_sign('.') && !t[at].blank) ++at;
  if (at < t.size() && t[at].is_sign(',')) ++at;
  if (at + 1 < t.size() && t[at].is_word() && t[at + 1].is_sign(',') && value("weekday", t[at].span.of(line))) at += 2;
  return at;
}

// "19 April 2024", "24 tamyz, 2018", "22 Nov. 2023", "11 May, Saturday, 2024", "19 April": from the day on.
std::optional<Date> day_first(Tokens t, std::size_t i, std::string_view line,
                              const WordValue& value) {
  if (!t[i].is_number(1, 2) || i + 1 >= t.size()) return std::nullopt;
  std::size_t k = i + 1;
  if (t[k].is_sign('-') && !t[k].blank) ++k;
  if (k >= t.size() || !t[k].is_word()) return std::nullopt;
  const auto month = month_at(t, k, line, value);
  if (!month) return std::nullopt;
  Date date{0, *month, t[i].value, {t[i].span.begin, t[k].span.end}};
  const std::size_t year = behind_month(t, k + 1, line, value);
  // In "5 May, 1200 people" the number is no year.
  if (year < t.size() && t[year].is_number(4, 4) && t[year].value >= 1990 &&
      t[year].value <= 2100) {
    date.year = t[year].value;
    date.span.end = t[year].span.end;
  }
  return plausible(date) ? std::optional(date) : std::nullopt;
}

// Year, a word for "of the year" (perhaps behind a hyphen), day and month, as Kazakh has it.
std::optional<Date> year_first(Tokens t, std::size_t i, std::string_view line,
                               const WordValue& value) {
  if (!t[i].is_number(4, 4)) return std::nullopt;
  std::size_t word = i + 1;
  if (word < t.size() && t[word].is_sign('-') && !t[word].blank) ++word;
  if (word + 2 >= t.size() || !t[word].is_word()) return std::nullopt;
  auto date = day_first(t, word + 1, line, value);
  if (!date || date->has_year()) return std::nullopt;
  date->year = t[i].value;
  date->span.begin = t[i].span.begin;
  return plausible(*date) ? date : std::nullopt;
}

// "Oct 8, 2024": from the month on.
std::optional<Date> month_first(Tokens t, std::size_t i, std::string_view line, const WordValue& value) {
  if (i + 3 >= t.size() || !t[i + 1].is_number(1, 2) || !t[i + 2].is_sign(',') || !t[i + 3].is_number(4, 4)) return std::nullopt;
  auto month = month_at(t, i, line, value);
  if (!month) month = value("month", std::string(t[i].span.of(line)) + ".");
  if (!month) return std::nullopt;
  const Date date{t[i + 3].value, *month, t[i + 1].value, {t[i].span.begin, t[i + 3].span.end}};
  return plausible(date) ? std::optional(date) : std::nullopt;
}

std::optional<Date> date_at(Tokens t, std::size_t i, std::string_view line,
                            const WordValue& value) {
  if (t[i].is_word()) return month_first(t, i, line, value);
  if (t[i].kind != DateToken::Kind::number) return std::nullopt;
  if (auto date = in_figures(t, i)) return date;
  if (auto date = year_first(t, i, line, value)) return date;
  return day_first(t, i, line, value);
}

}  // namespace

std::vector<Date> find_dates(Tokens t, std::string_view line, const WordValue& value) {
  std::vector<Date> dates;
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (!dates.empty() && t[i].span.begin < dates.back().span.end) continue;
    if (const auto date = date_at(t, i, line, value)) dates.push_back(*date);
  }
  return dates;
}

}  // namespace qogam::clean
