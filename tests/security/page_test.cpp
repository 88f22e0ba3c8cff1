// Hostile articles in a report, in a browser.
#include "cli/program.h"

namespace qogam::security {
namespace {

class Page : public cli::test::ProgramTest {};

TEST_F(Page, of_hostile_articles_is_text_and_nothing_else) {
  const auto e = shell("python3 '" QOGAM_SOURCE_DIR "/tests/security/page_test.py' \"$Q\" .");
  if (e.code == 77) GTEST_SKIP() << e.out;
  EXPECT_EQ(e.code, 0) << e.out << e.err;
}

}  // namespace
}  // namespace qogam::security
