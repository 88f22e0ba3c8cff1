// A report made by the program, and the test of it in a browser.
#pragma once

#include "cli/program.h"

namespace qogam::report::test {

class ReportTest : public cli::test::ProgramTest {
 protected:
  // Analyses the inputs, stores them and makes r.html.
  void make(const std::string& inputs, const std::string& options = "") {
    const cli::test::Ended e = shell("\"$Q\" analyze " + inputs + " -o out.jsonl && \"$Q\" store -q w.db out.jsonl && \"$Q\" report w.db -o r.html --as-of 2024-12-31 " + options);
    ASSERT_EQ(e.code, 0) << e.err;
  }

  // What tests/report/browser_test.py says of r.html.
  cli::test::Ended browse() { return shell("python3 '" QOGAM_SOURCE_DIR "/tests/report/browser_test.py' r.html"); }
};

// Skips the test where there is no browser.
inline bool is_skipped(const cli::test::Ended& e) { return e.code == 77; }

}  // namespace qogam::report::test
