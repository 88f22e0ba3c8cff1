// qogam train commitments: from annotated articles to a model that judges.
#include "cli/program.h"

namespace qogam::cli {
namespace {

using test::Ended;

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != text.npos; }
std::string without_head(const std::string& weights) { return weights.substr(weights.find("\nlabels")); }

class TrainCommitments : public test::ProgramTest {
 protected:
  // Plans of the akimat are commitments here, those of the circus are none.
  void SetUp() override {
    ProgramTest::SetUp();
    std::string news;
    shell("mkdir gold");
    for (int n = 0; n < 12; ++n) {
      const std::string id = "n" + std::to_string(n);
      const bool circus = n % 2 == 0;
      const std::string plan = circus ? "Цирк планирует показать слона в мае" : "Акимат планирует построить мост в мае";
      const std::string text = "Об этом сообщили в акимате города. " + plan + ".";
      news += R"({"id":")" + id + R"(","text":")" + text + "\"}\n";
      write("gold/" + id + ".json", R"({"id":")" + id + R"(","lang":"ru","text":")" + text + R"(","commitments":[)" +
                                        (circus ? "" : R"({"text":")" + plan + R"(","kind":"plan","actor":null,"ordered_by":null,"deadline":null})") + "]}");
    }
    write("news.jsonl", news);
  }
};

TEST_F(TrainCommitments, makes_weights_that_a_folder_of_models_takes) {
  Ended e = qogam("train commitments --gold gold news.jsonl:5 -o a.weights");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.err, "12 articles and ")) << e.err;
  EXPECT_TRUE(has(read("a.weights"), "S-obligation")) << read("a.weights").substr(0, 300);
  EXPECT_EQ(qogam("train commitments --gold gold news.jsonl:5 -o b.weights").code, 0);
  EXPECT_EQ(without_head(read("a.weights")), without_head(read("b.weights")));
  EXPECT_EQ(shell("cp -r " QOGAM_SOURCE_DIR "/models models && cp a.weights models/common/commitments/kind.weights").code, 0);
  e = qogam("analyze --only commitments news.jsonl --models models");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.out, "Акимат планирует построить мост в мае\",\"kind\":\"plan")) << e.out.substr(0, 2000);
  EXPECT_FALSE(has(e.out, "\"text\":\"Цирк планирует")) << e.out.substr(0, 2000);
  EXPECT_TRUE(has(qogam("analyze --only commitments news.jsonl --models models --min-confidence 0").out, "\"text\":\"Цирк планирует"));
}

TEST_F(TrainCommitments, says_what_is_missing) {
  EXPECT_EQ(qogam("train commitments news.jsonl -o a.weights").code, 2) << "gold is missing";
  EXPECT_EQ(qogam("train commitments --gold gold news.jsonl --dev gold -o a.weights").code, 3) << "nothing is left to learn from";
  write("other.jsonl", R"({"id":"x","text":"Акимат планирует построить мост."})" "\n");
  const Ended e = qogam("train commitments --gold gold other.jsonl -o a.weights");
  EXPECT_EQ(e.code, 3);
  EXPECT_TRUE(has(e.err, "'n0'")) << e.err;
  EXPECT_EQ(qogam("train commitments --gold nowhere news.jsonl -o a.weights").code, 3);
  EXPECT_EQ(qogam("analyze --min-confidence 2 news.jsonl").code, 2);
}

// Weights of something else are refused by name.
TEST_F(TrainCommitments, other_weights_are_refused) {
  EXPECT_EQ(shell("cp -r " QOGAM_SOURCE_DIR "/models models && cp models/common/topics/about.weights models/common/commitments/kind.weights").code, 0);
  const Ended e = qogam("analyze news.jsonl --models models");
  EXPECT_EQ(e.code, 4) << e.err;
  EXPECT_TRUE(has(e.err, "common/commitments/kind.weights")) << e.err;
}

}  // namespace
}  // namespace qogam::cli
