// Words as CoNLL-U, line for line.
#include "write/conllu.h"

#include <gtest/gtest.h>

#include "support/analysis.h"

namespace qogam::write {
namespace {

TEST(Conllu, whole_document) {
  Document d = test::words_of(*test::real_knowledge(), "Министр открыл школу.\nВсё!", "ru");
  d.id = "a";
  EXPECT_EQ(to_conllu(d),
            "# newdoc id = a\n"
            "# sent_id = a-1\n# lang = ru\n# text = Министр открыл школу.\n"
            "1\tМинистр\tминистр\tNOUN\t_\tAnimacy=Anim|Case=Nom|Gender=Masc|Number=Sing\t_\t_\t_\tStart=0|End=7\n"
            "2\tоткрыл\tоткрыть\tVERB\t_\tAspect=Perf|Gender=Masc|Number=Sing|Tense=Past\t_\t_\t_\tStart=8|End=14\n"
            "3\tшколу\tшкола\tNOUN\t_\tAnimacy=Inan|Case=Acc|Gender=Fem|Number=Sing\t_\t_\t_\tSpaceAfter=No|Start=15|End=20\n"
            "4\t.\t.\tPUNCT\t_\t_\t_\t_\t_\tStart=20|End=21\n"
            "\n"
            "# sent_id = a-2\n# lang = ru\n# text = Всё!\n"
            "1\tВсё\tвсе\tPRON\t_\tCase=Nom|Gender=Neut|Number=Sing\t_\t_\t_\tSpaceAfter=No|Start=22|End=25\n"
            "2\t!\t!\tPUNCT\t_\t_\t_\t_\t_\tStart=25|End=26\n"
            "\n");
}

TEST(Conllu, a_document_with_an_error_says_so) {
  Document d;
  d.id = "b";
  d.error = Problem{"empty", "There is nothing in it.", "decode"};
  EXPECT_EQ(to_conllu(d), "# newdoc id = b\n# error = empty: There is nothing in it.\n\n");
}

TEST(Conllu, parts_of_speech) {
  const struct {
    Features features;
    const char* name;
  } cases[] = {{feature::noun, "NOUN"}, {feature::noun | feature::proper, "PROPN"}, {feature::verb | feature::aux, "AUX"},
               {feature::participle | feature::adj, "VERB"}, {feature::pron | feature::det, "DET"}, {feature::function_word | feature::adp, "ADP"},
               {feature::function_word, "PART"}, {0, "X"}};
  for (const auto& c : cases) EXPECT_EQ(part_of_speech(c.features), c.name);
}

}  // namespace
}  // namespace qogam::write
