// What patterns match: a row is a pattern, a sentence, and the matches from each of its tokens.
#include "lang/matcher.h"

#include <gtest/gtest.h>

#include "lang/matching.h"

namespace qogam::lang {
namespace {

using qogam::test::Files;
using qogam::test::rule;
using test::add_mention;
using test::matches;
using test::with_rules;

struct Case {
  std::string pattern, sentence, found;
};

void check(const std::vector<Case>& cases, const Files& files = {}, const std::string& lets = "") {
  for (const Case& c : cases) {
    const auto k = with_rules(lets + rule("r", c.pattern), files);
    EXPECT_EQ(matches(*k, c.sentence), c.found) << c.pattern << " in «" << c.sentence << "»";
  }
}

TEST(Matcher, tokens) {
  check({
      {"аким", "пришёл аким и аким", "«аким»; «аким»"},
      {"аким", "пришёл министр", ""},
      {"аким", "пришёл Аким", "«Аким»"},
      {"аким города", "аким города ушёл", "«аким города»"},
      {"аким города", "аким большого города", ""},
      {"\"Аким\"", "пришёл аким", "«аким»"},
      {"а \",\" б", "а, б", "«а, б»"},
      {"\"г.\"", "в 2024 г. утром", ""},  // «г.» is one token only where it is an abbreviation
      {"благоустр*", "идёт благоустройство", "«благоустройство»"},
      {"благоустр*", "идёт устройство", ""},
      {". б", "а б", "«а б»"},
      {".", "а б", "«а»; «б»"},
      {"ёлка", "стоит елка", ""},  // letters fold only as models/common/fold.tsv says
  });
}

TEST(Matcher, alternatives_are_tried_in_order) {
  check({
      {"а|б", "б а", "«б»; «а»"},
      {"а|а б", "а б", "«а»"},
      {"а б|а", "а б", "«а б»"},
      {"(а|а б) в", "а б в", "«а б в»"},
      {"x:(а б|а) б", "а б", "«а б» x=«а»"},
      {"(а|) б", "а б", "«а б»; «б»"},
  });
}

TEST(Matcher, several_match_lines_are_alternatives) {
  const auto k = with_rules(
      "rule r\n match а x:б\n match а x:. x2:.\n gives t\n + «а» => b=c\n + «а» => b=c\n - «б»\n");
  EXPECT_EQ(matches(*k, "а б в"), "«а б» x=«б»");
  EXPECT_EQ(matches(*k, "а в г"), "«а в г» x=«в» x2=«г»");
}

TEST(Matcher, repetition_is_greedy_and_gives_back) {
  check({
      {"а?", "а а", "«а»; «а»"},
      {"а? б", "б", "«б»"},
      {"(а)* б", "а а б", "«а а б»; «а б»; «б»"},
      {"(а)+ а", "а а а", "«а а а»; «а а»"},
      {"x:(а)+ y:(а)+", "а а а", "«а а а» x=«а а» y=«а»; «а а» x=«а» y=«а»"},
      {"а{2}", "а а а", "«а а»; «а а»"},
      {"а{2,3}", "а а а а", "«а а а»; «а а а»; «а а»"},
      {"а{2,}", "а а а а", "«а а а а»; «а а а»; «а а»"},
      {"а{0,2} б", "а а а б", "«а а б»; «а б»; «б»"},
      {"а{0} б", "а б", "«б»"},
      {".* б", "а б в б г", "«а б в б»; «б в б»; «в б»; «б»"},
      {"(а б)+", "а б а б а", "«а б а б»; «а б»"},
      {"((а)*)* б", "а а б", "«а а б»; «а б»; «б»"},
      {"(а?)+ б", "а б", "«а б»; «б»"},
  });
}

TEST(Matcher, nothing_is_no_match) {
  check({{"а?", "б", ""}, {"(а)*", "б", ""}, {"^", "б", ""}, {"&б", "б", ""}, {"x:а?", "б", ""}});
}

TEST(Matcher, captures) {
  check({
      {"x:а y:б", "а б", "«а б» x=«а» y=«б»"},
      {"x:(а y:б) в", "а б в", "«а б в» x=«а б» y=«б»"},
      {"x:а? б", "б", "«б»"},                      // a name that took no part has no value
      {"(x:а|y:б)", "б", "«б» y=«б»"},
      {"(x:а)+", "а а", "«а а» x=«а»; «а» x=«а»"},  // the last turn counts
      {"x:(а|б)+", "а б", "«а б» x=«а б»; «б» x=«б»"},
      {"(x:а б|x:а) в", "а в", "«а в» x=«а»"},
      {"(x:а б|а) в", "а в", "«а в»"},              // what was taken back is not captured
  });
}

TEST(Matcher, borders_of_the_sentence) {
  check({
      {"^ а", "а а", "«а»"},
      {"а $", "а а", "«а»"},
      {"^ а $", "а", "«а»"},
      {"^ а $", "а а", ""},
      {"а $ б", "а б", ""},
      {"(^|\",\") а", "а, а а", "«а»; «, а»"},
      {"а", "а. А!", "«а»; «А»"},
      {"а б", "Вот а. Б там.", ""},  // no match goes over the end of a sentence
  });
}

TEST(Matcher, looks_take_nothing) {
  check({
      {"а &б", "а б а", "«а»"},
      {"а ~б", "а б а", "«а»"},
      {"а ~б", "а", "«а»"},
      {"а &.", "а", ""},
      {"~(а б) .", "а б", "«б»"},
      {"&(а б) а б", "а б", "«а б»"},
      {"а &(. в)", "а б в", "«а»"},
      {"а ~~б", "а б", "«а»"},
      {"а ~$ .", "а б", "«а б»"},
      {"!а", "а б", "«б»"},
      {"а !б", "а б а", ""},
      {"а !б", "а в", "«а в»"},
      {"а !б+ в", "а г д в б", "«а г д в»"},
      {"!(а|б)", "а в б", "«в»"},
      {"а !\",\"* б", "а в г б", "«а в г б»"},
      {"а !\",\"* б", "а в, г б", ""},
  });
}

// A look that matched and was then given up must leave no capture behind.
TEST(Matcher, capture_inside_a_look_that_was_given_up) {
  check({
      {"(&(x:а) б|а)", "а", "«а»"},
      {"(~(x:а) б|а)", "а", "«а»"},
      {"&(x:а) а", "а", "«а» x=«а»"},
  });
}

TEST(Matcher, macros) {
  check({{"а $sep б", "а - б", "«а - б»"}, {"а $sep б", "а / б", "«а / б»"},
         {"$two $sep?", "а б /", "«а б /»"}},
        {}, "let sep = \"-\"|\"/\"\nlet two = а б\n");
}

TEST(Matcher, shapes) {
  check({
      {"[cap]", "Вот город Астана", "«Вот»; «Астана»"},
      {"[cap,!start]", "Вот город Астана", "«Астана»"},
      {"[upper]", "Вот КСК и Акимат", "«КСК»"},
      {"[lower]", "Вот город", "«город»"},
      {"[digits]", "дом 5", "«5»"},
      {"[punct]", "а, б", "«,»"},
      {"[word]", "а, 5", "«а»"},
      {"[!word]", "а, 5", "«,»; «5»"},
      {"[initial]", "А. Иванов", "«А.»"},
      {"[latin]", "сайт egov", "«egov»"},
      {"[hyphen]", "во-первых да", "«во-первых»"},
      {"[cap,!upper]", "дом КСК Акимат", "«Акимат»"},
      {"а[cap]", "а А", "«А»"},
      {"(а|б)[cap]", "а Б", "«Б»"},
      {"\"-\"[!space] б", "а - б", ""},
      {"\"-\"[space] б", "а - б", "«- б»"},
  });
}

// Two readings: features must all be of one of them.
const Files kNouns{{"xx/morphology.tsv",
                    "а\t-\tnoun gen sg masc\n"
                    "а\tа\tnoun nom sg fem\n"
                    "у\t-\tnoun dat sg masc\n"
                    "ом\t-\tnoun ins sg masc\n"
                    "-\t-\tnoun nom sg masc\n"}};

TEST(Matcher, features_are_asked_of_one_reading) {
  check(
      {
          {"аким", "дали акиму", "«акиму»"},
          {"\"аким\"", "дали акиму", ""},
          {"аким[dat]", "дали акиму", "«акиму»"},
          {"аким[gen]", "дали акиму", ""},
          {"аким[gen,masc]", "нет акима", "«акима»"},
          {"аким[nom]", "нет акима", ""},
          {"аким[nom]", "вот аким", "«аким»"},
          {"аким[!dat]", "акиму акимом", "«акимом»"},
          {"аким[dat,cap]", "акиму Акиму", "«Акиму»"},
          {"(аким|министр)[dat]", "акима министру", "«министру»"},
          {"аким [gen]", "аким города", "«аким города»"},
          {"аким [gen,fem]", "аким города", ""},  // gen is of one reading, fem of another
      },
      kNouns);
}

TEST(Matcher, lexicon_classes) {
  const Files posts{{"xx/lexicon/posts.tsv",
                     "@class post\nаким\trank=head\nаким города\trank=head\n"
                     "первый заместитель\trank=first_deputy\nминистр\trank=head\tbody=state\n"
                     "@class form\tupper\nОФ\n"}};
  check(
      {
          {"@post", "вот аким области", "«аким»"},
          {"@post", "вот аким города", "«аким города»"},           // the longest entry first
          {"x:@post города", "вот аким города", "«аким города» x=«аким»"},  // and gives it back
          {"@post:rank=first_deputy", "первый заместитель и аким", "«первый заместитель»"},
          {"@post:body=state", "аким и министр", "«министр»"},
          {"@post:rank=none", "аким", ""},
          {"@post[cap]", "аким Министр", "«Министр»"},
          {"@post[cap]", "первый Заместитель", "«первый Заместитель»"},  // any token of an entry
          {"@form", "ОФ и оф", "«ОФ»"},
          {"(@post|@form)", "аким ОФ", "«аким»; «ОФ»"},
          {"~@post .", "аким ушёл", "«ушёл»"},
      },
      posts);
}

TEST(Matcher, mentions) {
  const struct {
    std::string pattern, found;
  } cases[] = {
      {"#person", "«Ерлан Қошанов»"},
      {"p:#person", "«Ерлан Қошанов» p=«Ерлан Қошанов»"},
      {"#organization", "«акимат»; «ОФ Парк»"},
      {"#organization:ngo", "«ОФ Парк»"},
      {"#organization:state_body", "«акимат»"},
      {"#organization:company", ""},
      {"#location", ""},
      {"#person из #organization", "«Ерлан Қошанов из акимат»"},
      {"#person[cap]", "«Ерлан Қошанов»"},
      {"#organization[!cap]", "«акимат»"},
      {"^ #person", "«Ерлан Қошанов»"},
      {"~#person [cap]", "«Қошанов»; «ОФ»; «Парк»"},
  };
  for (const auto& c : cases) {
    const auto k = with_rules(rule("r", c.pattern));
    Document d = qogam::test::words_of(*k, "Ерлан Қошанов из акимат и ОФ Парк", "xx");
    add_mention(d, MentionType::person, "Ерлан Қошанов");
    add_mention(d, MentionType::organization, "акимат", "state_body");
    add_mention(d, MentionType::organization, "ОФ Парк", "ngo");
    EXPECT_EQ(matches(*k, d), c.found) << c.pattern;
  }
}

TEST(Matcher, mentions_of_other_sentences_do_not_count) {
  const auto k = with_rules(rule("r", "#person"));
  Document d = qogam::test::words_of(*k, "Пришёл Ерлан. Ушёл Асхат.", "xx");
  add_mention(d, MentionType::person, "Асхат");
  EXPECT_EQ(matches(*k, d), "«Асхат»");
}

TEST(Select, of_overlapping_matches_one_is_kept) {
  const struct {
    std::string rules, sentence, found;
  } cases[] = {
      {rule("short", "а") + rule("long", "а б"), "а б", "long «а б»"},
      {rule("first", "а б") + rule("second", "а б"), "а б", "first «а б»"},
      {rule("weak", "а б в", "t") + rule("strong", "б", "t priority=1"), "а б в", "strong «б»"},
      {rule("low", "а", "t priority=-1") + rule("plain", "а"), "а", "plain «а»"},
      {rule("one", "а б") + rule("other", "в г"), "а б в г", "one «а б»; other «в г»"},
      {rule("pair", ". ."), "а б в", "pair «а б»"},
      {rule("ab", "а б") + rule("bc", "б в") + rule("cd", "в г"), "а б в г", "ab «а б»; cd «в г»"},
      {rule("late", "в") + rule("early", "а"), "а б в", "early «а»; late «в»"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(matches(*with_rules(c.rules), c.sentence, true), c.found) << c.rules;
}

TEST(Rules, fields_are_captures_and_constants) {
  const auto k = with_rules(rule("r", "x:а y:б?", "thing a=$x b=$y kind=\"два слова\""));
  const Document d = qogam::test::words_of(*k, "а в", "xx");
  const SentenceIndex index(d, d.sentences[0].tokens, {0, 0}, k->strings());
  const auto found = k->rules().find(index, k->lexicon(), "things", k->language("xx"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(k->rules().gives(found[0].rule), "thing");
  EXPECT_EQ(k->rules().label(found[0].rule), "xx/things:r");
  EXPECT_TRUE(k->rules().field(found[0], "a").captured);
  EXPECT_FALSE(k->rules().field(found[0], "b").present);
  EXPECT_EQ(k->rules().field(found[0], "kind").constant, "два слова");
  EXPECT_FALSE(k->rules().field(found[0], "none").present);
  EXPECT_TRUE(k->rules().find(index, k->lexicon(), "others", k->language("xx")).empty());
}

// Patterns that send a naive backtracker round and round must still end.
TEST(Matcher, hard_patterns_end) {
  std::string many;
  for (int n = 0; n < 300; ++n) many += "а ";
  for (const char* pattern : {"((а)*)* б", "(а|а)* (а|а)* б", "(а? а?)* б", ".* .* .* б"})
    EXPECT_EQ(matches(*with_rules(rule("r", pattern)), many), "") << pattern;
}

}  // namespace
}  // namespace qogam::lang
