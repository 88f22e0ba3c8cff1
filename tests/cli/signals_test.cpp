// Ends that come from outside: signals, and readers who go away.
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class Ends : public ProgramTest {};

// Feeds documents for ever, or until nobody reads.
constexpr const char* kForever =
    "yes '{\"text\":\"Аким провёл встречу с жителями города.\"}' 2>/dev/null";

// A shell starts background jobs with SIGINT ignored.
constexpr const char* kDefault = "env --default-signal=INT ";

std::string stopped_by(const std::string& signal, const std::string& options) {
  // The program is a job of its own, so that its status and not that of `yes` comes out.
  return "mkfifo in; " + std::string(kForever) + " > in & " + kDefault +
         "\"$Q\" analyze --from jsonl - " + options + " < in & pid=$!; sleep 1; kill -" + signal +
         " $pid; wait $pid";
}

TEST_F(Ends, broken_pipe_is_quiet_and_0) {
  const Ended e = shell("{ " + std::string(kForever) +
                        " | \"$Q\" analyze --from jsonl -; echo $? > code; } | head -1");
  EXPECT_EQ(objects(e.out).size(), 1u);
  EXPECT_EQ(e.err, "");
  EXPECT_EQ(read("code"), "0\n");
}

TEST_F(Ends, broken_pipe_of_other_verbs) {
  const Ended e = shell("{ \"$Q\" schema; echo $? > code; } | true");
  EXPECT_EQ(e.err, "");
  EXPECT_EQ(read("code"), "0\n");
}

TEST_F(Ends, interrupt_finishes_lines_and_gives_130) {
  const Ended e = shell(stopped_by("INT", "-o out.jsonl"));
  EXPECT_EQ(e.code, 130) << e.err;
  EXPECT_FALSE(exists("out.jsonl"));
  EXPECT_GT(objects(read("out.jsonl.part")).size(), 0u);
  EXPECT_TRUE(has(e.err, "out.jsonl.part")) << e.err;
}

TEST_F(Ends, termination_gives_143) {
  const Ended e = shell(stopped_by("TERM", ""));
  EXPECT_EQ(e.code, 143) << e.err;
  EXPECT_GT(objects(e.out).size(), 0u);
}

TEST_F(Ends, interrupt_while_waiting_for_input) {
  const Ended e = shell("mkfifo in; sleep 5 > in & " + std::string(kDefault) +
                        "\"$Q\" analyze - < in & pid=$!; sleep 1; kill -INT $pid; wait $pid");
  EXPECT_EQ(e.code, 130) << e.err;
  EXPECT_EQ(e.out, "");
}

}  // namespace
}  // namespace qogam::cli::test
