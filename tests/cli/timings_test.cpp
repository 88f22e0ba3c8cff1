// What `--timings` tells, and that it changes nothing else.
#include "cli/articles.h"
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

using Json = nlohmann::json;

class Timings : public ProgramTest {
 protected:
  void write_inputs() {
    for (int n = 0; n < 6; ++n) write("news/" + std::to_string(n) + ".txt", article(n));
  }
};

TEST_F(Timings, has_every_stage_and_what_stands_around_them) {
  write_inputs();
  ASSERT_EQ(qogam("analyze news -j2 -o out.jsonl --timings=timings.json").code, 0);
  const Json told = Json::parse(read("timings.json"));
  const Json article = objects(read("out.jsonl")).front();
  EXPECT_EQ(told["version"], article["generator"]["version"]);
  EXPECT_EQ(told["models"], article["generator"]["models"]);
  EXPECT_EQ(told["documents"], 6);
  EXPECT_GT(told["text_bytes"], 1000);
  EXPECT_GT(told["tokens"], 100);
  EXPECT_GT(told["serial_fraction"], 0);
  EXPECT_LT(told["serial_fraction"], 1);
  std::vector<std::string> names, serial;
  double shares = 0;
  for (const Json& part : told["parts"]) {
    names.push_back(part["name"]);
    if (part["serial"]) serial.push_back(part["name"]);
    shares += part["share"].get<double>();
  }
  EXPECT_EQ(names, (std::vector<std::string>{"decode", "clean", "segment", "words", "mentions", "link", "topics", "quotes", "commitments", "read", "compare", "write", "output"}));
  EXPECT_EQ(serial, (std::vector<std::string>{"read", "compare", "output"}));
  EXPECT_NEAR(shares, 1, 0.001);
  EXPECT_TRUE(QOGAM_SANITIZED || told["parts"][4]["allocations"] > 100) << "mentions are made of strings";
}

TEST_F(Timings, stages_that_are_not_needed_are_not_there) {
  write_inputs();
  ASSERT_EQ(qogam("analyze news -o out.jsonl --only dates --timings=timings.json").code, 0);
  const Json told = Json::parse(read("timings.json"));
  for (const Json& part : told["parts"]) EXPECT_NE(part["name"], "topics");
}

TEST_F(Timings, output_stays_the_same_and_the_table_goes_to_stderr) {
  write_inputs();
  const auto plain = qogam("analyze news"), watched = qogam("analyze news --timings");
  EXPECT_EQ(plain.out, watched.out);
  EXPECT_NE(watched.err.find("ns a token"), std::string::npos) << watched.err;
  EXPECT_NE(watched.err.find("MB and"), std::string::npos) << watched.err;
}

TEST_F(Timings, a_file_that_cannot_be_written_is_told) {
  write_inputs();
  const auto run = qogam("analyze news -o out.jsonl --timings=no/such/folder.json");
  EXPECT_EQ(run.code, 3);
  EXPECT_NE(run.err.find("no/such/folder.json"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace qogam::cli::test
