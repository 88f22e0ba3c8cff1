// Every output names the version of the program and the fingerprint of the knowledge.
#include <SQLiteCpp/Database.h>

#include "cli/articles.h"
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class Generator : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("a.txt", std::string(kRussian.first[0]) + "\n\n" + kRussian.second[0] + "\n");
    ASSERT_EQ(qogam("analyze a.txt missing.txt --doc-errors=ok --log run.jsonl -o out.jsonl").code, 0);
    const auto lines = objects(read("out.jsonl"));
    version_ = lines.at(0)["generator"]["version"];
    models_ = lines.at(0)["generator"]["models"];
    EXPECT_EQ(models_.size(), 16u);
    EXPECT_EQ(lines.at(1)["status"], "error");
    EXPECT_EQ(lines.at(1)["generator"], lines.at(0)["generator"]) << "objects of errors have it too";
  }

  std::string named() const { return "qogam " + version_ + " " + models_; }

  std::string version_, models_;
};

TEST_F(Generator, of_the_program) {
  EXPECT_EQ(qogam("--version").out, "qogam " + version_ + "\nmodels " + models_ + " (" + QOGAM_MODEL + ")\n");
  EXPECT_TRUE(has(shell("QOGAM_MODELS=nowhere \"$Q\" --version").out, "nowhere"));
  EXPECT_TRUE(has(shell("QOGAM_MODELS=. \"$Q\" --version").out, "models ., compiled by each call\n"));
}

TEST_F(Generator, of_words_names_and_the_log) {
  EXPECT_TRUE(has(qogam("words a.txt").out, "\n# generator = " + named() + "\n"));
  EXPECT_EQ(objects(qogam("tag a.txt").out).at(0)["generator"], objects(read("out.jsonl")).at(0)["generator"]);
  EXPECT_EQ(objects(read("run.jsonl")).at(0)["models"], models_);
  EXPECT_EQ(objects(read("run.jsonl")).at(0)["version"], version_);
}

TEST_F(Generator, of_a_score) {
  write("gold/a.gold.json", objects(read("out.jsonl")).at(0).dump());
  const std::string out = qogam("eval --gold gold out.jsonl").out;
  EXPECT_TRUE(has(out, "\nmade by " + named() + "\n")) << out;
  EXPECT_TRUE(out.ends_with("\nscored by " + named() + "\n")) << out;
}

TEST_F(Generator, of_a_store_and_its_exports) {
  ASSERT_EQ(qogam("store -q w.db out.jsonl").code, 0);
  {
    SQLite::Database db((folder_ / "w.db").string(), SQLite::OPEN_READWRITE);
    EXPECT_EQ(db.execAndGet("SELECT value FROM meta WHERE name = 'version'").getString(), version_);
    EXPECT_EQ(db.execAndGet("SELECT value FROM meta WHERE name = 'models'").getString(), models_);
    db.exec("DROP TABLE meta");  // as stores were before
  }
  ASSERT_EQ(qogam("store -q w.db out.jsonl").code, 0);
  EXPECT_EQ(SQLite::Database((folder_ / "w.db").string()).execAndGet("SELECT count(*) FROM meta").getInt(), 2);
  ASSERT_EQ(qogam("export w.db --to popolo -o p.json").code, 0);
  EXPECT_EQ(nlohmann::json::parse(read("p.json"))["meta"]["generator"]["models"], models_);
}

TEST_F(Generator, of_a_report) {
  ASSERT_EQ(qogam("store -q w.db out.jsonl").code, 0);
  ASSERT_EQ(qogam("report w.db -o r.html").code, 0);
  write("models.py",
        "import base64, gzip, json, re\n"
        "data = max(re.findall(r'>\\s*([A-Za-z0-9+/=]{100,})\\s*<', open('r.html').read()), key=len)\n"
        "print(json.loads(gzip.decompress(base64.b64decode(data)))['models'])\n");
  EXPECT_EQ(shell("python3 models.py").out, models_ + "\n");
}

}  // namespace
}  // namespace qogam::cli::test
