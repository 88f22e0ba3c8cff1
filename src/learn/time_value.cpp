// Spellings of TIMEX3 values brought to one.
#include "learn/time_value.h"

#include <regex>

namespace qogam::learn {
namespace {

struct Part {
  std::string_view name, first, last;
};

// Months of the parts of a year that TIMEX3 names; winter runs over the new year.
constexpr Part kParts[] = {{"Q1", "01", "03"}, {"Q2", "04", "06"}, {"Q3", "07", "09"},
                           {"Q4", "10", "12"}, {"H1", "01", "06"}, {"H2", "07", "12"},
                           {"SP", "03", "05"}, {"SU", "06", "08"}, {"FA", "09", "11"}};

std::string month_range(const std::string& year, std::string_view part) {
  if (part == "WI") return year + "-12/" + std::to_string(std::stoi(year) + 1) + "-02";
  for (const Part& p : kParts)
    if (p.name == part)
      return year + "-" + std::string(p.first) + "/" + year + "-" + std::string(p.last);
  return year + "-" + std::string(part);
}

}  // namespace

std::string plain_value(std::string_view value) {
  static const std::regex every("^every "), midnight("T00:00(:00)?$"), quarters("P(\\d{1,4})Q$"),
      part("(\\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)");
  std::string out = std::regex_replace(std::string(value), every, "R/");
  out = std::regex_replace(out, midnight, "");
  std::smatch found;
  if (std::regex_search(out, found, quarters))
    out = found.prefix().str() + "P" + std::to_string(3 * std::stoi(found[1])) + "M";
  if (std::regex_match(out, found, part)) return month_range(found[1], found[2].str());
  return out;
}

bool same_value(const std::optional<std::string>& gold,
                const std::optional<std::string>& predicted) {
  if (!gold) return !predicted || predicted->find('X') != std::string::npos;
  if (!predicted) return false;
  if (plain_value(*gold) == "R/P1W" && predicted->starts_with("XXXX-WXX-")) return true;
  return plain_value(*gold) == plain_value(*predicted);
}

}  // namespace qogam::learn
