// What the stage "words" makes of tokens in their text.
#include "words/analyser.h"

#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::words {
namespace {

using qogam::test::real_knowledge;
using qogam::test::small_knowledge;
using qogam::test::words_of;

const Word& word(const Document& d, const std::string& token) {
  for (std::size_t t = 0; t < d.tokens.size(); ++t)
    if (d.surface(d.tokens[t].span) == token) return d.words[t];
  ADD_FAILURE() << "no token " << token;
  return d.words.front();
}

TEST(Analyser, roman_numerals_in_letters_of_either_script) {
  const struct {
    const char* token;
    std::int64_t value;
  } cases[] = {{"ІХ", 9},   {"IX", 9},  {"ХХІ", 21}, {"ХІ", 11},  {"XXI", 21},
               {"ІV", 4},   {"МХ", 1010}, {"ІІІ", 3}, {"КСК", -1}, {"ОСИ", -1}};
  for (const auto& c : cases) {
    const Document d = words_of(*real_knowledge(), std::string("Гражданский форум ") + c.token);
    const Word& w = word(d, c.token);
    EXPECT_EQ(w.number, c.value) << c.token;
    EXPECT_EQ((w.features & feature::roman) != 0, c.value >= 0) << c.token;
  }
}

TEST(Analyser, a_wrong_table_of_numerals_is_told_when_it_is_loaded) {
  const auto k = small_knowledge({{"common/roman.tsv", "Х\tX\nXX\n"}});
  try {
    make_analyser(*k);
    FAIL();
  } catch (const Error& e) {
    EXPECT_NE(std::string(e.what()).find("common/roman.tsv:2: a line is"), std::string::npos) << e.what();
  }
}

TEST(Analyser, start_and_space) {
  const Document d = words_of(*real_knowledge(), "Вот (слово). Ещё!");
  EXPECT_TRUE(word(d, "Вот").features & feature::start);
  EXPECT_TRUE(word(d, "Вот").features & feature::space);
  EXPECT_FALSE(word(d, "слово").features & (feature::start | feature::space));
  EXPECT_TRUE(word(d, "(").features & feature::space);
  EXPECT_TRUE(word(d, "Ещё").features & feature::start);
  EXPECT_FALSE(word(d, "!").features & feature::space);
}

TEST(Analyser, beginnings_written_with_a_star) {
  const auto k = small_knowledge({{"xx/lexicon/a.tsv", "@class a\nблагоустр*\nдо*\n"}});
  const auto lemmas = [&](const std::string& token) {
    const Document d = words_of(*k, token, "xx");
    std::vector<std::string> all;
    for (const Analysis& a : d.analyses) all.emplace_back(k->words()[a.lemma]);
    return qogam::test::join(all);
  };
  EXPECT_EQ(lemmas("благоустройство"), "благоустр*");
  EXPECT_EQ(lemmas("Благоустроить"), "благоустр*");
  EXPECT_EQ(lemmas("благо"), "");
  EXPECT_EQ(lemmas("дом"), "") << "three letters at least stand before a star";
}

TEST(Analyser, an_unknown_compound_is_read_as_its_last_part) {
  const auto k = small_knowledge({{"xx/lexicon/a.tsv", "@class a\nаким\n"},
                                  {"xx/morphology.tsv", "у\t-\tnoun dat sg masc\n"}});
  const Document d = words_of(*k, "вице-акиму", "xx");
  Features features = 0;
  for (const Analysis& a : d.analyses)
    if (k->words()[a.lemma] == "аким") features |= a.features;
  EXPECT_TRUE(features & feature::dat);
}

TEST(Analyser, every_token_has_its_word_and_its_readings) {
  const Document d = words_of(*real_knowledge(),
                              "Аким города Ерлан Кошанов поручил. Қала әкімі келді, 2024-ші жылы!");
  ASSERT_EQ(d.words.size(), d.tokens.size());
  std::uint32_t at = 0;
  for (const Word& w : d.words) {
    EXPECT_EQ(w.first, at);
    at += w.count;
    for (std::uint32_t a = w.first; a < w.first + w.count; ++a)
      EXPECT_EQ(d.analyses[a].features & ~w.features, 0u) << d.folded(w);
  }
  EXPECT_EQ(at, d.analyses.size());
}

TEST(Analyser, equal_tokens_have_equal_words) {
  const Document d = words_of(*real_knowledge(), "аким и аким, аким и");
  EXPECT_EQ(d.words[0].form, d.words[2].form);
  EXPECT_EQ(d.words[0].count, d.words[2].count);
  EXPECT_EQ(d.folded(d.words[0]), d.folded(d.words[4]));
}

TEST(Analyser, texts_without_words) {
  for (const char* text : {"", "\n\n", "...", "12 34"}) {
    const Document d = words_of(*real_knowledge(), text);
    EXPECT_EQ(d.words.size(), d.tokens.size()) << text;
  }
}

}  // namespace
}  // namespace qogam::words
