// Days, and the first and last day of TIMEX3 values.
#include "mentions/calendar.h"

#include <gtest/gtest.h>

namespace qogam::mentions {
namespace {

std::string day(const std::string& iso) {
  const auto d = parse_day(iso);
  return d ? to_iso(*d) : "none";
}

std::string bounds(const std::string& value) {
  const auto b = bounds_of(value);
  return b ? to_iso(b->first) + " " + to_iso(b->second) : "none";
}

TEST(Calendar, days_that_there_are) {
  const struct {
    const char *iso, *day;
  } cases[] = {
      {"2024-04-19", "2024-04-19"},       {"2024-04-19T11:20", "2024-04-19"},
      {"2024-02-29", "2024-02-29"},       {"2023-02-29", "none"},
      {"2000-02-29", "2000-02-29"},       {"1900-02-29", "none"},
      {"2024-04-31", "none"},             {"2024-13-01", "none"},
      {"2024-00-10", "none"},             {"2024-01-00", "none"},
      {"2024-4-19", "none"},              {"19.04.2024", "none"},
      {"2024-04", "none"},                {"", "none"},
      {"XXXX-04-19", "none"},             {"2024-04-1x", "none"},
  };
  for (const auto& c : cases) EXPECT_EQ(day(c.iso), c.day) << c.iso;
}

TEST(Calendar, bounds_of_values) {
  const struct {
    const char *value, *bounds;
  } cases[] = {
      {"2024-04-19", "2024-04-19 2024-04-19"},
      {"2024-04-19T11:20", "2024-04-19 2024-04-19"},
      {"2024-04", "2024-04-01 2024-04-30"},
      {"2024-02", "2024-02-01 2024-02-29"},
      {"2023-02", "2023-02-01 2023-02-28"},
      {"1900-02", "1900-02-01 1900-02-28"},
      {"2000-02", "2000-02-01 2000-02-29"},
      {"2024-12", "2024-12-01 2024-12-31"},
      {"2024", "2024-01-01 2024-12-31"},
      {"201", "2010-01-01 2019-12-31"},
      {"2024-Q1", "2024-01-01 2024-03-31"},
      {"2024-Q2", "2024-04-01 2024-06-30"},
      {"2024-Q3", "2024-07-01 2024-09-30"},
      {"2024-Q4", "2024-10-01 2024-12-31"},
      {"2024-H1", "2024-01-01 2024-06-30"},
      {"2024-H2", "2024-07-01 2024-12-31"},
      {"2024-SP", "2024-03-01 2024-05-31"},
      {"2024-SU", "2024-06-01 2024-08-31"},
      {"2024-FA", "2024-09-01 2024-11-30"},
      {"2023-WI", "2023-12-01 2024-02-29"},  // over the new year
      {"2024-W16", "2024-04-15 2024-04-21"},
      {"2024-W01", "2024-01-01 2024-01-07"},
      {"2021-W01", "2021-01-04 2021-01-10"},  // the first Thursday is the seventh of January
      {"2020-W53", "2020-12-28 2021-01-03"},
      {"2016/2020", "2016-01-01 2020-12-31"},
      {"2024-05-01/2024-05-15", "2024-05-01 2024-05-15"},
      {"2023-11/2024-03", "2023-11-01 2024-03-31"},
      // nothing
      {"", "none"},
      {"P2M", "none"},
      {"PT3H", "none"},
      {"R/P2Y", "none"},
      {"PRESENT_REF", "none"},
      {"FUTURE_REF", "none"},
      {"XXXX-04-19", "none"},
      {"XXXX-WXX-5", "none"},
      {"2024-13", "none"},
      {"2024-Q5", "none"},
      {"2024-02-30", "none"},
      {"2024-W", "none"},
      {"2024/", "none"},
      {"слово", "none"},
  };
  for (const auto& c : cases) EXPECT_EQ(bounds(c.value), c.bounds) << c.value;
}

TEST(Calendar, weeks_that_there_are_not) {
  for (const char* value : {"2024-W00", "2024-W54", "2024-W99"}) EXPECT_EQ(bounds(value), "none") << value;
}

TEST(Calendar, arithmetic) {
  const Day d = *parse_day("2024-01-31");
  EXPECT_EQ(to_iso(add_days(d, 1)), "2024-02-01");
  EXPECT_EQ(to_iso(add_days(d, -31)), "2023-12-31");
  EXPECT_EQ(to_iso(add_months(d, 1)), "2024-02-29") << "the last day of a shorter month";
  EXPECT_EQ(to_iso(add_months(d, 13)), "2025-02-28");
  EXPECT_EQ(to_iso(add_months(d, -2)), "2023-11-30");
  EXPECT_EQ(to_iso(add_months(d, 12)), "2025-01-31");
  EXPECT_EQ(days_between(*parse_day("2024-02-28"), *parse_day("2024-03-01")), 2);
  EXPECT_EQ(days_between(*parse_day("2024-03-01"), *parse_day("2024-02-28")), -2);
  EXPECT_EQ(iso_weekday(*parse_day("2024-04-19")), 5);
  EXPECT_EQ(iso_weekday(*parse_day("2024-04-21")), 7);
  EXPECT_EQ(pad(7, 2), "07");
  EXPECT_EQ(pad(2024, 2), "2024");
}

// Two ways through four hundred years, in which the calendar repeats.
TEST(Calendar, counting_days_agrees_with_walking) {
  Day d = *parse_day("1900-01-01");
  const Day first = d;
  for (int n = 0; n < 146097; n += 37) {
    ASSERT_EQ(days_between(first, add_days(first, n)), n);
    ASSERT_EQ(iso_weekday(add_days(first, n)), n % 7 + 1) << "1900-01-01 was a Monday";
    ASSERT_EQ(to_iso(*parse_day(to_iso(add_days(first, n)))), to_iso(add_days(first, n)));
  }
}

}  // namespace
}  // namespace qogam::mentions
