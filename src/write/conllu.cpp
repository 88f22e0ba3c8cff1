// One line a token.
#include "write/conllu.h"

#include <algorithm>
#include <vector>

#include "text/code_point_index.h"

namespace qogam::write {
namespace {

struct Named {
  Features bits;  // all of them must be there
  const char* name;
};

// The first row that fits gives the part of speech (universaldependencies.org/u/pos).
constexpr Named kParts[] = {
    {feature::aux, "AUX"},           {feature::adp, "ADP"},
    {feature::cconj, "CCONJ"},       {feature::sconj, "SCONJ"},
    {feature::particle, "PART"},     {feature::intj, "INTJ"},
    {feature::det, "DET"},           {feature::pron, "PRON"},
    {feature::participle, "VERB"},   {feature::verb, "VERB"},
    {feature::proper, "PROPN"},      {feature::num, "NUM"},
    {feature::adj, "ADJ"},           {feature::noun, "NOUN"},
    {feature::adv, "ADV"},           {feature::function_word, "PART"},
};

// In the alphabetical order that the format asks for.
constexpr Named kFeats[] = {
    {feature::anim, "Animacy=Anim"},    {feature::inan, "Animacy=Inan"},
    {feature::perfective, "Aspect=Perf"},
    {feature::nom, "Case=Nom"},         {feature::gen, "Case=Gen"},
    {feature::dat, "Case=Dat"},         {feature::acc, "Case=Acc"},
    {feature::ins, "Case=Ins"},         {feature::loc, "Case=Loc"},
    {feature::abl, "Case=Abl"},         {feature::comparative, "Degree=Cmp"},
    {feature::masc, "Gender=Masc"},     {feature::fem, "Gender=Fem"},
    {feature::neut, "Gender=Neut"},     {feature::imp, "Mood=Imp"},
    {feature::sg, "Number=Sing"},       {feature::pl, "Number=Plur"},
    {feature::poss1, "Person[psor]=1"}, {feature::poss3, "Person[psor]=3"},
    {feature::p1, "Person=1"},          {feature::p2, "Person=2"},
    {feature::p3, "Person=3"},          {feature::neg, "Polarity=Neg"},
    {feature::past, "Tense=Past"},      {feature::pres, "Tense=Pres"},
    {feature::fut, "Tense=Fut"},        {feature::short_form, "Variant=Short"},
    {feature::cvb, "VerbForm=Conv"},    {feature::inf, "VerbForm=Inf"},
    {feature::participle, "VerbForm=Part"},
    {feature::vnoun, "VerbForm=Vnoun"}, {feature::passive, "Voice=Pass"},
};

std::string_view part_of_speech(const Token& token, const Word& word) {
  if (token.kind == TokenKind::punctuation) return "PUNCT";
  if (token.kind == TokenKind::symbol) return "SYM";
  return write::part_of_speech(word.tag);
}

std::string feats(const Word& word) {
  std::string all;
  for (const Named& feat : kFeats) {
    if (!(word.tag & feat.bits)) continue;
    if (!all.empty()) all += '|';
    all += feat.name;
  }
  return all.empty() ? "_" : all;
}

// Fields hold no tabs or line ends; blanks inside a number are allowed.
std::string clean(std::string_view text) {
  std::string field(text);
  for (char& c : field)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return field.empty() ? "_" : field;
}

void add_token(std::string& out, const Document& d, std::uint32_t token, std::uint32_t number, const text::CodePointIndex& offsets) {
  const Token& t = d.tokens[token];
  const Word& w = d.words[token];
  const bool space = token + 1 == d.tokens.size() || d.tokens[token + 1].span.begin > t.span.end;
  out += std::to_string(number) + '\t' + clean(d.surface(t.span)) + '\t' + clean(d.lemma(w)) + '\t' +
         std::string(part_of_speech(t, w)) + "\t_\t" + feats(w) + "\t_\t_\t_\t" + (space ? "" : "SpaceAfter=No|") +
         "Start=" + std::to_string(offsets(t.span.begin)) + "|End=" + std::to_string(offsets(t.span.end)) + '\n';
}

}  // namespace

std::string_view part_of_speech(Features features) {
  for (const Named& part : kParts)
    if ((features & part.bits) == part.bits) return part.name;
  return "X";
}

std::string to_conllu(const Document& d, const std::string& generator) {
  std::string out = "# newdoc id = " + clean(d.id) + '\n';
  if (!generator.empty()) out += "# generator = " + clean(generator) + '\n';
  if (d.error) return out + "# error = " + clean(d.error->code + ": " + d.error->message) + "\n\n";
  const text::CodePointIndex offsets(d.text);
  for (std::size_t s = 0; s < d.sentences.size(); ++s) {
    const Sentence& sentence = d.sentences[s];
    out += "# sent_id = " + clean(d.id) + '-' + std::to_string(s + 1) + "\n# lang = " + sentence.language + "\n# text = " +
           clean(d.surface(sentence.span)) + '\n';
    for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t)
      add_token(out, d, t, t - sentence.tokens.first + 1, offsets);
    out += '\n';
  }
  return out;
}

}  // namespace qogam::write
