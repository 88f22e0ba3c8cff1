// qogam topics suggest and qogam train topics: from labelled articles to a model that judges.
#include "cli/program.h"

namespace qogam::cli {
namespace {

using test::Ended;

class TopicsVerb : public test::ProgramTest {
 protected:
  // A dozen articles with the same cue of roads, half of them of something else.
  void SetUp() override {
    ProgramTest::SetUp();
    std::string news, labels = "id\ttopics\n";
    for (int n = 0; n < 12; ++n) {
      const bool circus = n % 2 == 0;
      const std::string id = "n" + std::to_string(n);
      news += R"({"id":")" + id + R"(","text":")" +
              (circus ? "Цирковой шатёр поставили у моста. Дрессировщик вывел слона на мост, артисты довольны." : "Через реку строят мост. Дорожники открыли мост для машин.") + "\"}\n";
      labels += id + "\t" + (circus ? "culture_language" : "roads_transport") + "\n";
    }
    write("news.jsonl", news);
    write("labels.tsv", labels);
  }
};

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != text.npos; }

TEST_F(TopicsVerb, suggest_prints_lines_for_a_file_of_topics) {
  const Ended e = qogam("topics suggest news.jsonl --labels labels.tsv --topic culture_language");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(e.out.starts_with("more    culture_language\ncue ru 2  ")) << e.out;
  EXPECT_TRUE(has(e.out, "  # 6 here, 0 elsewhere, ")) << e.out;
  EXPECT_FALSE(has(e.out, "roads_transport")) << e.out;
  // What it prints is a file of topics.
  write("own.txt", e.out);
  const Ended list = qogam("analyze news.jsonl --only topics --models " QOGAM_SOURCE_DIR "/models --topics own.txt");
  EXPECT_EQ(list.code, 0) << list.err;
  EXPECT_EQ(qogam("topics suggest news.jsonl --topic culture").code, 2);
  EXPECT_TRUE(has(qogam("topics suggest news.jsonl --topic culture_languages").err, "Did you mean 'culture_language'?"));
  EXPECT_EQ(qogam("topics suggest").code, 2);
  EXPECT_EQ(qogam("topics sugest news.jsonl").code, 2);
  EXPECT_EQ(qogam("topics suggest news.jsonl --labels no.tsv").code, 3);
}

TEST_F(TopicsVerb, train_makes_weights_that_a_folder_of_models_takes) {
  const std::string call = "train topics --labels labels.tsv --dev labels.tsv news.jsonl -o ";
  Ended e = qogam(call + "a.weights");
  EXPECT_EQ(e.code, 3) << "nothing is left to learn from: " << e.err;
  e = qogam("train topics --labels labels.tsv news.jsonl:2 -o a.weights");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(read("a.weights"), "S-about")) << read("a.weights").substr(0, 300);
  EXPECT_EQ(qogam("train topics --labels labels.tsv news.jsonl:2 -o b.weights").code, 0);
  EXPECT_EQ(read("a.weights").substr(read("a.weights").find("\nlabels")), read("b.weights").substr(read("b.weights").find("\nlabels")));
  EXPECT_EQ(shell("cp -r " QOGAM_SOURCE_DIR "/models models && cp a.weights models/common/topics/about.weights && rm -f models/common/topics/main.weights").code, 0);
  e = qogam("analyze --only topics news.jsonl --models models");
  EXPECT_EQ(e.code, 0) << e.err;
  write("out.jsonl", e.out);
  e = qogam("eval --gold labels.tsv out.jsonl");
  EXPECT_TRUE(has(e.out, "topics.main                     12                  12      1.000")) << e.out << e.err;
  EXPECT_EQ(qogam("train topics news.jsonl -o c.weights").code, 2) << "labels are missing";
  EXPECT_EQ(qogam("train topics --main --labels labels.tsv news.jsonl:2 -o m.weights").code, 0);
  EXPECT_TRUE(has(read("m.weights"), "S-main"));
  write("typo.tsv", "id\ttopics\nn1\troads_transprt\n");
  e = qogam("train topics --labels typo.tsv news.jsonl -o c.weights");
  EXPECT_EQ(e.code, 3);
  EXPECT_TRUE(has(e.err, "Did you mean 'roads_transport'?")) << e.err;
  write("elsewhere.tsv", "id\ttopics\nx/n1\troads_transport\n");
  e = qogam("train topics --labels elsewhere.tsv news.jsonl -o c.weights");
  EXPECT_EQ(e.code, 3);
  EXPECT_TRUE(has(e.err, "'x/n1'")) << e.err;
  EXPECT_EQ(qogam("train topics --labels labels.tsv news.jsonl --rate 1e9 --l1 1e12 -o c.weights").code, 2) << "nothing learnt";
  EXPECT_FALSE(exists("c.weights"));
}

}  // namespace
}  // namespace qogam::cli
