// scripts/bench says how to use it, and a quick run writes its folder.
#include "cli/articles.h"
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class WholeRuns : public ProgramTest {
 protected:
  // scripts/bench on a build of its own: links to the program and its model.
  Ended bench(const std::string& words) {
    return shell("mkdir -p build && ln -sf \"$Q\" build/qogam && ln -sf '" QOGAM_MODEL "' build/qogam.model && '" QOGAM_SOURCE_DIR "/scripts/bench' " + words);
  }
};

TEST_F(WholeRuns, help_names_what_can_be_measured) {
  const Ended e = bench("--help");
  EXPECT_EQ(e.code, 0) << e.err;
  for (const char* what : {"peers", "scaling", "startup", "memory", "linear", "adversarial", "--budget", "--quick"})
    EXPECT_TRUE(has(e.out, what)) << what;
}

TEST_F(WholeRuns, wrong_words_are_told) {
  EXPECT_EQ(bench("linear build").code, 2);
  EXPECT_EQ(bench("linear build none.jsonl").code, 2);
  EXPECT_EQ(bench("peers build none.jsonl --peers=nobody").code, 2);
}

TEST_F(WholeRuns, a_quick_run_writes_its_folder) {
  write("in.jsonl", article_lines(0, 30));
  const Ended e = bench("linear build in.jsonl --quick --documents=20,40,60 --long-bytes=20000 --out=runs");
  ASSERT_EQ(e.code, 0) << e.out << e.err;
  ASSERT_TRUE(exists("runs"));
  const std::string run = "runs/" + std::filesystem::directory_iterator(folder_ / "runs")->path().filename().string();
  for (const char* file : {"/machine.txt", "/commands.txt", "/results.md"}) {
    EXPECT_FALSE(read(run + file).empty()) << file;
    EXPECT_FALSE(has(read(run + file), folder_.string())) << file << " has a path of this machine";
  }
  const auto results = nlohmann::json::parse(read(run + "/results.json"));
  EXPECT_EQ(results["results"]["linear"]["figures"]["corpora"].size(), 3U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_ / "build/bench"), {}), 0) << "scratch is left over";
}

}  // namespace
}  // namespace qogam::cli::test
