// Reading marked names. A row is a file and the names that come out of it.
#include "learn/name_gold.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "qogam/error.h"

namespace qogam::learn {
namespace {

namespace fs = std::filesystem;

class NameGoldFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("qogam-gold-" + std::to_string(getpid()) + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string file(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
    return (folder_ / name).string();
  }
  static std::string told(const std::vector<NameText>& texts) {
    std::string all;
    for (const NameText& t : texts) {
      all += t.id.substr(0, t.id.find(':')) + ":";
      for (const GoldName& n : t.names) all += " " + std::to_string(n.begin) + "-" + std::to_string(n.end) + " " + n.type;
      all += "\n";
    }
    return all;
  }
  fs::path folder_;
};

TEST_F(NameGoldFiles, brat) {
  file("b.txt", "Аким Омаров из фонда «Заря»");
  file("b.ann", "T1\tPERSON 5 11\tОмаров\nT2\tORG 15 27\tфонда «Заря»\nT3\tORG 21 27\t«Заря»\nR1\tX Arg1:T1 Arg2:T2\nT4\tDATE 3 4;0 2\tАк м\n");
  file("a.txt", "Пусто");
  file("a.ann", "");
  EXPECT_EQ(told(read_name_gold(folder_.string(), {})), "a:\nb: 0-4 DATE 5-11 PERSON 15-26 ORG\n");
  EXPECT_EQ(told(read_name_gold(folder_.string(), name_types("PER=PERSON+GOD"))), "a:\nb: 5-11 PER\n");
  const NameText b = read_name_gold(folder_.string(), {}).at(1);
  ASSERT_EQ(b.relations.size(), 1u);
  EXPECT_EQ(b.relations[0].type + b.relations[0].head + b.relations[0].tail, "XT1T2");
  EXPECT_EQ(b.names.at(2).id, "T2");
  file("a.ann", "R1\tX Arg1:T1\n");
  EXPECT_THROW(read_name_gold(folder_.string(), {}), Error);
  file("a.ann", "T1\tPERSON x 11\tОмаров\n");
  EXPECT_THROW(read_name_gold(folder_.string(), {}), Error);
}

TEST_F(NameGoldFiles, spans) {
  const std::string docs = file("x.docs.jsonl", "{\"id\":\"one\",\"text\":\"Омаров\"}\n{\"id\":\"two\",\"text\":\"нет\"}\n");
  file("x.gold.jsonl", "{\"id\":\"one\",\"spans\":[[0,6,\"PER\"]]}\n");
  EXPECT_EQ(told(read_name_gold(docs, {})), "one: 0-6 PER\ntwo:\n");
  file("x.gold.jsonl", "{\"id\":\"one\"\n");
  try {
    read_name_gold(docs, {});
    FAIL();
  } catch (const Error& e) {
    EXPECT_NE(std::string(e.what()).find("x.gold.jsonl:1:"), std::string::npos) << e.what();
  }
}

TEST_F(NameGoldFiles, iob2) {
  const std::string path = file("k.txt", "Ерлан B-PER\nОмаров I-PER\nкелді O\n\nАстана B-LOC\r\nАлматы B-LOC\n");
  const auto texts = read_name_gold(path, {});
  EXPECT_EQ(told(texts), "k.txt: 0-12 PER\nk.txt: 0-6 LOC 7-13 LOC\n");
  EXPECT_EQ(texts[0].text, "Ерлан Омаров келді ");
  EXPECT_THROW(read_name_gold(file("bad.txt", "Ерлан\n"), {}), Error);
  for (const char* lines : {"Ерлан B-PER\nкелді O\nОмаров I-PER\n", "Ерлан B-PER\nфонд I-ORG\n", "Омаров I-PER\n", "Ерлан B-PER\n\nОмаров I-PER\n"}) EXPECT_THROW(read_name_gold(file("torn.txt", lines), {}), Error) << lines;
  EXPECT_THROW(read_name_gold("/no/such/file", {}), Error);
}

TEST(NameTypesOf, a_list) {
  EXPECT_EQ(name_types("A=B+C,D"), (NameTypes{{"B", "A"}, {"C", "A"}, {"D", "D"}}));
  EXPECT_TRUE(name_types("").empty());
  EXPECT_THROW(name_types("A="), Error);
}

}  // namespace
}  // namespace qogam::learn
