// qogam words and qogam train as a user calls them.
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class WordsVerb : public ProgramTest {};

TEST_F(WordsVerb, prints_conllu_of_each_file) {
  write("a.txt", "Аким открыл школу.\n");
  write("b.txt", "Мектеп ашылды.\n");
  const Ended e = qogam("words --plain a.txt b.txt");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.out, "# newdoc id = a\n")) << e.out;
  EXPECT_TRUE(has(e.out, "школу\tшкола\tNOUN")) << e.out;
  EXPECT_TRUE(has(e.out, "# lang = kk\n")) << e.out;
}

TEST_F(WordsVerb, a_file_that_is_missing_does_not_stop_it) {
  write("a.txt", "Аким открыл школу.\n");
  const Ended e = qogam("words --plain no.txt a.txt");
  EXPECT_EQ(e.code, 1);
  EXPECT_TRUE(has(e.err, "[not_found]")) << e.err;
  EXPECT_TRUE(has(e.out, "# error = not_found")) << e.out;
  EXPECT_TRUE(has(e.out, "школу\tшкола")) << e.out;
}

TEST_F(WordsVerb, usage) {
  EXPECT_EQ(qogam("words").code, 2);
  const Ended e = qogam("words --lang rus a.txt");
  EXPECT_EQ(e.code, 2);
  EXPECT_TRUE(has(e.err, "ru")) << e.err;
}

TEST_F(WordsVerb, train_writes_the_same_bytes_each_time) {
  write("gold.conllu", "1\tСтали\tсталь\tNOUN\t_\tCase=Gen|Number=Sing\t_\t_\t_\t_\n2\tнет\tнет\tVERB\t_\t_\t_\t_\t_\t_\n\n");
  const Ended e = qogam("train words --bits 10 --epochs 2 gold.conllu:2 -o w1");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.err, "epoch 2: 4 words")) << e.err;
  EXPECT_EQ(qogam("train words --bits 10 --epochs 2 gold.conllu:2 -o w2").code, 0);
  EXPECT_EQ(shell("tail -n +3 w1 > v1; tail -n +3 w2 > v2; cmp v1 v2").code, 0);
}

TEST_F(WordsVerb, train_says_what_is_wrong) {
  EXPECT_EQ(qogam("train").code, 2);
  EXPECT_EQ(qogam("train nouns gold.conllu -o w").code, 2);
  EXPECT_EQ(qogam("train words no.conllu -o w").code, 3);
  write("bad.conllu", "1\tword\n");
  const Ended e = qogam("train words bad.conllu -o w");
  EXPECT_EQ(e.code, 3);
  EXPECT_TRUE(has(e.err, "bad.conllu:1:")) << e.err;
}

}  // namespace
}  // namespace qogam::cli::test
