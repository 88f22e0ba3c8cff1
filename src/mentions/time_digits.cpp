// Reading dates and times in digits.
#include "mentions/time_digits.h"

#include <cstdlib>
#include <utility>

namespace qogam::mentions {
namespace {

int hour_of_day(int h, std::string_view part) {
  if (part == "NI" && h == 12) return 0;
  const bool second_half = (part == "AF" && h >= 1 && h <= 6) || (part == "EV" && h >= 4 && h <= 11) || (part == "NI" && h >= 8 && h <= 11);
  return second_half ? h + 12 : h;
}

}  // namespace

std::optional<std::string> clock_time(std::string_view text, std::string_view part_of_day) {
  const std::size_t colon = text.find_first_of(":.-");
  if (colon == text.npos || colon == 0 || colon > 2 || text.size() < colon + 3) return std::nullopt;
  const bool minutes = text[colon + 1] >= '0' && text[colon + 1] <= '9';
  if (minutes == (text[colon] == '-')) return std::nullopt;
  const int h = hour_of_day(std::atoi(std::string(text.substr(0, colon)).c_str()), part_of_day);
  const int m = minutes ? std::atoi(std::string(text.substr(colon + 1, 2)).c_str()) : 0;
  if (h > 24 || m > 59 || (h == 24 && m > 0)) return std::nullopt;
  return "T" + pad(h, 2) + ":" + pad(m, 2);
}

std::optional<Day> numeric_day(const std::string& text) {
  if (const auto day = parse_day(text)) return day;
  int part[3] = {0, 0, 0}, width[3] = {0, 0, 0}, count = 0;
  char mark = 0;  // that parts the day from the month, and the month from the year
  bool ended = false;  // the year has; an ending may follow
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (ended || ++width[count] > 4) return std::nullopt;  // further figures: the number of a paragraph
      part[count] = part[count] * 10 + (c - '0');
    } else if (count == 2) {
      ended = true;
    } else if ((c == '.' || c == '/' || c == '-') && (mark == 0 || mark == c)) {
      mark = c, ++count;
    } else {
      return std::nullopt;
    }
  }
  if (width[0] == 4) std::swap(part[0], part[2]), std::swap(width[0], width[2]);  // the year stands first
  const bool written = width[0] >= 1 && width[0] <= 2 && width[1] >= 1 && width[1] <= 2 && (width[2] == 2 || width[2] == 4);
  if (!written) return std::nullopt;
  if (part[2] < 100) part[2] += part[2] < 70 ? 2000 : 1900;
  return parse_day(pad(part[2], 4) + "-" + pad(part[1], 2) + "-" + pad(part[0], 2));
}

std::optional<std::string> slashed_years(const std::string& text) {
  if (text.size() < 7 || text[4] != '/' || text.find_first_not_of("0123456789", 5) != text.npos) return std::nullopt;
  const int first = std::atoi(text.c_str()), digits = static_cast<int>(text.size()) - 5;
  const int last = std::atoi(text.c_str() + 5) + (digits == 2 ? (first + 1) / 100 * 100 : 0);
  if ((digits != 2 && digits != 4) || !plausible_year(first) || last != first + 1) return std::nullopt;
  return pad(first, 4) + "/" + pad(last, 4);
}

}  // namespace qogam::mentions
