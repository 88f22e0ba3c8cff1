// What context makes of a word that can be several. A row is a sentence, one word of it, and that
// word's lemma, part of speech and case as they must come out.
#include "words/tagger.h"

#include <gtest/gtest.h>

#include "support/analysis.h"
#include "write/conllu.h"

namespace qogam::words {
namespace {

using qogam::test::real_knowledge;
using qogam::test::words_of;

std::string case_of(Features tag) {
  for (const FeatureName& f : kFeatureNames)
    if ((f.bit & feature::cases) != 0 && (tag & f.bit) != 0) return " " + std::string(f.name);
  return "";
}

// "lemma PART case" of the first token that is `form`.
std::string told(const Document& d, const std::string& form) {
  for (std::size_t t = 0; t < d.tokens.size(); ++t)
    if (d.surface(d.tokens[t].span) == form)
      return std::string(d.lemma(d.words[t])) + " " + std::string(write::part_of_speech(d.words[t].tag)) + case_of(d.words[t].tag);
  return "no such token";
}

TEST(Tagger, russian_in_context) {
  const struct {
    const char *sentence, *form, *told;
  } cases[] = {
      {"Председатель общественного совета выступил с отчётом.", "совета", "совет NOUN gen"},
      {"Новые дома стали выше.", "стали", "стать VERB"},
      {"Аким поручил заместителю акима города проверить дворы.", "заместителю", "заместитель NOUN dat"},
      {"Аким поручил заместителю акима города проверить дворы.", "акима", "аким NOUN gen"},
      {"Аким поручил заместителю акима города проверить дворы.", "проверить", "проверить VERB"},
      {"Об этом сообщили в управлении внутренней политики.", "управлении", "управление NOUN loc"},
      {"Об этом сообщили в управлении внутренней политики.", "внутренней", "внутренний ADJ gen"},
      {"Об этом сообщили в управлении внутренней политики.", "политики", "политика NOUN gen"},
      {"Жители получили ответ от министерства.", "министерства", "министерство NOUN gen"},
      {"Три министерства подписали договор.", "договор", "договор NOUN acc"},
      {"В бюджете на эти цели предусмотрено 2 млрд тенге.", "бюджете", "бюджет NOUN loc"},
      {"Дорогу отремонтируют к 1 ноября.", "ноября", "ноябрь NOUN gen"},
      {"Дорогу отремонтируют к 1 ноября.", "Дорогу", "дорога NOUN acc"},
      {"Встреча с жителями прошла в Караганде.", "Караганде", "караганда PROPN loc"},
      {"Встреча с жителями прошла в Караганде.", "жителями", "житель NOUN ins"},
      {"По словам Айгуль Тажибаевой, работы начнутся весной.", "Тажибаевой", "тажибаева PROPN gen"},
      {"По словам Айгуль Тажибаевой, работы начнутся весной.", "весной", "весна NOUN ins"},
      {"Он был назначен акимом района.", "был", "быть AUX"},
      {"Он был назначен акимом района.", "акимом", "аким NOUN ins"},
      {"Жильцы, которые живут в доме, жалуются на холод.", "которые", "который PRON nom"},
      {"Он сказал, что школа будет построена.", "что", "что SCONJ"},
      {"Построенная школа открылась.", "Построенная", "построить VERB nom"},
      {"Маслихат утвердил бюджет.", "бюджет", "бюджет NOUN acc"},
      {"Собранные подписи передали в акимат.", "акимат", "акимат NOUN acc"},
  };
  for (const auto& c : cases) EXPECT_EQ(told(words_of(*real_knowledge(), c.sentence, "ru"), c.form), c.told) << c.sentence;
}

TEST(Tagger, a_sentence_may_be_empty_or_long) {
  const std::vector<std::int16_t> weights(64, 1);
  EXPECT_TRUE(Tagger(weights).tag({}).empty());
  const ProfileMaker maker(*real_knowledge());
  const WordProfile profile = maker.make("", 0, TokenKind::punctuation, 1);
  const std::vector<const WordProfile*> sentence(2000, &profile);
  EXPECT_EQ(Tagger(weights).tag(sentence), std::vector<std::uint16_t>(2000, 0));
}

// The cache must not change what comes out: a text alone and behind others.
TEST(Tagger, words_seen_before_change_nothing) {
  const auto stage = make_analyser(*real_knowledge());
  const auto dump = [&](const std::string& text) {
    Document d;
    d.text = text;
    segment::make_segmenter(*real_knowledge(), {})->run(d);
    stage->run(d);
    return write::to_conllu(d);
  };
  const std::string text = "Аким Жолдасов обещал построить школу в Караганде.";
  const std::string alone = dump(text);
  dump("Школу построить обещал аким. Караганде ЖОЛДАСОВ школа Аким");
  EXPECT_EQ(dump(text), alone);
}

}  // namespace
}  // namespace qogam::words
