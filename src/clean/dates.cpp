// Calendar dates in a line of text or a URL, and whether the line is a dateline.
#include "clean/dates.h"

#include <chrono>
#include <cstdio>
#include <span>

#include "clean/date_tokens.h"
#include "clean/line_shape.h"
#include "text/utf8.h"

namespace qogam::clean {
namespace {

using Tokens = std::span<const DateToken>;

constexpr std::size_t kDatelineLength = 160, kDatelineWords = 10, kOpening = 12, kPlaceWords = 3;

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

// "19 April 2024", "24 tamyz, 2018", "19 April": from the day on.
std::optional<Date> day_first(Tokens t, std::size_t i, std::string_view line,
                              const WordValue& value) {
  if (!t[i].is_number(1, 2) || i + 1 >= t.size()) return std::nullopt;
  std::size_t k = i + 1;
  if (t[k].is_sign('-') && !t[k].blank) ++k;
  if (k >= t.size() || !t[k].is_word()) return std::nullopt;
  const auto month = value("month", t[k].span.of(line));
  if (!month) return std::nullopt;
  Date date{0, *month, t[i].value, {t[i].span.begin, t[k].span.end}};
  const std::size_t year = k + 1 < t.size() && t[k + 1].is_sign(',') ? k + 2 : k + 1;
  // In "5 May, 1200 people" the number is no year.
  if (year < t.size() && t[year].is_number(4, 4) && t[year].value >= 1990 &&
      t[year].value <= 2100) {
    date.year = t[year].value;
    date.span.end = t[year].span.end;
  }
  return plausible(date) ? std::optional(date) : std::nullopt;
}

// Year, a word for "of the year", day and month, as Kazakh has it.
std::optional<Date> year_first(Tokens t, std::size_t i, std::string_view line,
                               const WordValue& value) {
  if (!t[i].is_number(4, 4) || i + 3 >= t.size() || !t[i + 1].is_word()) return std::nullopt;
  auto date = day_first(t, i + 2, line, value);
  if (!date || date->has_year()) return std::nullopt;
  date->year = t[i].value;
  date->span.begin = t[i].span.begin;
  return plausible(*date) ? date : std::nullopt;
}

std::optional<Date> date_at(Tokens t, std::size_t i, std::string_view line,
                            const WordValue& value) {
  if (t[i].kind != DateToken::Kind::number) return std::nullopt;
  if (auto date = in_figures(t, i)) return date;
  if (auto date = year_first(t, i, line, value)) return date;
  return day_first(t, i, line, value);
}

std::vector<Date> find_in(Tokens t, std::string_view line, const WordValue& value) {
  std::vector<Date> dates;
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (!dates.empty() && t[i].span.begin < dates.back().span.end) continue;
    if (const auto date = date_at(t, i, line, value)) dates.push_back(*date);
  }
  return dates;
}

bool is_time(Tokens t, std::size_t i) {
  return i + 2 < t.size() && t[i].is_number(1, 2) && t[i + 1].is_sign(':') &&
         t[i + 2].is_number(2, 2);
}

// How the tokens around a date go on.
class Surroundings {
 public:
  Surroundings(Tokens t, const Date& date, std::string_view line, const WordValue& value)
      : t_(t), line_(line), value_(value) {
    while (first_ < t.size() && t[first_].span.begin < date.span.begin) ++first_;
    last_ = first_;
    while (last_ < t.size() && t[last_].span.begin < date.span.end) ++last_;
  }

  std::size_t first() const { return first_; }

  // Behind the date stand a word for "year", a day of the week, a time; then comes the end or a
  // sign.
  bool ends_fact() const {
    std::size_t i = last_;
    if (word(i, 12) &&
        (i + 1 == t_.size() || t_[i + 1].kind == DateToken::Kind::sign || is_time(t_, i + 1)))
      ++i;
    if (i < t_.size() && t_[i].is_sign('.')) return true;
    if (word(i, 12) && (weekday(i) || is_time(t_, i + 1))) ++i;
    if (i < t_.size() && t_[i].is_sign(',')) ++i;
    if (word(i, 24) && weekday(i)) ++i;
    if (word(i, 4) && is_time(t_, i + 1)) ++i;
    return i >= t_.size() || t_[i].kind == DateToken::Kind::sign || is_time(t_, i);
  }

  // Before it stands nothing, a sign, a time, a day of the week, or one single word of a label.
  bool begins_fact() const {
    if (first_ == 0) return true;
    const std::size_t before = first_ - 1;
    if (t_[before].is_sign('(') || t_[before].is_sign('-') || words_before() > kPlaceWords)
      return false;
    if (t_[before].kind == DateToken::Kind::sign) return true;
    if (t_[before].is_word()) return weekday(before) || (before == 0 && last_ + 3 >= t_.size());
    return first_ >= 3 && is_time(t_, first_ - 3);
  }

  // Directly behind the date stand a time, a dash, or a full stop (after a word for "year"); or a
  // year ends it and a new sentence begins, the scraper having lost what parted them.
  bool opens_text() const {
    std::size_t i = last_;
    if (is_time(t_, i) || (i < t_.size() && t_[i].is_sign(',') && is_time(t_, i + 1))) return true;
    if (t_[last_ - 1].is_number(4, 4) && begins_sentence(i)) return true;
    if (word(i, 12)) ++i;
    return i < t_.size() && t_[i].kind == DateToken::Kind::sign && t_[i].sign != ',' &&
           t_[i].sign != '(';
  }

 private:
  // Words between the date and the separator, colon or full stop before it, the last sign aside.
  std::size_t words_before() const {
    std::size_t words = 0;
    for (std::size_t i = first_; i-- > 0;) {
      words += t_[i].is_word();
      if (i + 1 < first_ && (is_separator(t_[i].sign) || t_[i].is_sign(':') || t_[i].is_sign('.')))
        break;
    }
    return words;
  }
  bool word(std::size_t i, std::size_t bytes) const {
    return i < t_.size() && t_[i].is_word() && t_[i].span.size() <= bytes;
  }
  bool begins_sentence(std::size_t i) const {
    if (i >= t_.size() || !t_[i].is_word()) return false;
    std::size_t at = t_[i].span.begin;
    return text::is_upper(text::decode_at(line_, at));
  }
  bool weekday(std::size_t i) const { return value_("weekday", t_[i].span.of(line_)).has_value(); }

  Tokens t_;
  std::string_view line_;
  const WordValue& value_;
  std::size_t first_ = 0, last_ = 0;
};

}  // namespace

std::string Date::iso() const {
  char out[16];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
  return out;
}

std::vector<Date> Dates::find(std::string_view line) const {
  return find_in(date_tokens(line), line, value_);
}

std::optional<Date> Dates::dateline(std::string_view line) const {
  if (!at_most(line, kDatelineLength)) return std::nullopt;
  const auto tokens = date_tokens(line);
  for (const Date& date : find_in(tokens, line, value_)) {
    const Surroundings around(tokens, date, line, value_);
    if (around.begins_fact() && around.ends_fact() && word_count(line) <= kDatelineWords)
      return date;
  }
  return std::nullopt;
}

std::optional<Date> Dates::opening(std::string_view paragraph) const {
  const std::string_view head = paragraph.substr(0, kDatelineLength);
  auto tokens = date_tokens(head);
  if (tokens.size() > kOpening) tokens.resize(kOpening);
  const auto dates = find_in(tokens, head, value_);
  if (dates.empty()) return std::nullopt;
  const Surroundings around(tokens, dates.front(), head, value_);
  const bool place_before =
      around.first() > 0 && tokens[around.first() - 1].kind == DateToken::Kind::sign;
  if ((around.first() == 0 || place_before) && around.first() <= 6 && around.opens_text())
    return dates.front();
  return std::nullopt;
}

bool Dates::names_weekday(std::string_view line) const {
  for (const DateToken& token : date_tokens(line))
    if (token.is_word() && value_("weekday", token.span.of(line))) return true;
  return false;
}

}  // namespace qogam::clean
