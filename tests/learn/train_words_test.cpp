// Training the word tagger: what it learns, and that it learns the same each time.
#include "learn/train_words.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "qogam/error.h"
#include "support/knowledge.h"

namespace qogam::learn {
namespace {

std::string file_with(const std::string& name, const std::string& text) {
  const std::string path = (std::filesystem::temp_directory_path() / ("qogam-" + std::to_string(::getpid()) + name)).string();
  std::ofstream(path) << text;
  return path;
}

constexpr const char* kGold =
    "# text = Дома стали выше.\n"
    "1-2\tДома стали\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tДома\tдом\tNOUN\t_\tCase=Nom|Number=Plur\t_\t_\t_\t_\n"
    "2\tстали\tстать\tVERB\t_\tNumber=Plur|Tense=Past\t_\t_\t_\t_\n"
    "3\tвыше\tвыше\tADV\t_\tDegree=Cmp\t_\t_\t_\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_\n"
    "\n"
    "1\tЛисты\tлист\tNOUN\t_\tCase=Nom|Number=Plur\t_\t_\t_\t_\n"
    "2\tстали\tсталь\tNOUN\t_\tCase=Gen|Number=Sing\t_\t_\t_\t_\n";

TEST(ReadConllu, sentences_tokens_and_gold) {
  const GoldWords gold = read_conllu(file_with("a.conllu", kGold), "ru");
  EXPECT_EQ(gold.document.text, "Дома стали выше. \nЛисты стали \n");
  ASSERT_EQ(gold.document.sentences.size(), 2u);
  ASSERT_EQ(gold.words.size(), 6u);
  EXPECT_EQ(gold.document.surface(gold.document.tokens[3].span), ".");
  EXPECT_EQ(gold.document.tokens[3].kind, TokenKind::punctuation);
  EXPECT_EQ(gold.words[1].lemma, "стать");
  EXPECT_EQ(gold.words[5].features, feature::gen | feature::sg);
}

TEST(ReadConllu, a_line_of_other_columns_is_named) {
  const std::string path = file_with("b.conllu", "1\tДома\tдом\n");
  try {
    read_conllu(path, "ru");
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(std::string(e.what()), path + ":1: a line of CoNLL-U has ten columns, this one has 3.");
  }
  EXPECT_THROW(read_conllu("/no/such/file", "ru"), Error);
}

TEST(TrainWords, learns_and_repeats_itself) {
  const auto knowledge = test::real_knowledge();
  const std::string path = file_with("c.conllu", kGold);
  const auto run = [&](std::uint64_t seed) {
    std::vector<EpochReport> reports;
    std::vector<WeightedGold> gold;
    gold.push_back({read_conllu(path, "ru"), 3});
    auto weights = train_words(*knowledge, "ru", gold, {.epochs = 10, .bits = 12, .seed = seed}, [&](const EpochReport& r) { reports.push_back(r); });
    EXPECT_EQ(reports.size(), 10u);
    EXPECT_EQ(reports.back().words, 18u);
    EXPECT_GT(reports.back().ambiguous, 0u);
    EXPECT_EQ(reports.back().right, reports.back().ambiguous) << "three sentences are learnt by heart";
    return weights;
  };
  const auto weights = run(1);
  EXPECT_EQ(weights.size(), 4096u);
  EXPECT_EQ(weights, run(1));
}

}  // namespace
}  // namespace qogam::learn
