// Calendar dates in a line of text or a URL, and whether the line is a dateline.
#include "clean/dates.h"

#include <algorithm>
#include <cstdio>

#include "clean/date_context.h"
#include "clean/date_patterns.h"
#include "clean/date_tokens.h"
#include "clean/line_shape.h"

namespace qogam::clean {
namespace {

constexpr std::size_t kDatelineLength = 160, kDatelineWords = 10;
// A date that opens a text has few tokens before it: a place, perhaps with a paper.
constexpr std::size_t kOpening = 12, kBeforeOpening = 6;

// Most lines have no figure, and no date then.
bool has_figure(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string Date::iso() const {
  char out[16];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
  return out;
}

std::vector<Date> Dates::find(std::string_view line) const {
  if (!has_figure(line)) return {};
  return find_dates(date_tokens(line), line, value_);
}

std::optional<Date> Dates::dateline(std::string_view line) const {
  if (!at_most(line, kDatelineLength) || !has_figure(line)) return std::nullopt;
  const auto tokens = date_tokens(line);
  for (const Date& date : find_dates(tokens, line, value_)) {
    const DateContext around(tokens, date, line, value_);
    if (around.begins_fact() && around.ends_fact() && word_count(line) <= kDatelineWords)
      return date;
  }
  return std::nullopt;
}

std::optional<Date> Dates::opening(std::string_view paragraph) const {
  const std::string_view head = paragraph.substr(0, kDatelineLength);
  if (!has_figure(head)) return std::nullopt;
  auto tokens = date_tokens(head);
  tokens.resize(std::min(tokens.size(), kOpening));
  const auto dates = find_dates(tokens, head, value_);
  if (dates.empty()) return std::nullopt;
  const DateContext around(tokens, dates.front(), head, value_);
  const bool at_start =
      around.before() == 0 || (around.sign_before() && around.before() <= kBeforeOpening);
  return at_start && around.opens_text() ? std::optional(dates.front()) : std::nullopt;
}

std::optional<Date> Dates::stamp(std::string_view paragraph) const {
  const std::size_t from = paragraph.size() - std::min(paragraph.size(), kDatelineLength);
  const std::string_view end = paragraph.substr(from);
  if (!has_figure(end)) return std::nullopt;
  const auto tokens = date_tokens(end);
  const auto dates = find_dates(tokens, end, value_);
  if (dates.empty() || !DateContext(tokens, dates.back(), end, value_).is_stamp())
    return std::nullopt;
  return dates.back();
}

bool Dates::names_weekday(std::string_view line) const {
  for (const DateToken& token : date_tokens(line))
    if (token.is_word() && value_("weekday", token.span.of(line))) return true;
  return false;
}

}  // namespace qogam::clean
