// Officials and NGOs in whole phrases, by the built model.
#include <gtest/gtest.h>

#include "support/analysis.h"
#include "support/dump.h"

namespace qogam::link {
namespace {

using qogam::test::analysed_plain;
using qogam::test::dump_all;

struct Case {
  const char *language, *text, *found;
};

TEST(Linker, officials) {
  const Case cases[] = {
      {"ru", "Вчера аким города Ерлан Кошанов открыл школу.",
       "[official Ерлан Кошанов | аким города |  | current]"},
      {"ru", "Дело поручили руководителю управления внутренней политики Талгату Рахманберди.",
       "[official Талгат Рахманберди | руководитель управления внутренней политики | управление внутренней политики | current]"},
      {"ru", "На сходе выступила представитель НПО Алтынай Нуркеева.", ""},
      {"ru", "На сходе выступил директор ТОО «Парк» Асхат Оралов.", ""},
      {"ru", "На сходе выступил Асхат Оралов.", ""},
      {"kk", "Кеше қала әкімі Ерлан Қошанов мектеп ашты.",
       "[official Ерлан Қошанов | қала әкімі |  | current]"},
      {"kk", "Жиынға ішкі саясат басқармасының басшысы Асқар Сәрсенов қатысты.",
       "[official Асқар Сәрсенов | ішкі саясат басқармасының басшысы | ішкі саясат басқармасы | current]"},
      {"kk", "Жиында ҮЕҰ өкілі Айгүл Тәжібаева сөйледі.", ""},
  };
  for (const Case& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    EXPECT_EQ(dump_all(d, d.officials), c.found) << c.text;
  }
}

TEST(Linker, ngos_and_who_speaks_for_them) {
  const Case cases[] = {
      {"ru", "На сходе выступила представитель НПО Алтынай Нуркеева.", "[ngo НПО (generic) < Алтынай Нуркеева]"},
      {"ru", "Общественный фонд «Ақ ниет» провёл встречу.", "[ngo Ақ ниет]"},
      {"ru", "Акимат города провёл встречу.", ""},
      {"ru", "ТОО «Парк» провело встречу.", ""},
      {"kk", "Жиында ҮЕҰ өкілі Айгүл Тәжібаева сөйледі.", "[ngo ҮЕҰ (generic) < Айгүл Тәжібаева]"},
      {"kk", "«Ақ ниет» қоғамдық қоры жиын өткізді.", "[ngo Ақ ниет]"},
      {"kk", "Қала әкімдігі жиын өткізді.", ""},
  };
  for (const Case& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    EXPECT_EQ(dump_all(d, d.ngos), c.found) << c.text;
  }
}

// An official is one person, told once, though named in several ways.
TEST(Linker, one_official_for_all_mentions) {
  const Document d = analysed_plain(
      "Вчера аким города Ерлан Кошанов открыл школу. Е. Кошанов поздравил детей. Кошанову подарили цветы.", "ru");
  ASSERT_EQ(d.officials.size(), 1u) << dump_all(d, d.officials);
  EXPECT_EQ(d.officials[0].mentions.size(), 3u) << dump_all(d, d.mentions);
  EXPECT_EQ(d.entities[static_cast<std::size_t>(d.officials[0].person)].kind, "official");
}

}  // namespace
}  // namespace qogam::link
