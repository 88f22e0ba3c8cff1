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

// What the post leaves out is taken from what the text told before.
TEST(Linker, bodies_of_posts_across_sentences) {
  const Case cases[] = {
      {"ru", "Заседание общественного совета области Абай прошло в среду. Вёл его председатель совета Ерлан Кошанов.",
       "[official Ерлан Кошанов | председатель общественного совета области Абай | общественный совет области Абай | current]"},
      {"ru", "В село приехала группа областного маслихата. Депутаты Ерлан Кошанов и Анна Ким осмотрели дороги.",
       "[official Ерлан Кошанов | Депутат областного маслихата | областной маслихат | current] "
       "[official Анна Ким | Депутат областного маслихата | областной маслихат | current]"},
      {"ru", "Ответил руководитель управления образования Ерлан Кошанов. По словам его заместителя Анны Ким, мест хватит.",
       "[official Ерлан Кошанов | руководитель управления образования | управление образования | current] "
       "[official Анна Ким | заместитель руководителя управления образования | управление образования | current]"},
      {"ru", "Помочь обещали аким района Анна Ким, её заместитель Ерлан Кошанов.",
       "[official Анна Ким | аким района |  | current] [official Ерлан Кошанов | заместитель акима района |  | current]"},
      {"ru", "Об этом рассказал и. о. руководителя управления образования Ерлан Кошанов.",
       "[official Ерлан Кошанов | и. о. руководителя управления образования | управление образования | acting]"},
      {"kk", "Жиынға ішкі саясат басқармасының басшысы Асқар Сәрсенов пен оның орынбасары Анна Ким келді.",
       "[official Асқар Сәрсенов | ішкі саясат басқармасының басшысы | ішкі саясат басқармасы | current] "
       "[official Анна Ким | орынбасары | ішкі саясат басқармасы | current]"},
  };
  for (const Case& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    EXPECT_EQ(dump_all(d, d.officials), c.found) << c.text;
  }
}

// A body that is named again by a part of its name is one body; one of another head, or several of a kind, are not.
TEST(Linker, short_forms_of_bodies) {
  const struct {
    const char *language, *text, *bodies;
  } cases[] = {
      {"ru", "Акимат города Алматы провёл конкурс. Акимат города отчитался, а жители хвалят акимат.", "Акимат города Алматы"},
      {"ru", "Общественный совет спросил за дороги. Заседание общественного совета области Абай шло два часа.", "общественный совет области Абай"},
      {"ru", "Акимат города Алматы и аппарат акима Алмалинского района молчат.", "Акимат города Алматы; аппарат акима Алмалинского района"},
      {"ru", "Управление образования открыло школу. Управление здравоохранения молчит. Управление обещает автобус.", "Управление образования; Управление здравоохранения"},
      {"kk", "Облыстық ішкі саясат басқармасы жиын өткізді. Басқарма жоспарын айтты.", "Облыстық ішкі саясат басқармасы"},
  };
  for (const auto& c : cases) {
    const Document d = analysed_plain(c.text, c.language);
    std::vector<std::string> bodies;
    for (const Entity& e : d.entities)
      if (e.kind == "state_body") bodies.push_back(e.name);
    EXPECT_EQ(test::join(bodies, "; "), c.bodies) << c.text;
  }
}

TEST(Linker, ngos_and_who_speaks_for_them) {
  const Case cases[] = {
      {"ru", "На сходе выступила представитель НПО Алтынай Нуркеева.", "[ngo НПО (generic) < Алтынай Нуркеева]"},
      {"ru", "Общественный фонд «Ақ ниет» провёл встречу.", "[ngo Ақ ниет]"},
      {"ru", "Акимат города провёл встречу.", ""},
      {"ru", "ТОО «Парк» провело встречу.", ""},
      {"kk", "Жиында ҮЕҰ өкілі Айгүл Тәжібаева сөйледі.", "[ngo ҮЕҰ (generic) < Айгүл Тәжібаева]"},
      {"ru", "Общественный фонд «Ақ ниет» провёл встречу. Помогла координатор фонда Анна Ким.", "[ngo Ақ ниет < Анна Ким]"},
      {"ru", "Лот достался ОФ «Ақ ниет» (директор Анна Ким).", "[ngo Ақ ниет < Анна Ким]"},
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
