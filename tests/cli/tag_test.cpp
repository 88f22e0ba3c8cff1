// qogam train ner and qogam tag as a user calls them.
#include "cli/program.h"

namespace qogam::cli::test {
namespace {

class TagVerb : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("g.docs.jsonl", "{\"id\":\"a\",\"text\":\"😀 Аким Ерлан Омаров приехал в Астану.\"}\n");
    write("g.gold.jsonl", "{\"id\":\"a\",\"spans\":[[7,19,\"PERSON\"],[30,36,\"CITY\"]]}\n");
  }
};

TEST_F(TagVerb, trains_and_finds_spans_in_code_points) {
  const Ended e = qogam("train ner --types PER=PERSON,LOC=CITY --least 1 --epochs 12 --dev g.docs.jsonl g.docs.jsonl:3 -o w1");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.err, "epoch 12: loss ")) << e.err;
  EXPECT_TRUE(has(e.err, "; all 1.000")) << e.err;
  const Ended t = qogam("tag --plain --lang ru --weights w1 g.docs.jsonl");
  EXPECT_EQ(t.code, 0) << t.err;
  EXPECT_TRUE(t.out.starts_with("{\"id\":\"a\",\"spans\":[[7,19,\"PER\"],[30,36,\"LOC\"]],\"generator\":{")) << t.out;
}

TEST_F(TagVerb, train_writes_the_same_bytes_each_time) {
  const std::string call = "train ner --least 1 --epochs 2 --domain d --forget 0.2 g.docs.jsonl@d -o ";
  EXPECT_EQ(qogam(call + "w1").code, 0);
  EXPECT_EQ(qogam(call + "w2").code, 0);
  EXPECT_EQ(shell("tail -n +3 w1 > v1; tail -n +3 w2 > v2; cmp v1 v2").code, 0);
}

TEST_F(TagVerb, the_weights_of_the_model_know_people_and_places) {
  write("a.txt", "По словам Нурлана Абдрахманова, дорогу в Павлодаре отремонтируют.\n");
  const Ended e = qogam("tag --plain a.txt");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(e.out.starts_with("{\"id\":\"a\",\"spans\":[[10,30,\"PER\"],[41,50,\"LOC\"]],\"generator\":{")) << e.out;
}

TEST_F(TagVerb, relations_join_a_person_and_a_post) {
  write("a.txt", "Экс-министр финансов Ерлан Омаров приехал в Астану.\n");
  const Ended e = qogam("tag --plain --lang ru --set posts --relations a.txt");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.out, "\"spans\":[[4,20,\"PROFESSION\"]]")) << e.out;
  EXPECT_TRUE(has(e.out, "[\"WORKS_AS\",\"Ерлан Омаров\",\"министр финансов\"]")) << e.out;
}

TEST_F(TagVerb, trains_relations) {
  shell("mkdir g");
  write("g/a.txt", "Аким Ерлан Омаров приехал. Певица Асель Ким пела.");
  write("g/a.ann", "T1\tPROFESSION 0 4\tАким\nT2\tPERSON 5 17\tЕрлан Омаров\nT3\tPROFESSION 27 33\tПевица\nT4\tPERSON 34 43\tАсель Ким\n"
                   "R1\tWORKS_AS Arg1:T2 Arg2:T1\nR2\tWORKS_AS Arg1:T4 Arg2:T3\n");
  const std::string call = "train relations --least 1 --relation WORKS_AS=names/PERSON+posts/PROFESSION --dev g g -o ";
  const Ended e = qogam(call + "w1");
  EXPECT_EQ(e.code, 0) << e.err;
  EXPECT_TRUE(has(e.err, "; all 1.000")) << e.err;
  EXPECT_EQ(qogam(call + "w2").code, 0);
  EXPECT_EQ(shell("tail -n +3 w1 > v1; tail -n +3 w2 > v2; cmp v1 v2").code, 0);
  EXPECT_EQ(qogam("train relations --relation WORKS_AS g -o w").code, 2);
  EXPECT_EQ(qogam("train relations g -o w").code, 2);
}

TEST_F(TagVerb, a_file_that_is_missing_does_not_stop_it) {
  write("a.txt", "Аким открыл школу.\n");
  const Ended e = qogam("tag --plain no.txt a.txt");
  EXPECT_EQ(e.code, 1);
  EXPECT_TRUE(has(e.err, "[not_found]")) << e.err;
  EXPECT_TRUE(has(e.out, "{\"id\":\"a\",")) << e.out;
}

TEST_F(TagVerb, says_what_is_wrong) {
  EXPECT_EQ(qogam("tag").code, 2);
  EXPECT_EQ(qogam("tag --set nmes g.docs.jsonl").code, 2);
  EXPECT_EQ(qogam("tag --weights g.docs.jsonl a.txt").code, 2) << "of which language?";
  EXPECT_EQ(qogam("tag --lang ru --weights g.docs.jsonl a.txt").code, 4);
  EXPECT_EQ(qogam("train ner").code, 2);
  EXPECT_EQ(qogam("train ner g.docs.jsonl:x -o w").code, 2);
  EXPECT_EQ(qogam("train ner no.docs.jsonl -o w").code, 3);
  EXPECT_EQ(qogam("train ner --types A= g.docs.jsonl -o w").code, 2);
}

}  // namespace
}  // namespace qogam::cli::test
