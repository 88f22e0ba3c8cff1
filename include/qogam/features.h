// Grammatical and graphical features of a word, as one set of bits.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace qogam {

// A set of features: the constants below joined by |. The names in kFeatureNames are the
// ones that rules (`[noun,gen]`) and morphology tables under models/ use.
using Features = std::uint64_t;

namespace feature {
// Parts of speech (Universal Dependencies, abridged).
inline constexpr Features noun = 1ull << 0;
inline constexpr Features adj = 1ull << 1;
inline constexpr Features verb = 1ull << 2;
inline constexpr Features adv = 1ull << 3;
inline constexpr Features pron = 1ull << 4;
inline constexpr Features num = 1ull << 5;
inline constexpr Features participle = 1ull << 6;
inline constexpr Features function_word = 1ull << 7;
// Case; `loc` is the Russian prepositional and the Kazakh locative.
inline constexpr Features nom = 1ull << 8;
inline constexpr Features gen = 1ull << 9;
inline constexpr Features dat = 1ull << 10;
inline constexpr Features acc = 1ull << 11;
inline constexpr Features ins = 1ull << 12;
inline constexpr Features loc = 1ull << 13;
inline constexpr Features abl = 1ull << 14;
// An auxiliary verb; stands beside `verb`.
inline constexpr Features aux = 1ull << 15;
// Number and gender.
inline constexpr Features sg = 1ull << 16;
inline constexpr Features pl = 1ull << 17;
inline constexpr Features masc = 1ull << 18;
inline constexpr Features fem = 1ull << 19;
inline constexpr Features neut = 1ull << 20;
// A proper noun; stands beside `noun`.
inline constexpr Features proper = 1ull << 21;
// Verbs: tense, mood, voice and person.
inline constexpr Features past = 1ull << 22;
inline constexpr Features pres = 1ull << 23;
inline constexpr Features fut = 1ull << 24;
inline constexpr Features inf = 1ull << 25;
inline constexpr Features imp = 1ull << 26;
inline constexpr Features passive = 1ull << 27;
inline constexpr Features p1 = 1ull << 28;
inline constexpr Features p2 = 1ull << 29;
inline constexpr Features p3 = 1ull << 30;
inline constexpr Features neg = 1ull << 31;
inline constexpr Features cvb = 1ull << 32;     // converb
inline constexpr Features vnoun = 1ull << 33;   // verbal noun
// Possessive suffix of the third person (Turkic izafet).
inline constexpr Features poss3 = 1ull << 34;
inline constexpr Features poss1 = 1ull << 35;
// Kinds of proper names.
inline constexpr Features given = 1ull << 36;
inline constexpr Features surname = 1ull << 37;
inline constexpr Features patronymic = 1ull << 38;
inline constexpr Features place = 1ull << 39;
// The analysis was guessed from the ending alone.
inline constexpr Features guessed = 1ull << 40;
// Kinds of function words; each stands beside `function`.
inline constexpr Features adp = 1ull << 41;
inline constexpr Features cconj = 1ull << 42;
inline constexpr Features sconj = 1ull << 43;
inline constexpr Features particle = 1ull << 44;
inline constexpr Features intj = 1ull << 45;
// A pronoun used as an adjective (UD's determiner); stands beside `pron`.
inline constexpr Features det = 1ull << 46;
// More of nouns, adjectives and verbs.
inline constexpr Features anim = 1ull << 47;        // animate; matters for the accusative
inline constexpr Features inan = 1ull << 60;
inline constexpr Features perfective = 1ull << 61;  // aspect; without it imperfective or both
inline constexpr Features short_form = 1ull << 62;  // of adjectives and participles
inline constexpr Features comparative = 1ull << 63;
// Shape of the token.
inline constexpr Features cap = 1ull << 48;      // first letter upper-case
inline constexpr Features upper = 1ull << 49;    // two letters or more, all upper-case
inline constexpr Features lower = 1ull << 50;    // all letters lower-case
inline constexpr Features initial = 1ull << 51;  // one upper-case letter with a dot
inline constexpr Features digits = 1ull << 52;   // a number in digits
inline constexpr Features roman = 1ull << 53;    // a Roman numeral
inline constexpr Features latin = 1ull << 54;    // all letters Latin
inline constexpr Features punct = 1ull << 55;    // punctuation or symbol
inline constexpr Features word = 1ull << 56;     // has a letter
inline constexpr Features start = 1ull << 57;    // first token of its sentence
inline constexpr Features space = 1ull << 58;    // white space stands before it
inline constexpr Features hyphen = 1ull << 59;   // has a hyphen inside

inline constexpr Features cases = nom | gen | dat | acc | ins | loc | abl;
inline constexpr Features numbers = sg | pl;
inline constexpr Features genders = masc | fem | neut;
}  // namespace feature

struct FeatureName {
  std::string_view name;
  Features bit;
};

inline constexpr FeatureName kFeatureNames[] = {
    {"noun", feature::noun},         {"adj", feature::adj},
    {"verb", feature::verb},         {"adv", feature::adv},
    {"pron", feature::pron},         {"num", feature::num},
    {"participle", feature::participle}, {"function", feature::function_word},
    {"nom", feature::nom},           {"gen", feature::gen},
    {"dat", feature::dat},           {"acc", feature::acc},
    {"ins", feature::ins},           {"loc", feature::loc},
    {"abl", feature::abl},           {"sg", feature::sg},
    {"pl", feature::pl},             {"masc", feature::masc},
    {"fem", feature::fem},           {"neut", feature::neut},
    {"past", feature::past},         {"pres", feature::pres},
    {"fut", feature::fut},           {"inf", feature::inf},
    {"imp", feature::imp},           {"passive", feature::passive},
    {"p1", feature::p1},             {"p2", feature::p2},
    {"p3", feature::p3},             {"neg", feature::neg},
    {"cvb", feature::cvb},           {"vnoun", feature::vnoun},
    {"poss3", feature::poss3},       {"poss1", feature::poss1},
    {"given", feature::given},       {"surname", feature::surname},
    {"patronymic", feature::patronymic}, {"place", feature::place},
    {"guessed", feature::guessed},   {"cap", feature::cap},
    {"upper", feature::upper},       {"lower", feature::lower},
    {"initial", feature::initial},   {"digits", feature::digits},
    {"roman", feature::roman},       {"latin", feature::latin},
    {"punct", feature::punct},       {"word", feature::word},
    {"start", feature::start},       {"space", feature::space},
    {"hyphen", feature::hyphen},     {"aux", feature::aux},
    {"proper", feature::proper},     {"adp", feature::adp},
    {"cconj", feature::cconj},       {"sconj", feature::sconj},
    {"particle", feature::particle}, {"intj", feature::intj},
    {"det", feature::det},           {"anim", feature::anim},
    {"inan", feature::inan},         {"perfective", feature::perfective},
    {"short", feature::short_form},  {"comparative", feature::comparative},
};

// The bit of a feature name, or nothing where the name is unknown.
constexpr std::optional<Features> feature_by_name(std::string_view name) {
  for (const FeatureName& f : kFeatureNames)
    if (f.name == name) return f.bit;
  return std::nullopt;
}

}  // namespace qogam
