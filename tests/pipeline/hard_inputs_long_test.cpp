// Inputs that no newsroom writes but every crawler finds: each ends, in an article or in an error
// that says why, and its output is sound.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/analysis.h"
#include "support/dump.h"
#include "support/output.h"

namespace qogam {
namespace {

using namespace std::string_literals;

std::string repeated(const std::string& piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t n = 0; n < times; ++n) all += piece;
  return all;
}

// Both ways through: as a scraped page, and as plain text.
Document checked(const std::string& bytes, bool plain) {
  Options options;
  options.plain = plain;
  Document d = test::analysed(bytes, options);
  const nlohmann::json o = test::output_of(d);
  EXPECT_EQ(o["status"], d.error ? "error" : "ok");
  test::check_output(o);
  EXPECT_EQ(d.words.size(), d.error ? d.words.size() : d.tokens.size());
  return d;
}

TEST(HardInputs, what_is_no_text_is_an_error) {
  const struct {
    std::string bytes;
    const char* code;
  } cases[] = {
      {"", "empty"},
      {" \n\t\r\n ", "empty"},
      {"\n\n\n\n", "empty"},
      {repeated("\n", 100000), "empty"},
      {"\xEF\xBB\xBF"s, "empty"},
      {"\x7F" "ELF\2\1\1\0\0\0\0\0"s, "not_text"},
      {"PK\3\4\x14\0\0\0"s + repeated("\0\1\2"s, 100), "not_text"},
      {"%PDF-1.7\n\xE2\xE3\xCF\xD3\n"s + repeated("\0"s, 50), "not_text"},
      {"Аким сказал\0слово"s, "not_text"},
  };
  for (const auto& c : cases)
    for (const bool plain : {false, true}) {
      const Document d = checked(c.bytes, plain);
      ASSERT_TRUE(d.error) << c.bytes.substr(0, 20);
      EXPECT_EQ(d.error->code, c.code) << c.bytes.substr(0, 20);
      EXPECT_EQ(d.error->stage, "decode");
      EXPECT_FALSE(d.error->message.empty());
    }
}

TEST(HardInputs, invalid_utf8_is_replaced_with_a_warning) {
  const Document d = checked("Аким города Ерлан Кошанов открыл школу \xFF\xC3 и парк в городе. Жители рады.", true);
  EXPECT_FALSE(d.error);
  EXPECT_TRUE(std::ranges::any_of(d.warnings, [](const Problem& p) { return p.code == "invalid_bytes"; }));
  EXPECT_NE(d.text.find("\uFFFD"), d.text.npos);
  EXPECT_EQ(test::dump_all(d, d.officials), "[official Ерлан Кошанов | Аким города |  | current]");
}

TEST(HardInputs, other_encodings) {
  // «Аким города» in windows-1251, and in UTF-16 with a byte order mark.
  const Document d = checked("\xC0\xEA\xE8\xEC \xE3\xEE\xF0\xEE\xE4\xE0 \xEE\xF2\xEA\xF0\xFB\xEB \xF8\xEA\xEE\xEB\xF3.", true);
  EXPECT_EQ(d.text, "Аким города открыл школу.");
  const Document wide = checked("\xFF\xFE\x10\x04\x3A\x04\x38\x04\x3C\x04"s, true);
  EXPECT_EQ(wide.text, "Аким");
}

TEST(HardInputs, other_languages) {
  for (const char* text : {"市政府今天宣布了新的预算计划。居民可以参加会议。市长说：“我们将修建新学校。”",
                           "The mayor said: “We will build a school by 1 September 2024.”",
                           "أعلن رئيس البلدية عن بناء مدرسة جديدة.", "ქალაქის მერმა სკოლა გახსნა."}) {
    const Document d = checked(text, true);
    EXPECT_FALSE(d.error) << text;
    EXPECT_EQ(d.language, "und") << text;
    EXPECT_TRUE(d.officials.empty());
    EXPECT_TRUE(d.commitments.empty());
    EXPECT_TRUE(std::ranges::any_of(d.warnings, [](const Problem& p) { return p.code == "language"; })) << text;
  }
}

// Long, flat and deep: each must simply end (a stage of quadratic cost would not).
TEST(HardInputs, of_great_length) {
  const std::string sentence = "Аким города Ерлан Кошанов поручил построить школу до 1 сентября, а жители обсудили бюджет участия и ";
  const std::string name = "Ерлан Кошанов, ";
  const struct {
    const char* what;
    std::string text;
  } cases[] = {
      {"one line of a megabyte without a stop", repeated(sentence, 6500)},
      {"one line of a megabyte with stops", repeated("Аким Ерлан Кошанов построит школу. ", 17000)},
      {"one word of a megabyte", repeated("а", 500000)},
      {"one number of a megabyte", repeated("1", 1000000)},
      {"5,000 short lines", repeated("Да, нет.\n", 5000)},
      {"20,000 names", repeated(name, 20000)},
      {"20,000 dates", repeated("19 апреля, ", 20000)},
      {"only punctuation", repeated(".,;:!?–", 50000)},
      {"only dashes", repeated("– ", 50000)},
      {"only full stops", repeated(".", 100000)},
      {"only hyphens", repeated("-", 100000)},
      {"10,000 opening marks", repeated("«", 10000)},
      {"10,000 closing marks", repeated("»", 10000)},
      {"10,000 straight marks", repeated("\"", 10000)},
      {"marks 10,000 deep", repeated("«а ", 10000) + repeated(" б»", 10000)},
      {"10,000 short quotations", repeated("«Мы построим школу», – сказал аким. ", 10000)},
      {"10,000 pairs of marks of every kind", repeated("«а» \"б\" „в“ “г” ", 2500)},
      {"brackets 10,000 deep", repeated("(", 10000) + "а" + repeated(")", 10000)},
      {"dashes with commas", repeated(", – сказал он, ", 10000)},
      {"a dialogue of 5,000 lines", repeated("– Мы построим школу, – сказал аким.\n", 5000)},
      {"marks of combining accents", "а" + repeated("\u0301", 100000)},
      {"emoji", repeated("😀", 50000)},
      {"zero-width characters", repeated("а\u200B\u00AD", 30000)},
      {"addresses", repeated("https://egov.kz/a?b=c ", 10000)},
      {"letters of both scripts", repeated("АкимAkim ", 20000)},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.what);
    const Document d = checked(c.text, true);
    EXPECT_FALSE(d.error) << d.error->message;
    EXPECT_EQ(d.text.empty(), false);
  }
}

TEST(HardInputs, pages_of_great_length) {
  const struct {
    const char* what;
    std::string page;
  } cases[] = {
      {"10,000 lines of furniture", "Заголовок статьи\n\n" + repeated("icon\n447.4\n", 5000) + "Аким города открыл школу.\n"},
      {"10,000 paragraphs", repeated("Аким города Ерлан Кошанов открыл новую школу в районе.\n\n", 10000)},
      {"one long line", repeated("Аким города Ерлан Кошанов открыл школу. ", 10000)},
      {"headers without an article", repeated("пятница, 19 апреля 2024 г.\n", 5000)},
      {"look-alikes", repeated("Рахманбердi сказaл слoво. ", 10000)},
      {"blank lines", "Аким" + repeated("\n", 200000) + "открыл школу"},
      {"carriage returns", repeated("Аким открыл школу.\r\n", 10000)},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.what);
    checked(c.page, false);
  }
}

// One document says nothing of the next: the same pipeline after hard inputs gives the same output.
TEST(HardInputs, leave_nothing_behind) {
  const Pipeline pipeline = Pipeline::load(test::real_knowledge(), {});
  const auto run = [&](const std::string& bytes) {
    Document d;
    d.id = "a";
    d.source.bytes = bytes;
    pipeline.analyze(d);
    return test::output_of(d);
  };
  const std::string article = "Аким города Ерлан Кошанов открыл школу 19 апреля 2024 года.\n";
  const nlohmann::json before = run(article);
  for (const std::string& bad : {""s, "\0\1"s, "\xFF\xFE"s, repeated("«", 1000), repeated("а", 100000)}) run(bad);
  EXPECT_EQ(run(article), before);
}

}  // namespace
}  // namespace qogam
