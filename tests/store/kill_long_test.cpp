// Killed writers leave a whole store, and the same call completes it.
#include <chrono>
#include <random>

#include "cli/program.h"
#include "support/stored.h"

namespace qogam::store::test {
namespace {

using qogam::test::asked;
using qogam::test::dump_of;

class KilledStore : public cli::test::ProgramTest {
 protected:
  // Articles of the stories again and again, each with an id of its own; the first ones alone tell of commitments, as no
  // promise is told thousands of times.
  void make(std::size_t articles) {
    const std::string stories = std::string(QOGAM_SOURCE_DIR) + "/corpora/story/";
    ASSERT_EQ(qogam("analyze '" + stories + "temirtau' '" + stories + "zharkent' -o real.jsonl").code, 0);
    const auto real = cli::test::objects(read("real.jsonl"));
    ASSERT_GT(real.size(), 60u);
    std::string lines;
    for (std::size_t i = 0; i < articles; ++i) {
      auto object = real[i % real.size()];
      object["id"] = "n" + std::to_string(i);
      object["mentions"] = nlohmann::json::array();  // so that it goes faster
      if (i >= real.size()) object["commitments"] = object["commitment_reports"] = nlohmann::json::array();
      lines += object.dump() + "\n";
    }
    write("in.jsonl", lines);
  }

  // Runs a call and kills it after so many milliseconds. Gives whether it was still running.
  bool killed(const std::string& call, int milliseconds) {
    const auto e = shell("\"$Q\" " + call + " & pid=$!; sleep " + std::to_string(milliseconds / 1000) + "." + std::to_string(1000 + milliseconds % 1000).substr(1) + "; kill -9 $pid; wait $pid");
    return e.code == 137;
  }

  std::string db(const std::string& name) const { return (folder_ / name).string(); }
};

TEST_F(KilledStore, at_any_moment_is_whole_and_goes_on) {
  make(8'000);  // batches of 5000 are committed on the way
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(qogam("store whole.db in.jsonl").code, 0);
  const auto took = static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count());
  const std::string whole = dump_of(db("whole.db"));
  std::mt19937 random(5);
  int kills = 0;
  std::string stored = "0\n";
  for (int i = 0; i < 12; ++i) {
    kills += killed("store -q w.db in.jsonl", std::uniform_int_distribution<int>(took / 30, took)(random));
    if (!exists("w.db") || asked(db("w.db"), "SELECT count(*) FROM sqlite_schema WHERE name = 'documents'") == "0\n") continue;
    EXPECT_EQ(asked(db("w.db"), "PRAGMA integrity_check"), "ok\n") << i;
    EXPECT_EQ(asked(db("w.db"), "PRAGMA foreign_key_check"), "") << i;
    const std::string now = asked(db("w.db"), "SELECT count(*) FROM documents");
    EXPECT_GE(std::stoi(now), std::stoi(stored)) << "what was committed stays";
    stored = now;
  }
  EXPECT_GT(kills, 5);
  const auto e = qogam("store -q w.db in.jsonl");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(dump_of(db("w.db")) == whole);
}

TEST_F(KilledStore, while_it_makes_the_tables) {
  for (int i = 1; i <= 12; ++i) {
    killed("store -q w.db", 5 * i);
    if (!exists("w.db")) continue;
    EXPECT_EQ(asked(db("w.db"), "PRAGMA integrity_check"), "ok\n") << i;
  }
  EXPECT_EQ(qogam("store w.db").code, 0);
  EXPECT_EQ(qogam("query w.db articles").code, 0);
}

TEST_F(KilledStore, a_signal_keeps_what_was_read) {
  make(8'000);
  const auto e = shell("\"$Q\" store -q w.db in.jsonl & pid=$!; for i in $(seq 200); do [ -s w.db ] && break; sleep 0.02; done; sleep 0.6; kill -TERM $pid; wait $pid");
  if (e.code == 0) GTEST_SKIP() << "it was quicker than the signal";
  EXPECT_EQ(e.code, 143) << e.err;
  EXPECT_EQ(asked(db("w.db"), "PRAGMA integrity_check"), "ok\n");
  const int count = std::stoi(asked(db("w.db"), "SELECT count(*) FROM documents"));
  EXPECT_GT(count, 0);
  EXPECT_EQ(qogam("store -q w.db in.jsonl").code, 0);
  EXPECT_EQ(asked(db("w.db"), "SELECT count(*) FROM documents"), "8000\n");
}

}  // namespace
}  // namespace qogam::store::test
