// Facts of a commitment as of a day.
#include <gtest/gtest.h>

#include "registry/records.h"

namespace qogam::registry::test {
namespace {

// A history in which a promise is moved, reported done, and then found not to be.
Commitment history() {
  const struct {
    const char *day, *says, *deadline;
  } told[] = {{"2023-02-01", "promised", "2023-09-01"}, {"2023-05-01", "repeated", "2023-09-01"}, {"2023-08-20", "moved", "2023-12-31"}, {"2023-12-20", "done", "2023-12-20"}, {"2024-02-01", "failed", ""}, {"2024-03-01", "done", ""}};
  Commitment c;
  for (const auto& t : told) c.tellings.push_back({.document = "d", .text = "…", .says = t.says, .day = t.day, .by = {}, .by_name = {}, .deadline = t.deadline, .deadline_text = {}, .reason = {}});
  return c;
}

std::string line(const Facts& f) {
  return f.first_said + " " + f.last_mentioned + " " + f.deadline + " " + f.deadline_state + (f.moved ? " moved" : "") + " " + std::to_string(f.done) + " " + std::to_string(f.failed);
}

TEST(FactsTest, as_of_a_day) {
  const struct {
    const char *day, *facts;
  } cases[] = {
      {"2023-01-31", "   none -1 -1"},
      {"2023-02-01", "2023-02-01 2023-02-01 2023-09-01 ahead -1 -1"},
      {"2023-08-19", "2023-02-01 2023-05-01 2023-09-01 ahead -1 -1"},
      {"2023-08-20", "2023-02-01 2023-08-20 2023-12-31 ahead moved -1 -1"},
      {"2023-12-19", "2023-02-01 2023-08-20 2023-12-31 ahead moved -1 -1"},
      {"2023-12-31", "2023-02-01 2023-12-20 2023-12-31 ahead moved 3 -1"},
      {"2024-01-01", "2023-02-01 2023-12-20 2023-12-31 passed moved 3 -1"},
      {"2024-02-01", "2023-02-01 2024-02-01 2023-12-31 passed moved 3 4"},
      {"2025-01-01", "2023-02-01 2024-03-01 2023-12-31 passed moved 3 4"},
  };
  for (const auto& c : cases) EXPECT_EQ(line(facts_of(history(), c.day)), c.facts) << c.day;
}

TEST(FactsTest, without_a_day_all_is_counted) { EXPECT_EQ(line(facts_of(history(), "")), "2023-02-01 2024-03-01 2023-12-31 ahead moved 3 4"); }

TEST(FactsTest, the_deadline_passes_when_its_day_is_over) {
  Commitment c;
  c.tellings.push_back({.document = "d", .text = "…", .says = "promised", .day = "2023-02-01", .by = {}, .by_name = {}, .deadline = "2023-09-01", .deadline_text = {}, .reason = {}});
  EXPECT_EQ(facts_of(c, "2023-08-31").deadline_state, "ahead");
  EXPECT_EQ(facts_of(c, "2023-09-01").deadline_state, "ahead");
  EXPECT_EQ(facts_of(c, "2023-09-02").deadline_state, "passed");
}

TEST(FactsTest, an_earlier_deadline_is_the_last_told_and_not_moved) {
  Commitment c = history();
  c.tellings.resize(2);
  c.tellings[1].deadline = "2023-08-01";
  EXPECT_EQ(line(facts_of(c, "2023-06-01")), "2023-02-01 2023-05-01 2023-08-01 ahead -1 -1");
}

TEST(FactsTest, moved_to_no_day) {
  Commitment c = history();
  c.tellings.resize(3);
  c.tellings[2].deadline = "";
  EXPECT_EQ(line(facts_of(c, "2023-08-20")), "2023-02-01 2023-08-20 2023-09-01 ahead moved -1 -1");
}

TEST(FactsTest, nothing_told) { EXPECT_EQ(line(facts_of({}, "2024-01-01")), "   none -1 -1"); }

}  // namespace
}  // namespace qogam::registry::test
