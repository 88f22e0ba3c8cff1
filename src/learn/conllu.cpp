// Reading CoNLL-U.
#include "learn/conllu.h"

#include <fstream>
#include <string_view>
#include <utility>

#include "qogam/error.h"
#include "text/utf8.h"

namespace qogam::learn {
namespace {

constexpr std::pair<std::string_view, Features> kFeats[] = {
    {"Case=Nom", feature::nom},   {"Case=Gen", feature::gen},     {"Case=Dat", feature::dat},
    {"Case=Acc", feature::acc},   {"Case=Ins", feature::ins},     {"Case=Loc", feature::loc},
    {"Case=Par", feature::gen},   {"Case=Abl", feature::abl},     {"Number=Sing", feature::sg},
    {"Number=Plur", feature::pl}, {"Gender=Masc", feature::masc}, {"Gender=Fem", feature::fem},
    {"Gender=Neut", feature::neut}, {"Tense=Past", feature::past}, {"Tense=Pres", feature::pres},
    {"Tense=Fut", feature::pres}, {"Person=1", feature::p1},      {"Person=2", feature::p2},
    {"Person=3", feature::p3},    {"VerbForm=Inf", feature::inf}, {"VerbForm=Conv", feature::cvb},
    {"VerbForm=Part", feature::participle}, {"Variant=Short", feature::short_form},
    {"Degree=Cmp", feature::comparative}, {"Mood=Imp", feature::imp}, {"Voice=Pass", feature::passive},
};

std::vector<std::string_view> columns(std::string_view line, char sign) {
  std::vector<std::string_view> all;
  for (std::size_t at = 0;;) {
    const std::size_t end = line.find(sign, at);
    all.push_back(line.substr(at, end == line.npos ? line.npos : end - at));
    if (end == line.npos) return all;
    at = end + 1;
  }
}

Features feats(std::string_view column) {
  Features all = 0;
  for (const std::string_view one : columns(column, '|'))
    for (const auto& [name, bit] : kFeats)
      if (one == name) all |= bit;
  return all;
}

TokenKind kind_of(std::string_view form) {
  bool letter = false, digit = false;
  std::size_t at = 0;
  const char32_t first = text::decode_at(form, at);
  for (at = 0; at < form.size();) {
    const char32_t c = text::decode_at(form, at);
    letter |= text::is_letter(c);
    digit |= text::is_digit(c);
  }
  if (!letter && !digit) return TokenKind::punctuation;
  return text::is_digit(first) ? TokenKind::number : TokenKind::word;
}

// Gives the tokens since `first` to a sentence of their own.
void end_sentence(Document& d, const std::string& language, std::uint32_t& first) {
  const auto last = static_cast<std::uint32_t>(d.tokens.size());
  if (first == last) return;
  const auto number = static_cast<std::uint32_t>(d.sentences.size());
  for (std::uint32_t t = first; t < last; ++t) d.tokens[t].sentence = number;
  d.sentences.push_back({d.span_of({first, last}), {first, last}, number, language});
  d.paragraphs.push_back({d.span_of({first, last}), number, number + 1});
  d.text += '\n';
  first = last;
}

}  // namespace

GoldWords read_conllu(const std::string& path, const std::string& language) {
  std::ifstream in(path);
  if (!in) throw Error(Cause::input, path + " cannot be read.");
  GoldWords gold;
  Document& d = gold.document;
  d.language = language;
  std::uint32_t first = 0;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty()) end_sentence(d, language, first);
    if (line.empty() || line[0] == '#') continue;
    const auto c = columns(line, '\t');
    if (c.size() != 10) throw Error(Cause::input, path + ":" + std::to_string(number) + ": a line of CoNLL-U has ten columns, this one has " + std::to_string(c.size()) + ".");
    if (c[0].find_first_not_of("0123456789") != std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(d.text.size());
    d.text += c[1];
    d.tokens.push_back({{begin, static_cast<std::uint32_t>(d.text.size())}, kind_of(c[1]), 0});
    if (c[9].find("SpaceAfter=No") == std::string_view::npos) d.text += ' ';
    gold.words.push_back({std::string(c[2]), std::string(c[3]), feats(c[5])});
  }
  end_sentence(d, language, first);
  return gold;
}

}  // namespace qogam::learn
