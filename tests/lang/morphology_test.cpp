// Words led back to lemmas: endings, chains of suffixes, stems, forms, guesses.
#include "lang/morphology.h"

#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"
#include "support/knowledge.h"

namespace qogam::lang {
namespace {

using qogam::test::Files;
using qogam::test::small_knowledge;

std::string names(Features features) {
  std::vector<std::string> all;
  for (const FeatureName& f : kFeatureNames)
    if (features & f.bit) all.emplace_back(f.name);
  return qogam::test::join(all);
}

// The known readings of a word: "лемма noun gen; …". Guesses are left out or alone.
std::string readings(const Knowledge& k, const std::string& word, bool guesses = false) {
  std::vector<Analysis> found;
  k.morphology(k.language("xx")).analyse(k.fold(word), found);
  std::vector<std::string> all;
  for (const Analysis& a : found)
    if (((a.features & feature::guessed) != 0) == guesses)
      all.push_back(std::string(k.words()[a.lemma]) + (a.lemma ? " " : "") + names(a.features));
  return qogam::test::join(all, "; ");
}

const Files kRussian{{"xx/morphology.tsv",
                      "-\t-\tnoun nom sg masc\tбвгджзклмнпрстфхцчшщ\n"
                      "а\t-\tnoun gen sg masc\tбвгджзклмнпрстфхцчшщ\n"
                      "у\t-\tnoun dat sg masc\tбвгджзклмнпрстфхцчшщ\n"
                      "а\tа\tnoun nom sg fem\n"
                      "ы\tа\tnoun gen sg fem\n"
                      "ого\tый\tadj gen sg masc\n"
                      "ют\tть\tverb pres p3 pl\n"},
                     {"xx/stems.tsv", "посёлк\tпосёлок\n"},
                     {"xx/forms.tsv", "людей\tчеловек\tnoun gen pl\nшло\tидти\n"},
                     {"xx/lexicon/a.tsv",
                      "@class a\nаким\nшкола\nглавный\nпосёлок\nделать\nбюджет участия\n"}};

TEST(Morphology, endings_lead_to_words_of_lexicons) {
  const auto k = small_knowledge(kRussian);
  const struct {
    const char *word, *found;
  } cases[] = {
      {"аким", "аким noun nom sg masc"},
      {"акима", "аким noun gen sg masc"},
      {"АКИМУ", "аким noun dat sg masc"},
      {"школы", "школа noun gen sg fem"},
      {"школа", "школа noun nom sg fem"},
      {"главного", "главный adj gen sg masc"},
      {"делают", "делать verb pl pres p3"},
      {"посёлка", "посёлок noun gen sg masc; посёлок noun nom sg fem"},  // by its stem
      {"посёлку", "посёлок noun dat sg masc"},
      {"людей", "человек noun gen pl"},         // by its form
      {"шло", "идти "},
      {"министра", ""},                         // no lexicon has it
      {"акимат", ""},
      {"участия", ""},                          // only part of a phrase: its features are guessed
  };
  for (const auto& c : cases) EXPECT_EQ(readings(*k, c.word), c.found) << c.word;
}

TEST(Morphology, words_of_rules_count_as_words_of_lexicons) {
  Files files = kRussian;
  files.push_back({"xx/rules/a.rules", qogam::test::rule("r", "министр \"области\"")});
  const auto k = small_knowledge(files);
  EXPECT_EQ(readings(*k, "министра"), "министр noun gen sg masc");
  EXPECT_EQ(readings(*k, "области"), "") << "a form is no lemma";
}

TEST(Morphology, unknown_words_are_guessed) {
  const auto k = small_knowledge(kRussian);
  EXPECT_EQ(readings(*k, "министра", true), "noun gen sg masc guessed; noun nom sg fem guessed");
  EXPECT_EQ(readings(*k, "строгого", true), "adj gen sg masc guessed");
  EXPECT_EQ(readings(*k, "делают", true), "") << "a verb is sure";
  EXPECT_EQ(readings(*k, "да", true), "") << "two letters at least are left for a stem";
}

TEST(Morphology, letters_before_the_ending_are_asked) {
  const auto k = small_knowledge(kRussian);
  EXPECT_EQ(readings(*k, "семья", true), "");
  EXPECT_EQ(readings(*k, "вуу", true), "") << "у stands behind a consonant only";
}

const Files kKazakh{{"common/fold.tsv", ""},
                    {"xx/morphology.tsv",
                     "harmony аоұы әеөүі\n"
                     "alternate б п\n"
                     "alternate г к\n"
                     "slot plural\tлар лер дар дер\tpl\n"
                     "slot poss\tы і сы сі\tposs3\n"
                     "slot case\tда де нда нде\tloc\n"
                     "slot case\tның нің\tgen\n"
                     "chain noun plural? poss? case?\t-\tnoun\n"
                     "final case\n"},
                    {"xx/lexicon/a.tsv", "@class a\nәкім\nқала\nкітап\nмектеп\nбасшы\n"}};

TEST(Morphology, chains_of_suffixes) {
  const auto k = small_knowledge(kKazakh);
  const struct {
    const char *word, *found;
  } cases[] = {
      {"әкім", "әкім noun"},
      {"әкімі", "әкім noun poss3"},
      {"әкімдер", "әкім noun pl"},
      {"әкімдері", "әкім noun pl poss3"},
      {"әкімдерінде", "әкім noun loc pl poss3"},
      {"қалада", "қала noun loc"},
      {"қалалардың", ""},               // no such suffix in this table
      {"қаланың", "қала noun gen"},
      {"басшысының", "басшы noun gen poss3"},
      {"кітабы", "кітап noun poss3"},   // п is б before a vowel
      {"мектебінде", "мектеп noun loc poss3"},
      {"кітапы", "кітап noun poss3"},
      {"әкімларі", ""},                 // vowels of both classes in one chain
      {"әкімдары", "әкім noun pl poss3"},  // the stem is not asked
  };
  for (const auto& c : cases) EXPECT_EQ(readings(*k, c.word), c.found) << c.word;
}

TEST(Morphology, nominative_keeps_the_possessive) {
  const auto k = small_knowledge(kKazakh);
  const Morphology& m = k->morphology(k->language("xx"));
  const auto nominative = [&](const std::string& word, const std::string& lemma) {
    const Morphology::Base base = m.nominative(word, k->words().find(lemma));
    return word.substr(0, base.stem_bytes) + base.ending;
  };
  EXPECT_EQ(nominative("басшысының", "басшы"), "басшысы");
  EXPECT_EQ(nominative("қалада", "қала"), "қала");
  EXPECT_EQ(nominative("мектебінде", "мектеп"), "мектебі");
  EXPECT_EQ(nominative("әкімдерінде", "әкім"), "әкімдері");
  EXPECT_EQ(nominative("министр", "әкім"), "министр") << "another word stays as it is";
}

TEST(Morphology, mistakes_are_named_with_file_and_line) {
  const struct {
    const char *file, *text, *message;
  } cases[] = {
      {"morphology", "а\t-\n", "xx/morphology.tsv:1: a line is `ending<TAB>lemma ending"},
      {"morphology", "\nа\t-\tnuon\n", "xx/morphology.tsv:2: 'nuon' is no feature"},
      {"morphology", "slot case\n", "xx/morphology.tsv:1: a line is `slot NAME"},
      {"morphology", "slot case\tда\tlok\n", "xx/morphology.tsv:1: 'lok' is no feature"},
      {"morphology", "chain noun\tplural? case?\n", "xx/morphology.tsv:1: a chain is written `chain NAME slot slot?"},
      {"morphology", "chain noun case\n", "xx/morphology.tsv:1: no line `slot case`"},
      {"names", "а\t-\tsurnam\n", "xx/names.tsv:1: 'surnam' is no feature"},
      {"forms", "людей\n", "xx/forms.tsv:1: a line is `form<TAB>lemma<TAB>features`"},
      {"forms", "людей\tчеловек\tplur\n", "xx/forms.tsv:1: 'plur' is no feature"},
      {"stems", "посёлк\n", "xx/stems.tsv:1: a line is `stem<TAB>lemma`"},
  };
  for (const auto& c : cases) {
    const std::string said =
        qogam::test::compile_error({{std::string("xx/") + c.file + ".tsv", c.text}});
    EXPECT_TRUE(said.starts_with(c.message)) << said;
  }
}

TEST(Morphology, torn_lines_are_named_with_file_and_line) {
  for (const char* text : {"\nalternate б\n", "\nfinal\n"}) {
    try {
      const std::string said = qogam::test::compile_error({{"xx/morphology.tsv", text}});
      EXPECT_TRUE(said.starts_with("xx/morphology.tsv:2: ")) << text << said;
    } catch (const std::exception& e) {
      ADD_FAILURE() << text << "an exception without file and line: " << e.what();
    }
  }
}

}  // namespace
}  // namespace qogam::lang
