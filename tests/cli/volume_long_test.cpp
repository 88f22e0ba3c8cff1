// Much input: the same bytes for any number of threads, flat memory, one very long line.
#include <sys/resource.h>
#include <sys/wait.h>

#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class Volume : public ProgramTest {
 protected:
  // JSON Lines of every article of corpora/, `times` over.
  void write_corpora(const std::string& name, int times) {
    std::string once;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::string(QOGAM_SOURCE_DIR) + "/corpora")) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      once += nlohmann::json{{"text", text}}.dump() + "\n";
    }
    std::ofstream out(folder_ / name, std::ios::binary);
    for (int i = 0; i < times; ++i) out << once;
  }

  // Most kilobytes of memory that the call had at once.
  long peak_memory(const std::vector<std::string>& words) {
    const pid_t child = fork();
    if (child == 0) {
      std::vector<char*> argv{const_cast<char*>(QOGAM_PROGRAM)};
      for (const std::string& w : words) argv.push_back(const_cast<char*>(w.c_str()));
      argv.push_back(nullptr);
      execv(QOGAM_PROGRAM, argv.data());
      _exit(127);
    }
    int status = 0;
    rusage usage{};
    EXPECT_EQ(wait4(child, &status, 0, &usage), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    return usage.ru_maxrss;
  }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
};

TEST_F(Volume, same_bytes_for_any_number_of_threads) {
  write_corpora("x200.jsonl", 200);
  for (const char* jobs : {"1", "2", "8"}) {
    const Ended e = qogam(std::string("analyze x200.jsonl -o out") + jobs + " -j" + jobs);
    ASSERT_EQ(e.code, 0) << e.err;
  }
  EXPECT_EQ(shell("cmp out1 out2 && cmp out1 out8").code, 0);
}

TEST_F(Volume, memory_does_not_grow_with_the_corpus) {
  write_corpora("x200.jsonl", 200);
  write_corpora("x2000.jsonl", 2000);
  const long few = peak_memory({"analyze", path("x200.jsonl"), "-o", path("out")});
  const long many = peak_memory({"analyze", path("x2000.jsonl"), "-o", path("out")});
  EXPECT_LT(many, few + few / 4 + 16 * 1024) << few << " KB at x 200";
}

TEST_F(Volume, one_line_of_50_megabytes) {
  const std::string sentence = "Аким провёл встречу с жителями города. ";
  std::string line;
  while (line.size() < 50'000'000) line += sentence;
  write("long.txt", line);
  write("next.txt", sentence);
  const Ended e = qogam("analyze long.txt next.txt --no-text --only topics --doc-errors=ok");
  EXPECT_EQ(e.code, 0) << e.err;
  const auto all = objects(e.out);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[1]["status"], "ok");
}

}  // namespace
}  // namespace qogam::cli::test
