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
constexpr std::size_t kMostTypes = 200'000;  // a few dozen megabytes
constexpr std::size_t kKinds = 4, kSpellings = 8;

}  // namespace

WordReader::WordReader(const lang::Knowledge& knowledge) : knowledge_(knowledge), profiles_(knowledge) {
  const std::string path = "common/roman.tsv";
  const model::SourceFile file{path, std::string(knowledge.resource(path))};
  for (const model::Line& line : file.lines()) {
    const auto parts = model::fields(line.text);
    if (parts.size() < 2 || parts[1].size() != 1) file.fail(line.number, "a line is `letter<TAB>roman digit`");
    std::size_t at = 0;
    roman_[text::decode_at(parts[0], at)] = parts[1][0];
  }
}

WordType WordReader::read(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling) const {
  WordType type;
  Word& w = type.word;
  w.features = shape_of(token);
  w.folded = knowledge_.key(token, language, spelling);
  w.form = knowledge_.words().find(w.folded);
  const std::string roman = (w.features & (feature::upper | feature::cap)) ? as_roman(token) : std::string();
  w.number = number_of(token, roman);
  if (w.number >= 0 && !(w.features & feature::digits)) w.features |= feature::roman;
  const bool readable = (w.features & feature::word) && token.size() <= kLongestWord;
  if (readable) add_readings(type, language);
  w.count = static_cast<std::uint16_t>(type.readings.size());
  type.profile = profiles_.make(w, kind, language);
  for (const Analysis& a : type.readings) w.features |= a.features;
  return type;
}

void WordReader::add_readings(WordType& type, std::uint32_t language) const {
  const Word& w = type.word;
  const lang::Morphology& morphology = knowledge_.morphology(language);
  morphology.analyse(w.folded, type.readings);
  if (!morphology.grammar().empty()) type.costs = add_grammar_readings(morphology, w.folded, w.features, type.readings);
  add_last_part(w.folded, language, type.readings);
  add_prefixes(w.folded, type.readings);
  if ((w.features & feature::cap) && !(w.features & feature::upper)) add_names(w.folded, language, type.readings);
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

// The maps are made at once: were they moved, references into them would not hold.
WordTypes::WordTypes(const lang::Knowledge& knowledge) : reader_(knowledge), types_(knowledge.languages().size() * kSpellings * kKinds) {}

const WordType& WordTypes::get(std::string_view token, TokenKind kind, std::uint32_t language, std::uint8_t spelling) {
  const std::size_t number = (language * kSpellings + spelling % kSpellings) * kKinds + static_cast<std::size_t>(kind);
  Types& types = types_[number];
  if (const auto it = types.find(token); it != types.end()) return it->second;
  ++size_;
  return types.emplace(std::string(token), reader_.read(token, kind, language, spelling)).first->second;
}

void WordTypes::trim() {
  if (size_ < kMostTypes) return;
  for (Types& types : types_) types.clear();
  size_ = 0;
}

}  // namespace qogam::words
