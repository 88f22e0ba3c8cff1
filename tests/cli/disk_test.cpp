// Disks that are full: nothing that is finished is lost, and the run can be gone on with.
#include <fcntl.h>
#include <sys/resource.h>

#include "cli/articles.h"
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class Disk : public ProgramTest {
 protected:
  void make(std::size_t articles = 20) {
    write("in.jsonl", article_lines(0, articles));
    const Ended e = qogam("analyze in.jsonl -o full.jsonl");
    ASSERT_EQ(e.code, 0) << e.err;
    full_ = read("full.jsonl");
  }

  // Runs the program in the folder where no file may grow above `most` bytes; its messages go through a
  // pipe, which has no such limit.
  Ended limited(rlim_t most, const std::vector<std::string>& words) {
    int pipe[2];
    EXPECT_EQ(pipe2(pipe, O_CLOEXEC), 0);
    const pid_t child = fork();
    if (child == 0) {
      const rlimit limit{most, most};
      std::vector<char*> argv{const_cast<char*>(QOGAM_PROGRAM)};
      for (const std::string& w : words) argv.push_back(const_cast<char*>(w.c_str()));
      argv.push_back(nullptr);
      dup2(pipe[1], STDERR_FILENO);
      if (chdir(folder_.c_str()) == 0 && setrlimit(RLIMIT_FSIZE, &limit) == 0) execv(QOGAM_PROGRAM, argv.data());
      _exit(127);
    }
    close(pipe[1]);
    Ended ended;
    char block[4096];
    for (ssize_t got = 0; (got = ::read(pipe[0], block, sizeof block)) > 0;) ended.err.append(block, static_cast<std::size_t>(got));
    close(pipe[0]);
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ended;
  }

  void expect_whole_lines_and_go_on(std::size_t most) {
    const Ended e = limited(most, {"analyze", "in.jsonl", "-o", "out.jsonl"});
    EXPECT_EQ(e.code, 3) << most << ": " << e.err;
    for (const char* piece : {"File too large", "is whole in 'out.jsonl.part'", "--resume"}) EXPECT_TRUE(has(e.err, piece)) << most << ": " << e.err;
    EXPECT_FALSE(exists("out.jsonl")) << most;
    const std::string part = read("out.jsonl.part");
    EXPECT_TRUE(part.size() <= most && full_.compare(0, part.size(), part) == 0) << most;
    EXPECT_TRUE(part.ends_with('\n')) << most;
    EXPECT_EQ(part.size(), full_.rfind('\n', most - 1) + 1) << most << ": a line that has room is left out";
    EXPECT_EQ(qogam("analyze in.jsonl --resume -o out.jsonl").code, 0) << most;
    EXPECT_TRUE(read("out.jsonl") == full_) << most;
    EXPECT_FALSE(exists("out.jsonl.part")) << most;
    std::filesystem::remove(folder_ / "out.jsonl");
  }

  std::string full_;
};

TEST_F(Disk, full_beside_a_line_end) {
  make();
  const std::size_t line = end_of_line(full_, 7);
  for (const std::size_t most : {line - 1, line, line + 1}) expect_whole_lines_and_go_on(most);
}

TEST_F(Disk, full_behind_the_first_line_and_in_the_last) {
  make();
  for (const std::size_t most : {end_of_line(full_, 1), full_.size() / 2, full_.size() - 1}) expect_whole_lines_and_go_on(most);
}

TEST_F(Disk, full_again_and_again) {
  make();
  std::size_t before = 0;
  for (const std::size_t share : {4u, 3u, 2u}) {
    const std::size_t most = full_.size() / share;
    EXPECT_EQ(limited(most, {"analyze", "in.jsonl", "--resume", "-o", "out.jsonl"}).code, 3);
    const std::size_t now = read("out.jsonl.part").size();
    EXPECT_GT(now, before);
    before = now;
  }
  // No line more than there is.
  const Ended e = limited(before, {"analyze", "in.jsonl", "--resume", "-o", "out.jsonl"});
  EXPECT_EQ(e.code, 3) << e.err;
  EXPECT_TRUE(has(e.err, "--resume")) << e.err;
  EXPECT_EQ(read("out.jsonl.part").size(), before);
  EXPECT_EQ(qogam("analyze in.jsonl --resume -o out.jsonl").code, 0);
  EXPECT_TRUE(read("out.jsonl") == full_);
}

TEST_F(Disk, many_threads) {
  make(60);
  for (const char* jobs : {"-j1", "-j8"}) {
    EXPECT_EQ(limited(full_.size() / 2, {"analyze", "in.jsonl", "-o", "out.jsonl", jobs}).code, 3);
    const std::string part = read("out.jsonl.part");
    EXPECT_EQ(part.size(), full_.rfind('\n', full_.size() / 2 - 1) + 1) << jobs;
    EXPECT_EQ(full_.compare(0, part.size(), part), 0) << jobs;
  }
}

TEST_F(Disk, no_room_for_one_line) {
  make(3);
  for (const std::size_t most : {std::size_t{0}, std::size_t{1}, end_of_line(full_, 1) - 1}) {
    if (QOGAM_SANITIZED && most == 0) continue;  // a sanitizer of threads does not begin then
    const Ended e = limited(most, {"analyze", "in.jsonl", "-o", "out.jsonl"});
    EXPECT_EQ(e.code, 3) << most << ": " << e.err;
    EXPECT_FALSE(has(e.err, "--resume")) << most << ", where there is nothing to go on with: " << e.err;
    EXPECT_FALSE(exists("out.jsonl") || exists("out.jsonl.part")) << most;
  }
}

// What was finished before stays, where its copy has no room.
TEST_F(Disk, no_room_for_the_copy_of_a_finished_file) {
  make(8);
  write("out.jsonl", full_.substr(0, end_of_line(full_, 6)));
  const Ended e = limited(end_of_line(full_, 6) / 2, {"analyze", "in.jsonl", "--resume", "-o", "out.jsonl"});
  EXPECT_EQ(e.code, 3) << e.err;
  EXPECT_TRUE(read("out.jsonl") == full_.substr(0, end_of_line(full_, 6)));
  EXPECT_EQ(qogam("analyze in.jsonl --resume -o out.jsonl").code, 0);
  EXPECT_TRUE(read("out.jsonl") == full_);
}

TEST_F(Disk, devices_without_room) {
  make(3);
  const Ended direct = qogam("analyze in.jsonl -o /dev/full");
  EXPECT_EQ(direct.code, 3);
  EXPECT_TRUE(has(direct.err, "/dev/full") && has(direct.err, "No space left")) << direct.err;
  EXPECT_FALSE(std::filesystem::exists("/dev/full.part"));
  const Ended piped = shell("\"$Q\" analyze in.jsonl > /dev/full");
  EXPECT_EQ(piped.code, 3);
  EXPECT_TRUE(has(piped.err, "standard output")) << piped.err;
}

TEST_F(Disk, results_matter_more_than_the_log) {
  make(3);
  const Ended e = qogam("analyze in.jsonl -o out.jsonl --log /dev/full");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.err, "log") && has(e.err, "/dev/full")) << e.err;
  EXPECT_TRUE(read("out.jsonl") == full_);
}

// It fails with its last bytes, which a buffer holds back till then.
TEST_F(Disk, log_that_lacks_its_end_is_told_of) {
  make(3);
  const Ended e = limited(400, {"analyze", "in.jsonl", "-o", "/dev/null", "--log", "log.jsonl"});
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_FALSE(has(read("log.jsonl"), "\"end\""));
  EXPECT_TRUE(has(e.err, "log.jsonl")) << e.err;
}

}  // namespace
}  // namespace qogam::cli::test
