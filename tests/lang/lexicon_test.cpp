// Lexicon entries in texts: tables, and the trie against a plain scan of all entries.
#include "lang/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "support/analysis.h"
#include "support/dump.h"
#include "support/knowledge.h"

namespace qogam::lang {
namespace {

using qogam::test::small_knowledge;
using qogam::test::words_of;

// "class:phrase «text»" for each term, in the order of the document.
std::string terms(const Knowledge& k, const std::string& text) {
  const Document d = words_of(k, text, "xx");
  std::vector<std::string> all;
  for (const Term& t : d.terms)
    all.push_back(std::string(k.lexicon().class_name(t.lexicon)) + " «" +
                  std::string(d.surface(d.span_of(t.tokens))) + "»");
  return qogam::test::join(all, "; ");
}

TEST(Lexicon, finds_entries) {
  const struct {
    const char *lexicon, *text, *found;
  } cases[] = {
      {"@class post\nаким\n", "пришёл аким", "post «аким»"},
      {"@class post\nаким\n", "пришёл АКИМ", "post «АКИМ»"},
      {"@class post\nАким\n", "пришёл аким", "post «аким»"},
      {"@class post\nаким\n", "акимат", ""},
      {"@class post\nаким города\n", "аким города", "post «аким города»"},
      {"@class post\nаким города\n", "аким, города", ""},
      {"@class post\nаким\nаким города\n", "аким города", "post «аким города»; post «аким»"},
      {"@class post\nаким\n@class head\nаким\n", "аким", "post «аким»; head «аким»"},
      {"@class form upper\nОФ\n", "ОФ Оф оф", "form «ОФ»"},
      {"@class form\tupper\nОФ\n", "ОФ оф", "form «ОФ»"},
      {"@class name cap\nроза\n", "роза Роза РОЗА", "name «Роза»; name «РОЗА»"},
      {"@class a\nблагоустр*\n", "благоустройство благо", "a «благоустройство»"},
      {"@class a\nработы по благоустр*\n", "работы по благоустройству", "a «работы по благоустройству»"},
      {"@class a\n\"дом\"\n", "дом дому", "a «дом»"},
      {"@class a\n# слово\nдом # жилой\n", "слово дом жилой", "a «дом»"},
      {"@class a\nпровести\tforms=проведу,провёл\n", "провести проведу провёл провела",
       "a «провести»; a «проведу»; a «провёл»"},
      {"@class a\nиметь место\tforms=имело_место,имеет_место\n", "имело место",
       "a «имело место»"},
      {"@class a\nа б\n", "а\nб", ""},  // not over the end of a line
  };
  for (const auto& c : cases)
    EXPECT_EQ(terms(*small_knowledge({{"xx/lexicon/a.tsv", c.lexicon}}), c.text), c.found)
        << c.lexicon << " in " << c.text;
}

TEST(Lexicon, inflected_forms_lead_to_the_entry) {
  const auto k = small_knowledge(
      {{"xx/lexicon/a.tsv", "@class post\nаким\nпервый заместитель\n@class exact\n\"акима\"\n"},
       {"xx/morphology.tsv", "а\t-\tnoun gen sg masc\nя\tь\tnoun gen sg masc\nого\tый\tadj gen sg masc\n"}});
  EXPECT_EQ(terms(*k, "нет акима"), "post «акима»; exact «акима»");
  EXPECT_EQ(terms(*k, "нет первого заместителя"), "post «первого заместителя»");
  EXPECT_EQ(terms(*k, "нет акиму"), "");
}

TEST(Lexicon, attributes) {
  const auto k = small_knowledge(
      {{"xx/lexicon/a.tsv", "@class post\nаким\trank=head\tbody=the_state\nянварь\tvalue=1_2\n"}});
  const Document d = words_of(*k, "аким январь", "xx");
  ASSERT_EQ(d.terms.size(), 2u);
  EXPECT_EQ(k->lexicon().attribute(d.terms[0].entry, "rank"), "head");
  EXPECT_EQ(k->lexicon().attribute(d.terms[0].entry, "body"), "the state");
  EXPECT_EQ(k->lexicon().attribute(d.terms[0].entry, "none"), "");
  EXPECT_EQ(k->lexicon().attribute(d.terms[1].entry, "value"), "1_2") << "a value keeps its _";
  EXPECT_EQ(k->lexicon().phrase(d.terms[0].entry), "аким");
}

TEST(Lexicon, class_numbers) {
  const auto k = small_knowledge({{"xx/lexicon/a.tsv", "@class post\nаким\n"}});
  const std::uint32_t post = k->lexicon().class_number("post");
  EXPECT_NE(post, 0u);
  EXPECT_EQ(k->lexicon().class_number("pos"), 0u);
  EXPECT_TRUE(k->lexicon().is_entry(k->words().find("аким"), post));
  EXPECT_FALSE(k->lexicon().is_entry(k->words().find("аким"), post + 1));
  EXPECT_EQ(k->value_of("none", "аким"), std::nullopt);
}

TEST(Lexicon, other_languages_have_their_own_entries) {
  const auto k = small_knowledge(
      {{"xx/lexicon/a.tsv", "@class post\nаким\n"},
       {"yy/language.tsv", "code\tyy\nname\tOther\nletters\tабв\nwords\tда\n"},
       {"yy/lexicon/a.tsv", "@class post\nәкім\n"},
       {"common/lexicon/a.tsv", "@class sign\nда\n"}});
  EXPECT_EQ(terms(*k, "аким әкім да"), "post «аким»; sign «да»");
}

// All entries against all places, word by word.
TEST(Lexicon, agrees_with_a_plain_scan) {
  std::mt19937 random(20240419);
  const auto pick = [&](unsigned below) { return static_cast<unsigned>(random() % below); };
  for (int round = 0; round < 20; ++round) {
    const auto phrase = [&](unsigned most) {
      std::string p;
      for (unsigned n = pick(most) + 1; n > 0; --n)
        p += (p.empty() ? "" : " ") + std::string(1 + pick(2), 'x') + std::to_string(pick(4));
      return p;
    };
    std::vector<std::string> entries;
    std::string file = "@class a\n", text;
    for (unsigned n = pick(40) + 1; n > 0; --n) entries.push_back(phrase(4));
    for (const std::string& e : entries) file += e + "\n";
    for (unsigned n = 60; n > 0; --n) text += phrase(1) + " ";
    const auto k = small_knowledge({{"xx/lexicon/a.tsv", file}});
    const Document d = words_of(*k, text, "xx");

    std::vector<std::string> wanted, found;
    for (const Term& t : d.terms)
      found.push_back(std::to_string(t.tokens.first) + " " + std::string(d.surface(d.span_of(t.tokens))) +
                      " " + std::to_string(t.entry));
    for (std::uint32_t first = 0; first < d.tokens.size(); ++first)
      for (std::uint32_t last = first + 1; last <= d.tokens.size(); ++last)
        for (std::size_t e = 0; e < entries.size(); ++e) {
          std::vector<std::string> words;
          for (std::uint32_t t = first; t < last; ++t) words.emplace_back(d.surface(d.tokens[t].span));
          if (qogam::test::join(words) == entries[e])
            wanted.push_back(std::to_string(first) + " " + entries[e] + " " + std::to_string(e));
        }
    const auto sorted = [](std::vector<std::string> v) {
      std::ranges::sort(v);
      return v;
    };
    ASSERT_EQ(sorted(found), sorted(wanted)) << file << text;
    for (std::size_t t = 1; t < d.terms.size(); ++t) {
      const TokenRange a = d.terms[t - 1].tokens, b = d.terms[t].tokens;
      ASSERT_TRUE(a.first < b.first || (a.first == b.first && a.last >= b.last)) << "order of terms";
    }
  }
}

TEST(Lexicon, mistakes_are_named_with_file_and_line) {
  const struct {
    const char *text, *message;
  } cases[] = {
      {"аким\n", "xx/lexicon/a.tsv:1: an entry stands below a line `@class NAME`"},
      {"@class\n", "xx/lexicon/a.tsv:1: `@class` needs a name"},
      {"# a\n@class post lower\n", "xx/lexicon/a.tsv:2: after the class name stands `upper` or `cap`"},
      {"@class post\nаким\trank\n", "xx/lexicon/a.tsv:2: an attribute is written key=value, not 'rank'"},
      {"@class post\n\trank=head\n", "xx/lexicon/a.tsv:2: an entry without a word"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(qogam::test::compile_error({{"xx/lexicon/a.tsv", c.text}}), c.message);
}

}  // namespace
}  // namespace qogam::lang
