// A report of the press holds in a browser.
#include "report/page_of.h"

namespace qogam::report::test {
namespace {

class PressReport : public ReportTest {};

// The texts are no part of the project: they lie beside it, or nowhere.
TEST_F(PressReport, of_five_hundred_articles) {
  const std::string kznews = std::string(QOGAM_SOURCE_DIR) + "/../shared/data/kznews/";
  if (!std::filesystem::exists(kznews + "ru.jsonl")) GTEST_SKIP() << kznews << " is not here";
  ASSERT_EQ(shell("head -250 '" + kznews + "ru.jsonl' > ru.jsonl && head -250 '" + kznews + "kk.jsonl' > kk.jsonl").code, 0);
  ASSERT_EQ(shell("\"$Q\" analyze ru.jsonl --field text=content --field published=date -o ru.out && \"$Q\" analyze kk.jsonl --field published=date -o kk.out").code, 0);
  ASSERT_EQ(shell("\"$Q\" store -q w.db ru.out kk.out && \"$Q\" report w.db -o r.html --as-of 2024-12-31").code, 0);
  EXPECT_EQ(shell("\"$Q\" store -q w.db && \"$Q\" report w.db --as-of 2024-12-31 | cmp - r.html").code, 0);
  const auto e = browse();
  if (is_skipped(e)) GTEST_SKIP() << e.out;
  EXPECT_EQ(e.code, 0) << e.out << e.err;
}

}  // namespace
}  // namespace qogam::report::test
