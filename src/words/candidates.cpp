// From readings to candidates.
#include "words/candidates.h"

#include <algorithm>

#include "text/utf8.h"
#include "words/hashing.h"

namespace qogam::words {
namespace {

constexpr Features kParts = feature::noun | feature::adj | feature::verb | feature::adv | feature::pron | feature::num |
                            feature::participle | feature::function_word | feature::aux | feature::adp | feature::cconj |
                            feature::sconj | feature::particle | feature::intj | feature::det | feature::proper;
constexpr Features kForms = feature::past | feature::pres | feature::fut | feature::inf | feature::imp | feature::passive |
                            feature::p1 | feature::p2 | feature::p3 | feature::cvb | feature::short_form | feature::comparative;
constexpr Features kTag = kParts | kForms | feature::cases | feature::numbers | feature::genders;
constexpr Features kOutline = kParts | feature::cases | feature::inf | feature::cvb | feature::short_form;
constexpr Features kShape = feature::cap | feature::upper | feature::lower | feature::initial | feature::digits | feature::roman |
                            feature::latin | feature::punct | feature::hyphen;

// A number in digits may count in any case, or order as an adjective does.
void add_numbers(std::vector<Analysis>& readings) {
  for (const Features part : {feature::num, feature::adj})
    for (const Features one : {feature::nom, feature::gen, feature::dat, feature::acc, feature::ins, feature::loc})
      readings.push_back({0, part | one});
}

// A noun with a capital letter may be a name.
void add_names(std::vector<Analysis>& readings) {
  const std::size_t known = readings.size();
  for (std::size_t k = 0; k < known; ++k)
    if ((readings[k].features & (feature::noun | feature::adj)) && !(readings[k].features & (feature::proper | feature::short_form | feature::comparative))) {
      Analysis name = readings[k];
      name.features = (name.features & ~feature::adj) | feature::noun | feature::proper;
      readings.push_back(name);
    }
}

// A name that nobody knows may stand as it is in every case.
void add_indeclinable(std::string_view folded, std::vector<Analysis>& readings) {
  const auto whole = static_cast<std::uint32_t>(folded.size());
  for (const Features one : {feature::nom, feature::gen, feature::dat, feature::acc, feature::ins, feature::loc})
    readings.push_back({0, feature::noun | feature::proper | feature::sg | one, whole, 0});
}

// A comparative belongs to an adjective or to its adverb.
void add_adverbs(std::vector<Analysis>& readings) {
  const std::size_t known = readings.size();
  for (std::size_t k = 0; k < known; ++k)
    if (readings[k].features & feature::comparative) readings.push_back({0, feature::adv | feature::comparative});
}

// An initial is the letter without its dot.
Analysis initial(std::string_view folded) {
  return {0, feature::noun | feature::proper, static_cast<std::uint32_t>(folded.size() - 1), 0};
}

}  // namespace

Features tag_of(Features reading) { return reading & kTag; }

std::vector<Analysis> ProfileMaker::readings(std::string_view folded, Features shape, TokenKind kind, std::uint32_t language) const {
  std::vector<Analysis> readings;
  if (kind == TokenKind::punctuation || kind == TokenKind::symbol) return {{}};
  if ((shape & feature::word) && folded.size() <= kLongestWord) knowledge_.morphology(language).readings(folded, readings);
  if (shape & (feature::digits | feature::roman)) add_numbers(readings);
  if (folded.starts_with('@')) return {{0, feature::noun | feature::proper}};
  if (folded.starts_with('#')) return {{}};
  add_adverbs(readings);
  const bool unknown = std::ranges::all_of(readings, [](const Analysis& a) { return (a.features & feature::guessed) != 0; });
  if (shape & feature::cap) add_names(readings);
  // What is written in capitals and not in the dictionary is an abbreviation, whatever its end looks like.
  if ((shape & feature::upper) && unknown) readings.clear();
  if ((shape & feature::cap) && unknown) add_indeclinable(folded, readings);
  if (shape & feature::initial) readings.push_back(initial(folded));
  if (shape & feature::latin) readings.push_back({0, feature::noun | feature::proper});
  if (readings.empty() || (shape & feature::latin)) readings.push_back({});
  return readings;
}

WordProfile ProfileMaker::make(std::string_view folded, Features shape, TokenKind kind, std::uint32_t language) const {
  WordProfile p;
  for (const Analysis& reading : readings(folded, shape, kind, language)) {
    const Features tag = tag_of(reading.features);
    const bool known = std::ranges::any_of(p.candidates, [&](const Candidate& c) { return c.tag == tag; });
    if (known) continue;
    p.candidates.push_back({tag, reading, hash_of_number(tag), hash_of_number(tag & kOutline)});
  }
  p.form = hash_of(folded);
  p.last2 = hash_of(text::last_letters(folded, 2));
  p.last3 = hash_of(text::last_letters(folded, 3));
  p.shape = hash_of_number(shape & kShape);
  // The order of candidates is that of their likelihood, so it belongs to the class.
  for (const Candidate& c : p.candidates) p.ambiguity = combined(p.ambiguity, c.whole);
  // Guesses differ from word to word; what such words have in common is their end.
  if (p.candidates.front().reading.features & feature::guessed) p.ambiguity = combined(combined(p.last2, p.shape), 1);
  return p;
}

}  // namespace qogam::words
