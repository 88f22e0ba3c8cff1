// Kazakh forms, the lemma that the likeliest reading of each gives, and features it must have. To add a case write a
// row; where it fails, the mending is a line of models/kk/grammar.tsv or stems-*.tsv.
#include <gtest/gtest.h>

#include "lang/knowledge.h"
#include "model/source.h"
#include "support/analysis.h"

namespace qogam::lang {
namespace {

using qogam::test::real_knowledge;
using qogam::test::words_of;

struct Case {
  const char *form, *lemma, *features;
};

CostedReading best(const std::string& form, const std::string& language = "kk") {
  const Knowledge& k = *real_knowledge();
  const std::uint32_t number = k.language(language);
  const std::string folded = k.key(form, number, k.spelling_of(form, number));
  const bool capitalised = form != k.fold(form);
  auto readings = k.morphology(number).grammar().analyse(folded, capitalised);
  return readings.empty() ? CostedReading{} : readings[0];
}

void expect_readings(std::span<const Case> cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.form);
    const CostedReading r = best(c.form);
    EXPECT_EQ(r.lemma, c.lemma);
    for (const std::string& name : model::pieces(c.features)) {
      ASSERT_TRUE(feature_by_name(name)) << name;
      EXPECT_TRUE(r.reading.features & *feature_by_name(name)) << name;
    }
  }
}

// Each suffix may be read in several ways, so that the readings of a word of forty of them are past all counting.
TEST(KazakhWords, a_suffix_written_many_times_takes_no_time) {
  for (const char* suffix : {"тік", "лық", "лар", "дың", "дағы", "сыз"}) {
    std::string word = "мектеп";
    for (int i = 0; i < 40; ++i) word += suffix;
    best(word);
    best(word.substr(std::string("мектеп").size()));
  }
}

TEST(KazakhWords, nouns_with_plural_possessive_and_case) {
  const Case cases[] = {
      {"қала", "қала", "noun nom"},          {"қаланың", "қала", "noun gen"},         {"қалаға", "қала", "noun dat"},
      {"қаланы", "қала", "noun acc"},        {"қалада", "қала", "noun loc"},          {"қаладан", "қала", "noun abl"},
      {"қаламен", "қала", "noun ins"},       {"қалалар", "қала", "noun pl nom"},      {"қалалардың", "қала", "noun pl gen"},
      {"қалаларға", "қала", "noun pl dat"},  {"қаласы", "қала", "noun poss3 nom"},    {"қаласының", "қала", "noun poss3 gen"},
      {"қаласына", "қала", "noun poss3 dat"}, {"қаласын", "қала", "noun poss3 acc"},  {"қаласында", "қала", "noun poss3 loc"},
      {"қаласынан", "қала", "noun poss3 abl"}, {"қаласымен", "қала", "noun poss3 ins"}, {"қалаларының", "қала", "noun pl poss3 gen"},
      {"қалам", "қала", "noun poss1"},       {"ауылымыз", "ауыл", "noun poss1"},       {"қаламыздың", "қала", "noun poss1 gen"},
      {"елдер", "ел", "noun pl"},            {"елдерінің", "ел", "noun pl poss3 gen"}, {"елімізде", "ел", "noun poss1 loc"},
      {"еліміздің", "ел", "noun poss1 gen"}, {"елге", "ел", "noun dat"},              {"үйге", "үй", "noun dat"},
      {"үйлер", "үй", "noun pl"},            {"жылдар", "жыл", "noun pl"},            {"жылдың", "жыл", "noun gen"},
      {"жылы", "жыл", "noun poss3"},         {"мектепте", "мектеп", "noun loc"},      {"мектептен", "мектеп", "noun abl"},
      {"мектептер", "мектеп", "noun pl"},    {"министрге", "министр", "noun dat"},    {"министрлігі", "министрлік", "noun poss3"},
      {"министрлігінің", "министрлік", "noun poss3 gen"}, {"әкімі", "әкім", "noun poss3"}, {"әкімнің", "әкім", "noun gen"},
      {"әкімдіктің", "әкімдік", "noun gen"}, {"басшысы", "басшы", "noun poss3"},      {"төрағасының", "төраға", "noun poss3 gen"},
      {"сөзбен", "сөз", "noun ins"},         {"заңмен", "заң", "noun ins"},           {"халықпен", "халық", "noun ins"},
      {"қызға", "қыз", "noun dat"},          {"қыздар", "қыз", "noun pl"},            {"таулар", "тау", "noun pl"},
      {"тауда", "тау", "noun loc"},          {"судың", "су", "noun gen"},             {"суы", "су", "noun poss3"},
      {"банкте", "банк", "noun loc"},        {"бюджеттен", "бюджет", "noun abl"},     {"азаматтардың", "азамат", "noun pl gen"},
      {"тұрғындарға", "тұрғын", "noun pl dat"}, {"көшелерді", "көше", "noun pl acc"}, {"жолымыз", "жол", "noun poss1"},
      {"журналистердің", "журналист", "noun pl gen"}, {"модельдер", "модель", "noun pl"}, {"моделінің", "модель", "noun poss3 gen"},
  };
  expect_readings(cases);
}

TEST(KazakhWords, stems_that_change_before_a_suffix) {
  const Case cases[] = {
      {"кітабы", "кітап", "noun poss3"},   {"кітабын", "кітап", "noun poss3 acc"}, {"жүрегі", "жүрек", "noun poss3"},
      {"жүрегінде", "жүрек", "noun loc"},  {"құқығы", "құқық", "noun poss3"},      {"құқығының", "құқық", "noun poss3 gen"},
      {"халқы", "халық", "noun poss3"},    {"халқының", "халық", "noun poss3 gen"}, {"орны", "орын", "noun poss3"},
      {"орнында", "орын", "noun poss3 loc"}, {"аузы", "ауыз", "noun poss3"},       {"мойнында", "мойын", "noun poss3 loc"},
      {"кәсіпорны", "кәсіпорын", "noun poss3"}, {"нарқы", "нарық", "noun poss3"},  {"қаупі", "қауіп", "noun poss3"},
      {"мектебі", "мектеп", "noun poss3"}, {"бөлігі", "бөлік", "noun poss3"},      {"тілегім", "тілек", "noun poss1"},
  };
  expect_readings(cases);
}

TEST(KazakhWords, what_is_there_and_what_is_of_a_time) {
  const Case cases[] = {
      {"қаладағы", "қала", "noun loc"},   {"елдегі", "ел", "noun loc"},       {"ауданындағы", "аудан", "noun poss3 loc"},
      {"жылғы", "жыл", ""},               {"биылғы", "биыл", ""},             {"кешегі", "кеше", ""},
      {"айдағы", "ай", ""},               {"мектептегі", "мектеп", "loc"},    {"төбесіндегі", "төбе", "poss3 loc"},
  };
  expect_readings(cases);
}

TEST(KazakhWords, adjectives_numerals_adverbs) {
  const Case cases[] = {
      {"жақсы", "жақсы", "adj"},           {"үлкенірек", "үлкен", "adj comparative"}, {"жақсырақ", "жақсы", "adj comparative"},
      {"әлеуметтік", "әлеуметтік", "adj"}, {"қоғамдық", "қоғамдық", "adj"},        {"халықаралық", "халықаралық", "adj"},
      {"бірінші", "бір", "num"},           {"екінші", "екі", "num"},               {"жиырмасыншы", "жиырма", "num"},
      {"үшінші", "үш", "num"},             {"мыңнан", "мың", "num abl"},           {"бесінші", "бес", "num"},
      {"бүгін", "бүгін", "adv"},           {"өте", "өте", "adv"},                  {"қайта", "қайта", "adv"},
      {"тиіс", "тиіс", "adj"},             {"тиіспіз", "тиіс", "adj p1 pl"},       {"дайынбыз", "дайын", "adj p1 pl"},
  };
  expect_readings(cases);
}

TEST(KazakhWords, pronouns_and_function_words) {
  const Case cases[] = {
      {"менің", "мен", "pron"},     {"маған", "мен", "pron"},    {"оған", "ол", "pron"},       {"бұған", "бұл", "pron"},
      {"соның", "сол", "pron"},     {"өзінің", "өз", "pron"},    {"осыған", "осы", "pron"},    {"бізге", "біз", "pron"},
      {"олардың", "олар", "pron"},  {"одан", "ол", "pron"},      {"бәріміз", "бәрі", "pron"},  {"кімге", "кім", "pron"},
      {"ешкімге", "ешкім", "pron dat"}, {"және", "және", "cconj"}, {"немесе", "немесе", "cconj"}, {"бірақ", "бірақ", "cconj"},
      {"үшін", "үшін", "adp"},      {"туралы", "туралы", "adp"}, {"бойынша", "бойынша", "adp"}, {"дейін", "дейін", "adp"},
      {"бен", "мен", "cconj"},      {"пен", "мен", "cconj"},     {"бе", "ма", "particle"},     {"ғой", "ғой", "particle"},
      {"еді", "е", "aux"},          {"екен", "е", "aux"},        {"емес", "е", "aux"},         {"жатыр", "жат", "aux"},
      {"егер", "егер", "sconj"},    {"өйткені", "өйткені", "sconj"}, {"әр", "әр", "det"},      {"барлық", "барлық", "det"},
  };
  expect_readings(cases);
}

TEST(KazakhWords, verbs) {
  const Case cases[] = {
      {"айтты", "айт", "verb past p3"},      {"айттым", "айт", "verb past p1 sg"},    {"айттық", "айт", "verb past p1 pl"},
      {"айтады", "айт", "verb pres p3"},     {"айтамыз", "айт", "verb pres p1 pl"},   {"айтқан", "айт", "verb past participle"},
      {"айтып", "айт", "verb cvb"},          {"айтпады", "айт", "verb neg past"},     {"айтпайды", "айт", "verb neg pres p3"},
      {"айтса", "айт", "verb p3"},           {"айтсын", "айт", "verb imp p3"},        {"айтайық", "айт", "verb imp p1 pl"},
      {"айту", "айт", "verb vnoun"},         {"айтуы", "айт", "verb vnoun poss3"},    {"айтуынша", "айт", "verb vnoun poss3"},
      {"айтуды", "айт", "verb vnoun acc"},   {"айтатын", "айт", "verb pres participle"}, {"айтқанын", "айт", "verb participle poss3 acc"},
      {"айтылды", "айт", "verb passive past"}, {"келеді", "кел", "verb pres p3"},     {"келмейді", "кел", "verb neg pres"},
      {"келген", "кел", "verb past participle"}, {"келгеннен", "кел", "verb participle abl"}, {"келмек", "кел", "verb fut"},
      {"бермекші", "бер", "verb fut"},       {"беріледі", "бер", "verb passive pres"}, {"берілген", "бер", "verb passive participle"},
      {"салынады", "сал", "verb passive pres"}, {"салынып", "сал", "verb passive cvb"}, {"бөлінді", "бөл", "verb passive past"},
      {"шықты", "шық", "verb past p3"},      {"шығады", "шық", "verb pres p3"},       {"шығып", "шық", "verb cvb"},
      {"шығу", "шық", "verb vnoun"},         {"тапты", "тап", "verb past"},           {"табады", "тап", "verb pres"},
      {"тауып", "тап", "verb cvb"},          {"жауып", "жап", "verb cvb"},            {"қойды", "қой", "verb past"},
      {"қояды", "қой", "verb pres"},         {"қою", "қой", "verb vnoun"},            {"қоюды", "қой", "verb vnoun acc"},
      {"оқиды", "оқы", "verb pres"},         {"оқу", "оқы", "verb vnoun"},            {"оқуға", "оқы", "verb vnoun dat"},
      {"оқыған", "оқы", "verb participle"},  {"таниды", "таны", "verb pres"},         {"киеді", "ки", "verb pres"},
      {"кию", "ки", "verb vnoun"},           {"дамыту", "дамыт", "verb vnoun"},       {"дамиды", "дамы", "verb pres"},
      {"көбейеді", "көбей", "verb pres"},    {"азаюда", "азай", "verb"},              {"жөндеуден", "жөнде", "verb vnoun abl"},
      {"жоспарланып", "жоспарла", "verb passive cvb"}, {"аяқталады", "аяқта", "verb passive pres"},
      {"қабылданған", "қабылда", "verb passive participle"}, {"орындалмаған", "орында", "verb passive neg participle"},
      {"ұйымдастырады", "ұйымдастыр", "verb pres"}, {"қатысты", "қатысты", "adj"},    {"қатысқан", "қатыс", "verb participle"},
      {"жібергенше", "жібер", "verb cvb"},   {"көргелі", "көр", "verb cvb"},          {"білмейінше", "біл", "verb cvb neg"},
      {"береміз", "бер", "verb pres p1 pl"}, {"жүреді", "жүр", "verb pres"},          {"деді", "де", "verb past p3"},
      {"дейді", "де", "verb pres p3"},       {"деп", "де", "verb cvb"},               {"деген", "де", "verb participle"},
      {"дегенмен", "дегенмен", "cconj"},     {"жазылған", "жаз", "verb passive participle"}, {"сұрап", "сұра", "verb cvb"},
      {"басталғаннан", "баста", "verb passive abl"}, {"құрылады", "құр", "verb passive"}, {"жүргізілуде", "жүргіз", "verb passive pres"},
      {"бармаса", "бар", "verb neg"},        {"көрсеңіз", "көр", "verb p2"},          {"алыңыз", "ал", "verb imp p2"},
  };
  expect_readings(cases);
}

TEST(KazakhWords, names) {
  const Case cases[] = {
      {"Қазақстанның", "қазақстан", "proper gen"},  {"Алматыда", "алматы", "proper loc"},   {"Астанаға", "астана", "proper dat"},
      {"Айгүлмен", "айгүл", "proper given ins"},    {"Серікке", "серік", "proper given dat"}, {"Назарбаевтың", "назарбаев", "proper gen"},
      {"Ахметовпен", "ахметов", "proper ins"},      {"Оспановаға", "оспанова", "proper dat"}, {"Серікұлының", "серікұлы", "proper gen"},
      {"Хұзыстан", "хұзыстан", "proper nom"},       {"Лондоннан", "лондон", "proper abl"},  {"Өзбекстанмен", "өзбекстан", "proper ins"},
  };
  expect_readings(cases);
}

TEST(KazakhWords, unknown_stems_are_cut_at_the_likeliest_place) {
  const Case cases[] = {
      {"гаджеттердің", "гаджет", "noun pl gen guessed"}, {"стартаптарға", "стартап", "noun pl dat"},
      {"логистикамен", "логистика", "noun ins"},         {"фестивальдің", "фестиваль", "noun gen"},
  };
  expect_readings(cases);
}

TEST(KazakhWords, suffixes_behind_a_hyphen) {
  const Case cases[] = {{"СҚО-да", "сқо", "loc"},    {"ПИК-тің", "пик", "gen"},   {"АҚШ-пен", "ақш", "ins"},
                        {"ҮЕҰ-ға", "үеұ", "dat"},    {"2024-ші", "2024", "num"},  {"9-шы", "9", "num"},
                        {"25-інші", "25", "num"},    {"19-ы", "19", "poss3"},     {"15-іне", "15", "poss3 dat"}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.form);
    const Document d = words_of(*real_knowledge(), std::string("Бұл ") + c.form + " болды.", "kk");
    ASSERT_EQ(d.tokens.size(), 4u);
    EXPECT_EQ(d.lemma(d.words[1]), c.lemma);
    for (const std::string& name : model::pieces(c.features)) EXPECT_TRUE(d.words[1].tag & *feature_by_name(name)) << name;
  }
}

TEST(KazakhWords, both_latin_alphabets_lead_to_the_same_readings) {
  // 2018 and 2021 spellings.
  const char* cases[][3] = {{"qalanyń", "qalanyñ", "қала"}, {"kitaby", "kıtaby", "кітап"},       {"eldegi", "eldegı", "ел"},
                            {"shyqty", "şyqty", "шық"},     {"ákimniń", "äkımnıñ", "әкім"},      {"halqynyń", "halqynyñ", "халық"},
                            {"beriledi", "berıledı", "бер"}, {"qoıady", "qoiady", "қой"}};
  for (const auto& c : cases) {
    EXPECT_EQ(best(c[0], "kk-Latn").lemma, c[2]) << c[0];
  }
}

TEST(KazakhWords, the_sentence_chooses_among_readings) {
  const Document d = words_of(*real_knowledge(), "Мен мектеп пен үй жанында тұрдым.", "kk");
  EXPECT_TRUE(d.words[0].tag & feature::pron);
  EXPECT_TRUE(d.words[2].tag & feature::cconj);
  const Document e = words_of(*real_knowledge(), "Осы жоба туралы айтты.", "kk");
  EXPECT_TRUE(e.words[0].tag & feature::det);
}

TEST(KazakhWords, verbs_keep_the_verbal_noun_as_their_number) {
  const CostedReading r = best("айтқан");
  EXPECT_EQ(r.lemma, "айт");
  EXPECT_EQ(r.citation, "айту");
  EXPECT_EQ(best("шықты").citation, "шығу");
  EXPECT_EQ(best("оқиды").citation, "оқу");
  EXPECT_EQ(best("қойды").citation, "қою");
}

}  // namespace
}  // namespace qogam::lang
