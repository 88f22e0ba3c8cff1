// Break rules, regular expressions and folds.
#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "qogam/error.h"
#include "text/break_rules.h"
#include "text/fold.h"
#include "text/regex.h"
#include "text/utf8.h"

namespace qogam::text {
namespace {

constexpr std::string_view kRules = R"(!!chain;
$Letter = [:L:];
$Digit = [:Nd:];
$Letter+ {200};
$Digit+ {100};
.;)";

std::vector<Break> split(const BreakRules& rules, std::string_view text) {
  std::u16string utf16;
  to_utf16(text, utf16);
  return rules.split(utf16);
}

TEST(BreakRules, splits_with_byte_offsets_and_tags) {
  const BreakRules rules(kRules, "words.rules");
  EXPECT_EQ(split(rules, "Үй 25😀"), (std::vector<Break>{{4, 200}, {5, 0}, {7, 100}, {11, 0}}));
  EXPECT_TRUE(split(rules, "").empty());
}

TEST(BreakRules, names_the_place_of_a_mistake) {
  try {
    BreakRules("!!chain;\n$A = [:L:;\n$A+;", "words.rules");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.cause(), Cause::models);
    EXPECT_NE(std::string(error.what()).find("words.rules"), std::string::npos) << error.what();
    EXPECT_NE(std::string(error.what()).find("line 2"), std::string::npos) << error.what();
  }
}

TEST(BreakRules, stays_linear_on_a_long_line) {
  std::string line;
  while (line.size() < 8u << 20) line += "сөз 12 word ";
  EXPECT_EQ(split(BreakRules(kRules, "words.rules"), line).back().end, line.size());
}

TEST(BreakRules, serves_threads_at_once) {
  const BreakRules rules(kRules, "words.rules");
  const std::string text = "бір екі үш 4";
  const auto expected = split(rules, text);
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 200; ++i) wrong[t] += split(rules, text) != expected;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4));
}

std::string found(std::string_view pattern, std::string_view text, std::uint32_t from = 0) {
  const auto match = Regex(pattern).search(text, from);
  return match ? std::string(match->of(text)) : "nothing";
}

TEST(Regex, gives_the_first_match_as_bytes) {
  const Regex regex("\\d+( жылғы)? (қаңтар|мая)");
  const std::string text = "№ 9 мая и 12 қаңтар";
  const auto first = regex.search(text);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->of(text), "9 мая");
  const auto second = regex.search(text, first->end);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->of(text), "12 қаңтар");
  EXPECT_FALSE(regex.search(text, second->end));
  EXPECT_FALSE(regex.search(text, 1000));
}

TEST(Regex, matches_the_whole) {
  const Regex regex("(?i)акимат.*");
  EXPECT_TRUE(regex.matches("АКИМАТА"));
  EXPECT_FALSE(regex.matches("в акимате"));
  EXPECT_FALSE(regex.matches("акимат\n"));
  EXPECT_TRUE(Regex("").matches({}));
  EXPECT_TRUE(Regex("a|ab").matches("ab"));
  EXPECT_FALSE(Regex("^b").search("ab", 1));  // what stands before is seen
  EXPECT_TRUE(Regex("^ab$").search("ab"));
}

TEST(Regex, tries_ways_in_their_order) {
  EXPECT_EQ(found("a{1,3}", "aaaa"), "aaa");
  EXPECT_EQ(found("a{1,3}?", "aaaa"), "a");
  EXPECT_EQ(found("<.+?>", "1 <a> <b>"), "<a>");
  EXPECT_EQ(found("(?:аб){2,3}", "абабабаб"), "абабаб");
  EXPECT_EQ(found("(?:аб){2,3}?", "абабабаб"), "абаб");
  EXPECT_EQ(found("(?:a|ab)c?", "abc"), "a");
  EXPECT_EQ(found("a++a", "aaa"), "nothing");
  EXPECT_EQ(found("(?>a+|b)a", "aaa"), "nothing");
  EXPECT_EQ(found("(?:ab?)++b", "abab"), "nothing");
  EXPECT_EQ(found(".{2}ә", "жәәә"), "жәә");
}

TEST(Regex, looks_around) {
  EXPECT_EQ(found("(?<=\\n|үй )\\p{L}+", "а үй есік"), "есік");
  EXPECT_EQ(found("(?<!\\p{L})да", "вода да"), "да");
  EXPECT_EQ(found("\\d+(?! км)", "10 км, 25 кг"), "1");
  EXPECT_EQ(found("\\d+(?=%)", "10 км, 25%"), "25");
  EXPECT_EQ(found("\\bад\\b", "сад ад"), "ад");
  EXPECT_EQ(found("и\\b", "и\xCC\x86 и"), "и");  // a mark is no border
}

TEST(Regex, knows_sets_and_case) {
  EXPECT_EQ(found("[^а-я ]+", "это ABC"), "ABC");
  EXPECT_EQ(found("(?i)[а-я]+", "12 ЭТО"), "ЭТО");
  EXPECT_EQ(found("(?i)\\p{Lu}+", "12 это"), "это");
  EXPECT_EQ(found("(?i)й(?-i:\\p{Lu})", "Йа ЙА"), "ЙА");
  EXPECT_EQ(found("[\\w.-]+", "«a_b.c-1»"), "a_b.c-1");
  EXPECT_EQ(found("\\p{Extended_Pictographic}", "а ☀"), "☀");
  EXPECT_EQ(found("\\S+", " \t№ 5"), "№");
  EXPECT_EQ(found("[\\]\\x{451}\\-]+", "а ё]-"), "ё]-");
}

TEST(Regex, refuses_a_bad_pattern) {
  try {
    Regex("(а", "links.tsv:7");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.cause(), Cause::models);
    EXPECT_NE(std::string(error.what()).find("(а"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("links.tsv:7"), std::string::npos);
  }
  for (const char* bad : {"a)", "[a", "[a-", "[]", "[:a]", "[a[b]]", "*", "a{2", "a{3,2}", "(?:a?)*", "(?<=a+)b", "\\1", "\\p{Xyz}", "[b-a]", "(?#a)", "\\", "(?:(?:(?:(?:){1000}){1000}){1000}){1000}"})
    EXPECT_THROW(Regex{bad}, Error) << bad;
}

TEST(Regex, gives_up_on_runaway_patterns) {
  EXPECT_FALSE(Regex("(a+)+b").matches(std::string(40, 'a')));
  EXPECT_FALSE(Regex("(a|b)*c").matches(std::string(4u << 20, 'a')));
  std::string begun;  // a lazy repeat from each beginning to the end of the text
  for (int i = 0; i < 100'000; ++i) begun += "start ";
  EXPECT_FALSE(Regex("start[^x]*?end").search(begun));
}

TEST(FoldTable, folds_case_and_extra_letters) {
  const FoldTable table({{U'Ё', U'е'}, {U'ў', U'у'}});
  EXPECT_EQ(table.fold("ЁЛКА Қазақ ЎЗ"), "елка қазақ уз");
  EXPECT_EQ(FoldTable().fold("ЁЛ"), "ёл");
  EXPECT_EQ(table.fold(U'Ё'), U'е');
  EXPECT_EQ(FoldTable({{U'\u2010', U'-'}}).fold("a\u2010B"), "a-b");
}

}  // namespace
}  // namespace qogam::text
