// Runs that are killed at any time, over and over, and gone on with until they end.
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>

#include <chrono>
#include <csignal>
#include <random>

#include "cli/articles.h"
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

class Kill : public ProgramTest {
 protected:
  static constexpr std::size_t kArticles = 300, kKills = 200;

  // The program in a process of its own, its messages in "messages".
  pid_t start(const std::string& input) const {
    const pid_t child = fork();
    if (child != 0) return child;
    const std::string out = (folder_ / "out.jsonl").string(), from = (folder_ / input).string(), messages = (folder_ / "messages").string();
    const int file = open(messages.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
    if (file >= 0) dup2(file, STDERR_FILENO);
    execl(QOGAM_PROGRAM, QOGAM_PROGRAM, "analyze", from.c_str(), "--resume", "-o", out.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }

  // True where it ends by itself before `time` is over; else it is killed.
  static bool ends_within(pid_t child, microseconds time, int& status) {
    const int handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
    EXPECT_GE(handle, 0);
    pollfd ended{handle, POLLIN, 0};
    const timespec wait{time.count() / 1'000'000, time.count() % 1'000'000 * 1000};
    ppoll(&ended, 1, &wait, nullptr);
    kill(child, SIGKILL);  // nothing for one that has ended and is not waited for yet
    close(handle);
    EXPECT_EQ(waitpid(child, &status, 0), child);
    return !WIFSIGNALED(status);
  }

  microseconds time_of_a_run(const std::string& input) const {
    const auto begin = Clock::now();
    int status = 0;
    EXPECT_TRUE(ends_within(start(input), std::chrono::minutes(5), status));
    return std::chrono::duration_cast<microseconds>(Clock::now() - begin);
  }

  // Every third cycle begins with a shorter output under its own name, which is copied first.
  void begin_cycle(std::size_t cycle, const std::string& full) {
    std::filesystem::remove(folder_ / "out.jsonl");
    if (cycle % 3 == 2) write("out.jsonl", full.substr(0, end_of_line(full, kArticles / 3)));
  }

  void kill_and_go_on(const std::string& input) {
    const microseconds whole = time_of_a_run(input);
    const std::string full = read("out.jsonl");
    ASSERT_EQ(objects(full).size(), kArticles) << read("messages");
    std::mt19937_64 random(20240419);
    std::size_t kills = 0, in_a_row = 0, cycles = 0, in_the_midst = 0;
    begin_cycle(cycles, full);
    while (kills < kKills) {
      // Longer behind many kills in a row: the machine may have become slower.
      const microseconds most = whole * 11 / 10 * (1 + in_a_row / 8);
      const microseconds time(random() % static_cast<std::uint64_t>(most.count()));
      int status = 0;
      if (!ends_within(start(input), time, status)) {
        ASSERT_EQ(WTERMSIG(status), SIGKILL) << "behind " << kills << " kills: " << read("messages");
        ++kills, ++in_a_row;
        in_the_midst += exists("out.jsonl.part");
        continue;
      }
      ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "status " << status << " behind " << kills << " kills: " << read("messages");
      ASSERT_TRUE(read("out.jsonl") == full) << "behind " << kills << " kills";
      ASSERT_FALSE(exists("out.jsonl.part"));
      begin_cycle(++cycles, full);
      in_a_row = 0;
    }
    EXPECT_GE(cycles, 10u);
    EXPECT_GE(in_the_midst, kKills / 3);
    RecordProperty("cycles", static_cast<int>(cycles));
    RecordProperty("kills_with_a_part", static_cast<int>(in_the_midst));
    RecordProperty("milliseconds_of_a_run", static_cast<int>(whole.count() / 1000));
  }
};

TEST_F(Kill, lines_of_json) {
  write("in.jsonl", article_lines(0, kArticles));
  kill_and_go_on("in.jsonl");
}

TEST_F(Kill, folder_of_files) {
  for (std::size_t i = 0; i < kArticles; ++i) write("news/" + std::to_string(i) + ".txt", article(i));
  kill_and_go_on("news");
}

}  // namespace
}  // namespace qogam::cli::test
