// Reports of our own corpora hold in a browser.
#include "report/page_of.h"

namespace qogam::report::test {
namespace {

class Report : public ReportTest {};

const std::string kCorpora = std::string("'") + QOGAM_SOURCE_DIR + "/corpora/";

TEST_F(Report, of_the_stories) {
  make(kCorpora + "story/temirtau' " + kCorpora + "story/zharkent'");
  const auto e = browse();
  if (is_skipped(e)) GTEST_SKIP() << e.out;
  EXPECT_EQ(e.code, 0) << e.out << e.err;
}

TEST_F(Report, of_the_first_articles) {
  make(kCorpora + "ru' " + kCorpora + "kk'", "--lang kk");
  const auto e = browse();
  if (is_skipped(e)) GTEST_SKIP() << e.out;
  EXPECT_EQ(e.code, 0) << e.out << e.err;
}

TEST_F(Report, of_nothing) {
  write("out.jsonl", "");
  ASSERT_EQ(shell("\"$Q\" store -q w.db out.jsonl && \"$Q\" report w.db -o r.html --as-of 2024-12-31").code, 0);
  const auto e = browse();
  if (is_skipped(e)) GTEST_SKIP() << e.out;
  EXPECT_EQ(e.code, 0) << e.out << e.err;
}

// Hostile titles, names and quotes do nothing, and every string of the page is there in all languages.
TEST_F(Report, of_invented_data) {
  const std::string tests = std::string("'") + QOGAM_SOURCE_DIR + "/tests/report/";
  const auto strings = shell("python3 " + tests + "strings_test.py'");
  EXPECT_EQ(strings.code, 0) << strings.out << strings.err;
  const auto made = shell("python3 " + tests + "sample.py' r.html");
  ASSERT_EQ(made.code, 0) << made.out << made.err;
  const auto e = browse();
  if (is_skipped(e)) GTEST_SKIP() << e.out;
  EXPECT_EQ(e.code, 0) << e.out << e.err;
}

TEST_F(Report, same_store_and_day_same_bytes) {
  make(kCorpora + "story/temirtau'");
  const std::string page = read("r.html");
  ASSERT_EQ(shell("\"$Q\" store -q again.db out.jsonl -j1 && \"$Q\" report again.db -o again.html --as-of 2024-12-31").code, 0);
  EXPECT_TRUE(read("again.html") == page);
}

}  // namespace
}  // namespace qogam::report::test
