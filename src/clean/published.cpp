// The day an article was published, by the best of several witnesses.
#include "clean/published.h"

#include <algorithm>
#include <chrono>

#include "clean/line_shape.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kHeadLines = 6, kLongestUrl = 2000;
constexpr std::ptrdiff_t kSentenceBlanks = 9;
constexpr int kMonth = 31, kRecent = 31;  // days

std::optional<Date> with_year(const std::vector<Date>& dates) {
  const auto found =
      std::find_if(dates.begin(), dates.end(), [](const Date& d) { return d.has_year(); });
  return found == dates.end() ? std::nullopt : std::optional(*found);
}

std::optional<Date> with_year(std::optional<Date> date) {
  return date && date->has_year() ? date : std::nullopt;
}

// The day `date` of the year before `clock` or of the clock's own, if it is not long past.
std::optional<Date> with_year_of(std::optional<Date> date, const std::optional<Date>& clock) {
  if (!date || date->has_year() || !clock) return with_year(date);
  const int past = (clock->month - date->month) * kMonth + clock->day - date->day;
  date->year = past < 0 ? clock->year - 1 : clock->year;
  const bool leap_day = date->month == 2 && date->day == 29;
  if (leap_day && !std::chrono::year(date->year).is_leap()) return std::nullopt;
  return (past < 0 ? past + 12 * kMonth : past) <= kRecent ? date : std::nullopt;
}

// A dateline above or under the title, or at the very start of the first paragraph; its year may be
// that of the page header.
std::optional<Date> in_head(std::string_view article, const Dates& dates,
                            const std::optional<Date>& clock = {}) {
  std::size_t seen = 0;
  for (std::size_t at = 0; at < article.size() && seen < kHeadLines;) {
    const std::size_t end = std::min(article.find('\n', at), article.size());
    const std::string_view line = article.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    ++seen;
    if (const auto date = with_year_of(dates.dateline(line), clock)) return date;
    if (const auto date = with_year_of(dates.opening(line), clock)) return date;
    if (body_like(line)) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Date> in_last_line(std::string_view article, const Dates& dates) {
  const std::size_t end = article.rfind('\n');
  const std::string_view last = end == std::string_view::npos ? article : article.substr(end + 1);
  if (const auto date = with_year(dates.stamp(last))) return date;
  return with_year(dates.dateline(last));
}

// Of several days in a line, of publication and of changes, the first.
std::optional<Date> earliest(const std::vector<Date>& dates) {
  std::optional<Date> first;
  for (const Date& date : dates)
    if (date.has_year() && (!first || date.iso() < first->iso())) first = date;
  return first;
}

// The day of the first of these lines that tells one and that `fits`. Sentences tell other days.
template <class Fits>
std::optional<Date> in_lines(const std::vector<std::string>& lines, const Dates& dates, const Fits& fits) {
  for (const std::string& line : lines) {
    if (!fits(line)) continue;
    const bool long_line = std::count(line.begin(), line.end(), ' ') >= kSentenceBlanks;
    if (long_line && line.find(". ") != std::string::npos) continue;
    if (const auto date = earliest(dates.find(line))) return date;
  }
  return std::nullopt;
}

// In the late evening of UTC the next day has begun where these articles are written.
bool is_late(std::string_view moment) {
  const std::size_t t = moment.find('T');
  return t == std::string_view::npos || moment.substr(t + 1, 2) >= "17";
}

// The day of a moment in UTC where it was published: that day or, if a line beside the article says
// so, the next.
Date local_day(const Date& utc, const Witnesses& w, const Dates& dates) {
  const auto next = std::chrono::year_month_day(
      std::chrono::sys_days(std::chrono::year(utc.year) / static_cast<unsigned>(utc.month) / static_cast<unsigned>(utc.day)) + std::chrono::days(1));
  const Date day{static_cast<int>(next.year()), static_cast<int>(static_cast<unsigned>(next.month())),
                 static_cast<int>(static_cast<unsigned>(next.day())), {}};
  for (const std::string& line : w.datelines)
    for (const Date& date : dates.find(line)) {
      const bool same_year = !date.has_year() || date.year == day.year;
      if (same_year && date.month == day.month && date.day == day.day) return day;
      if (date.month == utc.month && date.day == utc.day) return utc;
    }
  return utc;
}

}  // namespace

Published find_published(const Witnesses& w, const Dates& dates) {
  if (!w.option.empty()) return {std::string(w.option), "option"};
  if (const auto date = with_year(dates.find(w.metadata.substr(0, kLongestUrl))))
    return {(w.utc && is_late(w.metadata) ? local_day(*date, w, dates) : *date).iso(), "metadata"};
  // A day with its weekday may be today's in the head of the page, one with its hour a comment's.
  const auto any = [](std::string_view) { return true; };
  const auto no_weekday = [&](std::string_view line) { return !dates.names_weekday(line); };
  const auto no_hour = [](std::string_view line) { return line.find(':') == std::string_view::npos; };
  if (const auto date = in_lines(w.datelines, dates, any)) return {date->iso(), "dateline"};
  if (const auto date = in_head(w.article, dates)) return {date->iso(), "dateline"};
  if (const auto date = in_last_line(w.article, dates)) return {date->iso(), "dateline"};
  if (const auto date = in_lines(w.header_datelines, dates, no_weekday)) return {date->iso(), "dateline"};
  if (const auto date = in_lines(w.tail_datelines, dates, no_hour)) return {date->iso(), "dateline"};
  if (const auto date = in_lines(w.header_datelines, dates, any)) return {date->iso(), "dateline"};
  if (const auto date = in_lines(w.tail_datelines, dates, any)) return {date->iso(), "dateline"};
  if (const auto date = with_year(dates.find(w.url.substr(0, kLongestUrl))))
    return {date->iso(), "url"};
  if (const auto date = in_head(w.article, dates, w.clock)) return {date->iso(), "dateline"};
  if (w.clock) return {w.clock->iso(), "header"};
  return {};
}

}  // namespace qogam::clean
