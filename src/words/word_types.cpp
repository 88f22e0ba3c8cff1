// Reading distinct words, and keeping them.
#include "words/word_types.h"

#include <algorithm>

#include "model/source.h"
#include "text/utf8.h"
#include "words/grammar_readings.h"
#include "words/shape.h"

namespace qogam::words {
namespace {

constexpr std::size_t kShortestPrefix = 3;  // letters before the `*` of a prefix word
constexpr std::size_t kKinds = 4, kSpellings = 8;
constexpr std::size_t kMostTypes = 10'000;  // that are kept of a language; some 700 bytes each

}  // namespace

RomanLetters read_roman_letters(const lang::Knowledge& knowledge) {
  RomanLetters letters;
  const std::string path = "common/roman.tsv";
  const model::SourceFile file{path, std::string(knowledge.resource(path))};
  for (const model::Line& line : file.lines()) {
    const auto parts = model::fields(line.text);
    if (parts.size() < 2 || parts[1].size() != 1) file.fail(line.number, "a line is `letter<TAB>roman digit`");
    std::size_t at = 0;
    letters[text::decode_at(parts[0], at)] = parts[1][0];
  }
  return letters;
}

WordReader::WordReader(const lang::Knowledge& knowledge, Profiles profiles)
    : knowledge_(knowledge), profiles_(knowledge), wanted_(profiles), roman_(read_roman_letters(knowledge)) {}

WordType WordReader::read(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling,
                          std::pmr::memory_resource* memory) const {
  Word w;
  w.features = shape_of(token);
  const std::string folded = knowledge_.key(token, language, spelling);
  w.form = knowledge_.words().find(folded);
  const std::string roman = (w.features & (feature::upper | feature::cap)) ? as_roman(token) : std::string();
  w.number = number_of(token, roman);
  if (w.number >= 0 && !(w.features & feature::digits)) w.features |= feature::roman;
  std::vector<Analysis> readings;
  std::vector<std::int32_t> costs;
  if ((w.features & feature::word) && token.size() <= kLongestWord) costs = add_readings(folded, w.features, language, readings);
  w.count = static_cast<std::uint16_t>(readings.size());
  w.may_begin_term = knowledge_.lexicon().begins(w.form, readings);
  WordProfile profile;
  const bool tagged = !knowledge_.tagger_weights(language).empty() || wanted_ == Profiles::all;
  if (tagged || costs.empty()) profile = profiles_.make(folded, w.features, kind, language);
  for (const Analysis& a : readings) w.features |= a.features;
  return {w, std::pmr::string(folded, memory), {readings.begin(), readings.end(), memory}, {costs.begin(), costs.end(), memory}, {profile, memory}};
}

std::vector<std::int32_t> WordReader::add_readings(std::string_view folded, Features shape, std::uint32_t language,
                                                   std::vector<Analysis>& readings) const {
  const lang::Morphology& morphology = knowledge_.morphology(language);
  std::vector<std::int32_t> costs;
  morphology.analyse(folded, readings);
  if (!morphology.grammar().empty()) costs = add_grammar_readings(morphology, folded, shape, readings);
  add_last_part(folded, language, readings);
  add_prefixes(folded, readings);
  if ((shape & feature::cap) && !(shape & feature::upper)) add_names(folded, language, readings);
  return costs;
}

// An unknown compound with a hyphen is read as its last part ("vice-head" as "head").
void WordReader::add_last_part(std::string_view folded, std::uint32_t language, std::vector<Analysis>& readings) const {
  const std::size_t hyphen = folded.rfind('-');
  const bool known = std::ranges::any_of(readings, [](const Analysis& a) { return a.lemma != 0; });
  if (known || hyphen == folded.npos || hyphen == 0 || hyphen + 5 > folded.size()) return;
  std::vector<Analysis> part;
  knowledge_.morphology(language).analyse(folded.substr(hyphen + 1), part);
  for (Analysis a : part) {
    if (a.lemma == 0) continue;
    if (a.stem != Analysis::kWholeForm) a.stem += static_cast<std::uint32_t>(hyphen + 1);
    readings.push_back(a);
  }
}

// A capitalised word may be a name in some case: its ending tells a patronymic from a surname.
void WordReader::add_names(std::string_view folded, std::uint32_t language, std::vector<Analysis>& readings) const {
  std::vector<lang::EndingTable::Hit> hits;
  knowledge_.names(language).find(folded, hits);
  for (const auto& hit : hits) {
    const Analysis one{0, hit.row->features | feature::guessed};
    const bool known = std::ranges::any_of(readings, [&](const Analysis& a) { return a.lemma == 0 && a.features == one.features; });
    if (!known) readings.push_back(one);
  }
}

// Words written `stem*` in lexicons and rules stand for all that start so.
void WordReader::add_prefixes(std::string_view folded, std::vector<Analysis>& readings) const {
  std::string prefix;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t from = at;
    text::decode_at(folded, at);
    prefix.append(folded.substr(from, at - from));
    if (++letters < kShortestPrefix) continue;
    prefix.push_back('*');
    if (const std::uint32_t word = knowledge_.words().find(prefix)) readings.push_back({word, feature::guessed});
    prefix.pop_back();
  }
}

// The token with Cyrillic look-alikes read as Roman digits; empty where a letter is none.
std::string WordReader::as_roman(std::string_view token) const {
  std::string result;
  for (std::size_t at = 0; at < token.size();) {
    const char32_t c = text::decode_at(token, at);
    if (const auto it = roman_.find(c); it != roman_.end()) result.push_back(it->second);
    else if (c < 0x80) result.push_back(static_cast<char>(c));
    else return {};
  }
  return result;
}

WordTypes::WordTypes(const lang::Knowledge& knowledge, WordReader::Profiles profiles)
    : reader_(knowledge, profiles), types_(knowledge.languages().size() * kSpellings * kKinds) {}

text::StringCache<WordType>& WordTypes::types(TokenKind kind, std::uint32_t language, std::uint8_t spelling) {
  return types_[(language * kSpellings + spelling % kSpellings) * kKinds + static_cast<std::size_t>(kind)];
}

std::uint64_t WordTypes::expect(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling) {
  return types(kind, language, spelling).expect(token);
}

const WordType& WordTypes::get(std::string_view token, std::uint64_t hash, TokenKind kind, std::uint32_t language, std::uint8_t spelling) {
  return types(kind, language, spelling).get(token, hash, [&](std::pmr::memory_resource* memory) {
    return reader_.read(token, kind, language, spelling, memory);
  });
}

const WordType& WordTypes::get(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling) {
  return get(token, expect(token, kind, language, spelling), kind, language, spelling);
}

void WordTypes::trim() {
  for (auto& types : types_) types.trim(kMostTypes);
}

}  // namespace qogam::words
