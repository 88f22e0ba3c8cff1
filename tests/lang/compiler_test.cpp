// The whole compiler: same sources, same bytes; every mistake with its file and line.
#include "lang/compiler.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "support/dump.h"
#include "support/knowledge.h"
#include "text/hash.h"

namespace qogam::lang {
namespace {

using qogam::test::bare_language;
using qogam::test::compile_error;
using qogam::test::Files;
using qogam::test::rule;

TEST(Compiler, same_sources_give_the_same_bytes) {
  const auto sources = model::read_sources(std::string(QOGAM_SOURCE_DIR) + "/models");
  const std::string bytes = compile_models(sources);
  EXPECT_EQ(compile_models(sources), bytes);
  EXPECT_EQ(qogam::test::knowledge_of(sources)->fingerprint(),
            model::ModelView::own(bytes)->fingerprint());
}

TEST(Compiler, other_sources_have_another_fingerprint) {
  Files files = bare_language();
  const std::string before = qogam::test::knowledge_of(files)->fingerprint();
  files.push_back({"xx/lexicon/a.tsv", "@class a\nслово\n"});
  EXPECT_NE(qogam::test::knowledge_of(files)->fingerprint(), before);
}

TEST(Compiler, the_built_model_is_that_of_the_folder) {
  const auto& k = *qogam::test::real_knowledge();
  std::vector<std::string> codes;
  for (const LanguageInfo& l : k.languages()) codes.push_back(l.code);
  for (const char* code : {"und", "ru", "kk", "kk-Latn"})
    EXPECT_NE(std::ranges::find(codes, code), codes.end()) << code;
  EXPECT_EQ(k.base_language("kk-Latn"), k.language("kk"));
  EXPECT_EQ(k.language("en"), 0u);
  EXPECT_GE(k.topics().size(), 31u);
}

// Each line doubles what the one above says.
TEST(Compiler, macros_of_macros_are_refused_when_they_grow_too_large) {
  std::string text = "let a0 = а\n";
  for (int i = 1; i < 40; ++i) text += "let a" + std::to_string(i) + " = $a" + std::to_string(i - 1) + " $a" + std::to_string(i - 1) + "\n";
  EXPECT_NE(compile_error({{"xx/rules/a.rules", text}}).find("the pattern is too large"), std::string::npos);
  std::string deep = "let a0 = а\n";
  for (int i = 1; i < 5'000; ++i) deep += "let a" + std::to_string(i) + " = ($a" + std::to_string(i - 1) + ")?\n";
  EXPECT_NE(compile_error({{"xx/rules/a.rules", deep}}).find("nested too deep"), std::string::npos);
}

TEST(Compiler, takes_thousands_of_alternatives) {
  std::string pattern = "(а";
  for (int i = 0; i < 10'000; ++i) pattern += "|б";
  EXPECT_EQ(compile_error({{"xx/rules/a.rules", rule("r", pattern + ") в")}}), "");
}

TEST(Compiler, mistakes_are_named_with_file_and_line) {
  const Files lexicon{{"xx/lexicon/a.tsv", "@class month\nмай\n"}};
  const struct {
    const char *path;
    std::string text, message;
  } cases[] = {
      {"yy/language.tsv", "code\tyy\nname\tY\nwords\tи\n", "yy/language.tsv:1: the line `letters` is missing"},
      {"yy/language.tsv", "code\tyy\nname\n", "yy/language.tsv:2: a line is `key<TAB>value`"},
      {"yy/language.tsv", "code\tyy\nhaed\tlast\n", "yy/language.tsv:2: there is no key 'haed'"},
      {"yy/language.tsv", "code\tyy\nhead\tfinal\n", "yy/language.tsv:2: `head` is first or last"},
      {"yy/language.tsv", "code\tyy\nname\tY\nletters\tи\nwords\tи\nweights\t0\n", "yy/language.tsv:1: `weights` is a number from 1 on"},
      {"yy/language.tsv", "code\tyy\nname\tY\nletters\tи\nwords\tи\nweights\t" + std::to_string(static_cast<std::uint32_t>(text::hash_of_bytes("xx"))) + "\n", "yy/language.tsv:1: another language has the same `weights`"},
      {"yy/language.tsv", "code\txx\nname\tY\nletters\tи\nwords\tи\n", "yy/language.tsv:1: `code` is 'xx', and must be the name of the folder, 'yy'"},
      {"common/fold.tsv", "ё\n", "common/fold.tsv:1: a line is `letter<TAB>letter`"},
      {"common/fold.tsv", "ё\tе\nёж\tе\n", "common/fold.tsv:2: 'ёж' is neither one letter nor U+ and its number"},
      {"common/fold.tsv", "U+03x\t-\n", "common/fold.tsv:1: 'U+03x' is neither one letter nor U+ and its number"},
      {"xx/rules/a.rules", "\n" + rule("r", "@week"), "xx/rules/a.rules:2: no lexicon opens the class @week"},
      {"xx/rules/a.rules", "\n" + rule("r", "#man"), "xx/rules/a.rules:2: no mention type #man"},
      {"xx/rules/a.rules", "\n" + rule("r", "а", "date day=$d"), "xx/rules/a.rules:2: `gives` uses $d"},
      {"xx/rules/a.rules", rule("r", "(а"), "xx/rules/a.rules:2: ')' is missing"},
      {"xx/rules/a.rules", rule("r", "(((а{999}){999}){999}){999}"), "xx/rules/a.rules:1: the repeats of the rule are too many"},
      {"xx/rules/a.rules", rule("r", "а (((){999}){999}){999}"), "xx/rules/a.rules:1: the repeats of the rule are too many"},
      {"xx/grammar.tsv", "arc\tn\tend\tа\t-\t--\n", "xx/grammar.tsv:1: '--' is no cost"},
      {"xx/grammar.tsv", "arc\tn\tend\tа\t-\t99999999999\n", "xx/grammar.tsv:1: '99999999999' is no cost"},
      {"xx/grammar.tsv", "arc\tn\tn\t-\t-\t0\n", "xx/grammar.tsv:1: arcs without letters lead back"},
      {"xx/grammar.tsv", "arc\ta\tb\t-\t-\t0\narc\tb\tc\tа -\t-\t0\narc\tc\ta\t-\t-\t0\n", "xx/grammar.tsv:3: arcs without letters lead back"},
      {"common/topics/a.topic", "name ru Дороги\n", "common/topics/a.topic:1: a topic starts with `id NAME`"},
      {"common/topics/a.topic", "# ничего\n", "common/topics/a.topic:1: a topic starts with `id NAME`"},
      {"common/topics/a.topic", "id roads\nname de Wege\n", "common/topics/a.topic:2: no folder for the language 'de'"},
      {"common/topics/a.topic", "id roads\ncue xx heavy слово\n", "common/topics/a.topic:2: a cue is written"},
      {"common/topics/a.topic", "id roads\ncue zz 1 слово\n", "common/topics/a.topic:2: no folder for the language 'zz'"},
      {"common/topics/a.topic", "more roads\n", "common/topics/a.topic:1: there is no topic 'roads' to add to"},
      {"common/topics/a.topic", "id two roads\n", "common/topics/a.topic:1: an id is one word"},
      {"common/topics/a.topic", "id roads\ncue xx 1\n", "common/topics/a.topic:2: the phrase is missing"},
      {"common/topics/a.topic", "id roads\nmatch xx 1 (слово\n", "common/topics/a.topic:2: ')' is missing"},
      {"common/topics/a.topic", "id roads\nmatch xx 2 #person слово\n", "common/topics/a.topic:2: a pattern of a topic knows words and classes"},
      {"common/topics/a.topic", "id roads\ncue xx 1.2.3 слово\n", "common/topics/a.topic:2: a cue is written"},
      {"common/topics/a.topic", "id roads\nthreshold nan\n", "common/topics/a.topic:2: a threshold is a number"},
      {"common/topics/other.weights", "labels O\n", "common/topics/other.weights:1: weights of topics are called about.weights"},
      {"common/topics/a.topic", "id roads\nmatch xx слово\n", "common/topics/a.topic:2: a pattern is written `match LANGUAGE WEIGHT pattern`"},
      {"common/topics/a.topic", "id roads\n\nparent ways\n", "common/topics/a.topic:3: there is no topic 'ways'"},
      {"common/topics/a.topic", "id roads\nparent roads\n", "common/topics/a.topic:2: a topic cannot name itself here"},
      {"common/topics/a.topic", "id roads\nbefore roads\n", "common/topics/a.topic:2: a topic cannot name itself here"},
      {"common/topics/a.topic", "id roads\nid ways\nbefore roads rails\n", "common/topics/a.topic:3: there is no topic 'rails'"},
      {"common/topics/a.topic", "id roads\n+ xx слово\n", "common/topics/a.topic:2: an example is written `+ LANGUAGE`"},
      {"common/topics/a.topic", "id roads\n- zz «слово»\n", "common/topics/a.topic:2: no folder for the language 'zz'"},
      {"common/topics/a.topic", "id roads\nkey xx 1 слово\n", "common/topics/a.topic:2: a line starts with id"},
  };
  for (const auto& c : cases) {
    Files files = lexicon;
    files.push_back({c.path, c.text});
    const std::string said = compile_error(files);
    EXPECT_TRUE(said.starts_with(c.message)) << c.text << said;
  }
  EXPECT_EQ(compile_error(lexicon), "");
}

TEST(Compiler, topics_are_read) {
  Files files = bare_language();
  files.push_back({"common/topics/roads.topic",
                   "id roads\nname xx Пути\nname xx Дороги\nname en Roads\ncovers streets\nnot rails\n"
                   "cue xx 2.5 ремонт дорог\nunless xx железная дорога\n"});
  const auto k = qogam::test::knowledge_of(files);
  ASSERT_EQ(k->topics().size(), 1u);
  const TopicInfo& t = k->topics()[0];
  EXPECT_EQ(t.id, "roads");
  EXPECT_EQ(t.name("xx"), "Дороги") << "the latter line counts";
  EXPECT_EQ(t.name("en"), "Roads");
  EXPECT_EQ(t.name("kk"), "");
  EXPECT_EQ(t.covers, "streets");
  EXPECT_EQ(t.excludes, "rails");
  EXPECT_EQ(k->lexicon().class_name(t.lexicon), "topic:roads");
}

TEST(Compiler, a_topic_of_ones_own_takes_the_place_of_all_that_a_topic_had) {
  Files files = bare_language();
  files.push_back({"common/topics/a.topic", "id ways\n\nid roads\nparent ways\nmatch xx 3 новый* дорог*\n+ xx «дороги»\n"});
  const auto before = qogam::test::knowledge_of(files);
  ASSERT_EQ(before->topics().size(), 2u);
  EXPECT_EQ(before->topics()[1].parent, "ways");
  EXPECT_EQ(before->topic_examples().size(), 1u);
  EXPECT_TRUE(before->has_topic_patterns(before->language("xx")));
  const std::vector<model::SourceFile> own{{"own.topic", "id roads\n- xx «рельсы»\n- xx «шпалы»\n"}};
  const Knowledge after(model::ModelView::own(compile_models(files, own)));
  ASSERT_EQ(after.topics().size(), 2u);
  EXPECT_EQ(after.topics()[1].parent, "");
  EXPECT_EQ(after.topic_examples().size(), 2u);
  EXPECT_FALSE(after.has_topic_patterns(after.language("xx")));
}

TEST(Knowledge, keys_fold_case_and_letters) {
  Files files = bare_language();
  files.push_back({"common/fold.tsv", "ё\tе\n"});
  files.push_back({"xx/latin.tsv", "sh\tш\ns\tс\na\tа\n"});
  const auto k = qogam::test::knowledge_of(files);
  EXPECT_EQ(k->fold("ЁЛКА"), "елка");
  EXPECT_EQ(k->key("Шаша", k->language("xx")), "шаша");
  EXPECT_EQ(k->key("SHASA", k->language("xx-Latn")), "шаса") << "the longest group first";
  EXPECT_EQ(k->key("Shaq", k->language("xx-Latn")), "шаq") << "what no group has stays";
}

TEST(Knowledge, spellings_are_told_by_their_letters) {
  const auto& k = *qogam::test::real_knowledge();
  const std::uint32_t latin = k.language("kk-Latn");
  EXPECT_EQ(k.key("aýdan", latin, k.spelling_of("aýdan", latin)), "аудан") << "letters of 2018";
  EXPECT_EQ(k.key("äkım", latin, k.spelling_of("äkım", latin)), "әкім") << "letters of 2021";
}

TEST(Knowledge, values_of_words_in_any_language) {
  const auto& k = *qogam::test::real_knowledge();
  const struct {
    const char *lexicon_class, *word, *value;
  } cases[] = {{"month", "апреля", "4"}, {"month", "Мая", "5"}, {"month", "сәуірде", "4"}, {"month", "қаңтар", "1"}};
  for (const auto& c : cases) EXPECT_EQ(k.value_of(c.lexicon_class, c.word), c.value) << c.word;
  EXPECT_EQ(k.value_of("month", "слово"), std::nullopt);
}

TEST(Knowledge, a_missing_model_is_named) {
  try {
    load_knowledge("/no/such.model");
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.cause(), Cause::models);
    EXPECT_NE(std::string(e.what()).find("/no/such.model"), std::string::npos);
  }
}

}  // namespace
}  // namespace qogam::lang
