// What the dictionary of a language says of words, known and new. Readings are written
// "lemma features"; the order is that of the dictionary.
#include "lang/dictionary.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "qogam/error.h"
#include "support/knowledge.h"

namespace qogam::lang {
namespace {

using qogam::test::real_knowledge;
using qogam::test::small_knowledge;

std::vector<std::string> said(const Knowledge& k, const std::string& language, const std::string& word) {
  std::vector<Analysis> readings;
  const std::string folded = k.fold(word);
  const Dictionary& dictionary = k.morphology(k.language(language)).dictionary();
  if (!dictionary.find(folded, readings)) dictionary.predict(folded, readings);
  std::vector<std::string> all;
  for (const Analysis& a : readings) {
    std::string one = k.lemma_text(folded, a);
    for (const FeatureName& f : kFeatureNames)
      if (a.features & f.bit) one += " " + std::string(f.name);
    all.push_back(one);
  }
  return all;
}

bool among(const std::vector<std::string>& all, const std::string& one) { return std::ranges::find(all, one) != all.end(); }

TEST(Dictionary, known_words) {
  const struct {
    const char *form, *reading;
  } cases[] = {
      {"акимата", "акимат noun gen sg masc inan"},
      {"управлении", "управление noun loc sg neut inan"},
      {"районных", "районный adj gen pl"},
      {"поручил", "поручить verb sg masc past perfective"},
      {"построят", "построить verb pl pres p3 perfective"},
      {"построена", "построить verb participle sg fem past passive perfective short"},
      {"построенную", "построить participle acc sg fem past passive perfective"},
      {"людьми", "человек noun ins pl masc anim"},
      {"шёл", "идти verb sg masc past"},
      {"ещё", "еще adv"},
      {"лучше", "хороший adj comparative"},
      {"Айгуль", "айгуль noun nom sg fem given proper anim"},
      {"Ивановой", "иванова noun dat sg fem surname proper anim"},
      {"Ивановым", "иванов noun ins sg masc surname proper anim"},
      {"Сергеевны", "сергеевна noun gen sg fem patronymic proper anim"},
      {"Юрьевичем", "юрьевич noun ins sg masc patronymic proper anim"},
      {"Казахстана", "казахстан noun gen sg masc place proper inan"},
      {"вице-министра", "вице-министр noun gen sg masc anim"},
      {"который", "который pron nom sg masc"},
      {"другого", "другой adj gen sg neut"},
      {"будет", "быть verb sg pres p3 aux"},
      {"г.", "год noun gen sg masc"},
  };
  for (const auto& c : cases) {
    const auto all = said(*real_knowledge(), "ru", c.form);
    EXPECT_TRUE(among(all, c.reading)) << c.form << " gives " << ::testing::PrintToString(all) << ", not " << c.reading;
  }
}

TEST(Dictionary, new_words_are_read_by_their_end) {
  const struct {
    const char *form, *reading;
  } cases[] = {
      {"цифровизаторы", "цифровизатор noun nom pl masc guessed anim"},
      {"антимонополизация", "антимонополизация noun nom sg fem guessed inan"},
      {"загуглили", "загуглить verb pl past guessed perfective"},
      {"Рахманбердиева", "рахманбердиев noun gen sg masc surname guessed proper anim"},
  };
  for (const auto& c : cases) {
    const auto all = said(*real_knowledge(), "ru", c.form);
    EXPECT_TRUE(among(all, c.reading)) << c.form << " gives " << ::testing::PrintToString(all) << ", not " << c.reading;
  }
}

TEST(Dictionary, other_forms_of_a_lexeme) {
  const auto k = real_knowledge();
  const Dictionary& dictionary = k->morphology(k->language("ru")).dictionary();
  const struct {
    const char *form, *nominative;
    Features wanted;
  } cases[] = {
      {"министерству", "министерство", feature::nom | feature::sg},
      {"акиматов", "акиматы", feature::nom | feature::pl},
      {"районных", "районные", feature::nom | feature::pl},
      {"вице-министра", "вице-министр", feature::nom | feature::sg},
  };
  for (const auto& c : cases) {
    std::vector<Analysis> readings;
    ASSERT_TRUE(dictionary.find(c.form, readings)) << c.form;
    bool found = false;
    for (const Analysis& a : readings)
      for (const std::string_view ending : dictionary.forms(c.form, a, c.wanted))
        found |= std::string(c.form).substr(0, a.stem).append(ending) == c.nominative;
    EXPECT_TRUE(found) << c.form << " has no form " << c.nominative;
  }
}

// A dictionary of a few lines, as a language of one's own would begin.
const test::Files kSmall = {
    {"xx/dictionary/tags.tsv", "0\tnoun nom sg\n1\tnoun gen sg\n"},
    {"xx/dictionary/paradigms.tsv", "0\t/0\tа/1\n1\tья/0\tьи/1\n"},
    {"xx/dictionary/stems.txt", "0\tбак 2л 3кон\n1\tсем\n"},
};

TEST(Dictionary, stems_are_front_coded) {
  const auto k = small_knowledge(kSmall);
  for (const char* word : {"бака", "бала", "балкона"}) EXPECT_FALSE(said(*k, "xx", word).empty()) << word;
  EXPECT_EQ(said(*k, "xx", "балкона"), std::vector<std::string>{"балкон noun gen sg"});
  EXPECT_EQ(said(*k, "xx", "семьи"), std::vector<std::string>{"семья noun gen sg"});
  EXPECT_EQ(said(*k, "xx", "-"), std::vector<std::string>{});
  EXPECT_EQ(said(*k, "xx", ""), std::vector<std::string>{});
}

TEST(Dictionary, closed_and_parts_overrule_it) {
  auto files = kSmall;
  files.push_back({"xx/dictionary/closed.tsv", "бака\tбак\tadv\n"});
  files.push_back({"xx/dictionary/parts.tsv", "семья\tnoun\tadj | num\n"});
  const auto k = small_knowledge(files);
  EXPECT_EQ(said(*k, "xx", "бака"), std::vector<std::string>{"бак adv"});
  EXPECT_EQ(said(*k, "xx", "семьи"), (std::vector<std::string>{"семья adj gen sg", "семья num gen sg"}));
}

TEST(Dictionary, broken_files_are_refused_with_their_line) {
  const struct {
    std::size_t file;
    const char *text, *message;
  } cases[] = {
      {0, "0\tnoun wrong\n", "xx/dictionary/tags.tsv:1: 'wrong' is no feature"},
      {1, "0\t/0\tа/9\n", "xx/dictionary/paradigms.tsv:1: tags.tsv has no tag 9"},
      {1, "0\tа\n", "xx/dictionary/paradigms.tsv:1: 'а' is no ending/tag"},
      {2, "7\tбак\n", "xx/dictionary/stems.txt:1: a line is the number of a paradigm"},
      {2, "x\tбак\n", "xx/dictionary/stems.txt:1: 'x' is no number"},
  };
  for (const auto& c : cases) {
    auto files = kSmall;
    files[c.file].text = c.text;
    try {
      small_knowledge(files);
      ADD_FAILURE() << c.message;
    } catch (const Error& e) {
      EXPECT_NE(std::string(e.what()).find(c.message), std::string::npos) << e.what();
    }
  }
}

}  // namespace
}  // namespace qogam::lang
