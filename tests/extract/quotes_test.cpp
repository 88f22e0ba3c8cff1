// Direct speech: its exact text, its speaker and the verb of saying.
#include <gtest/gtest.h>

#include "extract/quotation_marks.h"
#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::extract {
namespace {

using qogam::test::analysed_plain;
using qogam::test::dump_all;
using qogam::test::real_knowledge;
using qogam::test::words_of;

struct Case {
  const char *language, *text, *found;
};

TEST(Quotes, table) {
  const Case cases[] = {
      // in marks of any kind, speaker behind
      {"ru", "«Мы построим школу», – сказал аким города Ерлан Кошанов.", "[quote «Мы построим школу» Ерлан Кошанов | сказал]"},
      {"ru", "\"Мы построим школу\", - сказал аким города Ерлан Кошанов.", "[quote «Мы построим школу» Ерлан Кошанов | сказал]"},
      {"ru", "„Мы построим школу“, — заявил аким города Ерлан Кошанов.", "[quote «Мы построим школу» Ерлан Кошанов | заявил]"},
      {"ru", "“Мы построим школу”, — заявил аким города Ерлан Кошанов.", "[quote «Мы построим школу» Ерлан Кошанов | заявил]"},
      {"ru", "«Мы построим школу! И парк?» – спросил аким города Ерлан Кошанов.", "[quote «Мы построим школу! И парк?» Ерлан Кошанов | спросил]"},
      {"ru", "«Школу «Білім» построят в этом году», – сказал аким города Ерлан Кошанов.", "[quote «Школу «Білім» построят в этом году» Ерлан Кошанов | сказал]"},
      {"kk", "«Біз мектеп саламыз», – деді қала әкімі Ерлан Қошанов.", "[quote «Біз мектеп саламыз» Ерлан Қошанов | деді]"},
      // speaker before
      {"ru", "Аким города Ерлан Кошанов сказал: «Мы построим новую школу».", "[quote «Мы построим новую школу» Ерлан Кошанов | сказал]"},
      {"kk", "Қала әкімі Ерлан Қошанов: «Біз жаңа мектеп саламыз», – деді.", "[quote «Біз жаңа мектеп саламыз» Ерлан Қошанов | деді]"},
      // split by the speaker
      {"ru", "«Мы построим школу, – сказал аким города Ерлан Кошанов. – Она откроется в сентябре».",
       "[quote «Мы построим школу, – сказал аким города Ерлан Кошанов. – Она откроется в сентябре» Ерлан Кошанов | сказал]"},
      {"kk", "«Біз мектеп саламыз, – деді қала әкімі Ерлан Қошанов. – Ол қыркүйекте ашылады».",
       "[quote «Біз мектеп саламыз, – деді қала әкімі Ерлан Қошанов. – Ол қыркүйекте ашылады» Ерлан Қошанов | деді]"},
      // behind a dash, and without any marks
      {"ru", "– Мы построим новую школу, – сказал аким города Ерлан Кошанов.", "[quote «Мы построим новую школу» Ерлан Кошанов | сказал]"},
      {"ru", "Мы построим новую школу, – сказал аким города Ерлан Кошанов.", "[quote «Мы построим новую школу» Ерлан Кошанов | сказал]"},
      {"kk", "– Біз жаңа мектеп саламыз, – деді қала әкімі Ерлан Қошанов.", "[quote «Біз жаңа мектеп саламыз» Ерлан Қошанов | деді]"},
      // "he" is who was named last
      {"ru", "Выступил аким города Ерлан Кошанов.\n«Мы построим новую школу», – сказал он.", "[quote «Мы построим новую школу» Ерлан Кошанов | сказал]"},
      {"kk", "Жиында қала әкімі Ерлан Қошанов сөйледі.\n«Біз жаңа мектеп саламыз», – деді ол.", "[quote «Біз жаңа мектеп саламыз» Ерлан Қошанов | деді]"},
      // a quotation that the verb of saying follows without a dash, and whole clauses taken up
      {"ru", "Аким города Ерлан Кошанов отметил, что «школу построят до конца года».", "[quote «школу построят до конца года» Ерлан Кошанов | отметил]"},
      // any verb behind the dash, where its place tells
      {"ru", "«Такого снега давно не было», – разводит руками аким города Ерлан Кошанов.", "[quote «Такого снега давно не было» Ерлан Кошанов | разводит]"},
      // television: name, post and a dash
      {"kk", "Ерлан Қошанов, қала әкімі: – Біз жаңа мектеп саламыз.", "[quote «Біз жаңа мектеп саламыз» Ерлан Қошанов | ]"},
      {"ru", "Ерлан Кошанов, аким города:\n– Мы построим новую школу.", "[quote «Мы построим новую школу» Ерлан Кошанов | ]"},
      // unmarked speech begins behind the sentence that tells of somebody
      {"ru", "Об этом сообщил аким города Ерлан Кошанов. Мы построим новую школу. Она откроется в сентябре, – сказал он.",
       "[quote «Мы построим новую школу. Она откроется в сентябре» Ерлан Кошанов | сказал]"},
      // a post alone is its holder; "it is said" is nobody who was named
      {"ru", "Школу осмотрел аким города Ерлан Кошанов.\n«Мы построим новую школу», – сказал аким.", "[quote «Мы построим новую школу» Ерлан Кошанов | сказал]"},
      {"ru", "Школу осмотрел аким города Ерлан Кошанов.\n«Школа построена в срок», – говорится в сообщении.", "[quote «Школа построена в срок»  | говорится]"},
      // names, titles and lists are no speech
      {"ru", "В районе открыли кафе «Наше любимое место отдыха».", ""},
      {"ru", "Общественный фонд «Ақ ниет» провёл встречу в городе.", ""},
      {"ru", "Программа «Дорожная карта бизнеса» действует пять лет.", ""},
      {"ru", "– дороги;\n– парки и скверы;\n– освещение улиц.", ""},
      {"kk", "«Ақ ниет» қоғамдық қоры жиын өткізді.", ""},
      {"ru", "«Мы построим школу", ""},  // never closed
  };
  for (const Case& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    EXPECT_EQ(dump_all(d, d.quotes), c.found) << c.text;
  }
}

// Question and answer take turns: who was addressed answers, who signed the interview asks.
TEST(Quotes, interview) {
  const Document d = analysed_plain(
      "Наш собеседник – аким города Ерлан Кошанов.\n– Ерлан Маратович, когда откроют школу?\n– В сентябре.\n– А сколько в ней мест?\n– Триста.\n"
      "Беседовала Анна Ким", "ru");
  std::vector<std::string> speakers;
  for (const Quote& q : d.quotes) speakers.push_back(q.speaker_name);
  ASSERT_EQ(speakers.size(), 4u) << dump_all(d, d.quotes);
  EXPECT_EQ(speakers[0], "Анна Ким");
  EXPECT_EQ(speakers[1], speakers[3]);
  EXPECT_NE(speakers[1].find("Ерлан"), std::string::npos);
}

TEST(Quotes, indirect) {
  const Case cases[] = {
      {"ru", "Аким города Ерлан Кошанов сообщил, что школу откроют в сентябре.", "[quote «школу откроют в сентябре» Ерлан Кошанов | сообщил]"},
      {"ru", "По словам акима города Ерлана Кошанова, школу откроют в сентябре.", "[quote «школу откроют в сентябре» Ерлан Кошанов | По словам]"},
      {"ru", "Школу откроют в сентябре, сообщил аким города Ерлан Кошанов.", "[quote «Школу откроют в сентябре» Ерлан Кошанов | сообщил]"},
      {"kk", "Қала әкімі Ерлан Қошанов мектеп қыркүйекте ашылады деп хабарлады.", "[quote «мектеп қыркүйекте ашылады» Ерлан Қошанов | хабарлады]"},
      {"ru", "Напомним, что школу открыли в сентябре.", ""},
      {"ru", "Аким города Ерлан Кошанов открыл школу.", ""},
  };
  for (const Case& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    EXPECT_EQ(dump_all(d, d.quotes), c.found) << c.text;
    for (const Quote& q : d.quotes) EXPECT_FALSE(q.direct) << c.text;
  }
}

TEST(Quotes, over_several_paragraphs) {
  const Document d = analysed_plain("«Мы построим школу.\nИ парк тоже построим», – сказал аким города Ерлан Кошанов.", "ru");
  ASSERT_EQ(d.quotes.size(), 1u);
  EXPECT_EQ(d.surface(d.quotes[0].span), "Мы построим школу.\nИ парк тоже построим");
}

// Pairs of marks as "open-close", tokens counted from 0.
std::string pairs(const std::string& text) {
  const Document d = words_of(*real_knowledge(), text, "ru");
  std::vector<std::string> all;
  for (const QuotedPiece& p : quoted_pieces(d)) all.push_back(std::to_string(p.open) + "-" + std::to_string(p.close));
  return qogam::test::join(all);
}

TEST(QuotationMarks, pairs) {
  const struct {
    const char *text, *pairs;
  } cases[] = {
      {"«а»", "0-2"},
      {"«а» и «б»", "0-2 4-6"},
      {"«а «б» в»", "0-6"},        // outermost pairs only
      {"\"а\" и \"б\"", "0-2 4-6"},
      {"„а“ и “б”", "0-2 4-6"},
      {"«а\nб»", "0-3"},           // over the end of a paragraph
      {"\"а\nб\"", "0-3"},          // straight ones too
      {"\"а \"б\" в\"", "0-6"},      // which open and close by the side they lean on
      {"\"а\", б, \"в\"", "0-2 6-8"},
      {"«а", ""},
      {"а»", ""},
      {"», «", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(pairs(c.text), c.pairs) << c.text;
}

TEST(QuotationMarks, a_pair_is_not_held_open_for_ever) {
  EXPECT_EQ(pairs("«а\nб\nв\nг\nд\nе\nж\nз\nи\nк\nл\nм\nн\nо\nп»"), "");
}

}  // namespace
}  // namespace qogam::extract
