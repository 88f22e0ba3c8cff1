// What a telling is about.
#include "registry/telling_words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "registry/places.h"
#include "text/utf8.h"

namespace qogam::registry {
namespace {

// How much a feature counts: what two languages share counts most, a word of one language least.
constexpr float kConcept = 1.0F, kAnchor = 1.2F, kNumber = 0.9F, kWord = 0.5F;
constexpr std::uint32_t kLongestInitial = 2;  // bytes
constexpr float kClause = 1.0F, kContext = 0.5F, kTitle = 0.25F;

bool is_content(const words::PlainWord& word) {
  return (word.features & feature::function_word) == 0 && (word.features & (feature::pron | feature::aux)) == 0;
}

// Whether the numero sign stands before the place.
bool is_numbered(std::string_view text, std::size_t at) {
  constexpr std::string_view kSign = "\u2116";
  while (at > 0 && text[at - 1] == ' ') --at;
  return text.substr(0, at).ends_with(kSign);
}

}  // namespace

std::uint32_t TellingReader::number_of(const std::string& feature) {
  const auto [it, fresh] = numbers_.try_emplace(feature, static_cast<std::uint32_t>(frequencies_.size()));
  if (fresh) frequencies_.push_back(0);
  return it->second;
}

std::optional<long> TellingReader::numeral(std::string_view lemma) {
  const auto [it, fresh] = calendar_.try_emplace(std::string(lemma));
  if (fresh) {
    if (const auto value = knowledge_.value_of("numeral", lemma)) it->second.first = std::atol(value->c_str());
    it->second.second = knowledge_.value_of("month", lemma).has_value();
  }
  return it->second.first;
}

bool TellingReader::is_month(std::string_view lemma) {
  numeral(lemma);
  return calendar_.find(std::string(lemma))->second.second;
}

// A number in figures or in words, two of which may follow each other (fifty two); years are none.
std::optional<long> TellingReader::number_at(const std::vector<words::PlainWord>& words, std::size_t& i, const std::string& text) {
  constexpr long kFirstYear = 1900, kLastYear = 2100;
  std::size_t at = words[i].span.begin;
  if (text::is_digit(text::decode_at(text, at))) {
    const long value = std::atol(text.substr(words[i].span.begin, words[i].span.size()).c_str());
    if (value >= kFirstYear && value <= kLastYear) return std::nullopt;
    return value;
  }
  auto value = numeral(words[i].lemma);
  if (!value || *value < 2) return std::nullopt;
  while (i + 1 < words.size()) {
    const auto next = numeral(words[i + 1].lemma);
    const long round = *value % 100 == 0 ? 100 : *value % 10 == 0 ? 10 : 1;
    if (!next || *next < 1 || *next >= round) break;
    *value += *next;
    ++i;
  }
  return value;
}

bool TellingReader::is_place(const words::PlainWord& word, const std::string& text, const ArticleNames& names) const {
  const std::string stem = spelling_.place(knowledge_.fold(word.span.of(text)));
  return std::ranges::any_of(names.places, [&](const std::string& name) { return stem.starts_with(name) || same_place(stem, name); });
}

void TellingReader::add_name(TellingWords& to, const std::string& text, const words::PlainWord& word, float weight, const ArticleNames& names) {
  const std::string stem = spelling_.place(knowledge_.fold(word.span.of(text)));
  const auto like = [&](const std::string& name) { return stem.starts_with(name) || same_place(stem, name); };
  if (std::ranges::any_of(names.people, like)) return;
  if (std::ranges::any_of(names.common, like)) return;
  const auto place = std::ranges::find_if(names.places, like);
  const std::uint32_t number = number_of("@" + (place != names.places.end() ? *place : spelling_.place(word.lemma)));
  to.all.emplace_back(number, weight * kAnchor);
  if (weight > kTitle) to.anchors.insert(number);
}

void TellingReader::add_text(TellingWords& to, const std::string& text, const std::string& skip, const std::string& language, float weight, const ArticleNames& names) {
  const auto words = lemmatizer_.words(text, language);
  const std::size_t skipped = skip.empty() ? std::string::npos : text.find(skip);
  const auto in_skipped = [&](const words::PlainWord& w) { return skipped != std::string::npos && w.span.begin >= skipped && w.span.end <= skipped + skip.size(); };
  std::vector<bool> taken(words.size());
  for (const PhraseTable::Found& found : concepts_.find(words, language)) {
    std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(found.first), found.size, true);
    const auto entry = static_cast<std::size_t>(found.entry);
    if (!in_skipped(words[found.first])) to.all.emplace_back(number_of("=" + concepts_.entries()[entry].id), weight * kConcept * concept_weights_[entry]);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const words::PlainWord& word = words[i];
    if (in_skipped(word) || is_month(word.lemma) || (i + 1 < words.size() && is_month(words[i + 1].lemma))) continue;
    std::size_t at = word.span.begin;
    const char32_t first = text::decode_at(text, at);
    const bool begins = i == 0 || text.find_first_of(".!?:\n", words[i - 1].span.end) < word.span.begin;
    if (is_numbered(text, word.span.begin)) {  // school No. 5: a name
      const std::uint32_t number = number_of("@No" + std::string(word.lemma));
      to.all.emplace_back(number, weight * kAnchor);
      if (weight > kTitle) to.anchors.insert(number);
    } else if (const auto value = number_at(words, i, text)) {
      const std::uint32_t number = number_of("#" + std::to_string(*value));
      to.all.emplace_back(number, weight * kNumber);
      if (weight > kTitle) to.numbers.insert(number);
    } else if (text::is_upper(first) && (word.features & feature::upper) == 0 && word.span.size() > kLongestInitial && (!begins || is_place(word, text, names))) {
      if (!taken[i] || is_place(word, text, names)) add_name(to, text, word, weight, names);
    } else if (!taken[i] && is_content(word)) {
      to.all.emplace_back(number_of("-" + std::string(word.lemma)), weight * kWord);
    }
  }
  lemmatizer_.trim();
}

ArticleNames names_of(const ArticleEntities& article, const PlaceReader& reader) {
  ArticleNames names;
  for (const ArticleEntity& place : article.places) {
    const bool common = place.kind == "country" || &place == reader.main_entity(article, place.kind);
    for (std::string& stem : reader.stems(place.name)) (common ? names.common : names.places).push_back(std::move(stem));
  }
  for (const ArticleEntity& person : article.people)
    for (std::string& stem : reader.stems(person.name))
      if (std::ranges::find(names.places, stem) == names.places.end() && text::count_code_points(stem) > 2) names.people.push_back(std::move(stem));
  return names;
}

TellingWords TellingReader::read(const ArticleClause& clause, const std::string& language, const std::string& title, const ArticleNames& names) {
  TellingWords out;
  add_text(out, clause.text, clause.deadline_text, language, kClause, names);
  add_text(out, clause.context, clause.deadline_text, language, kContext, names);
  add_text(out, title, {}, language, kTitle, names);
  // The greatest weight of each.
  std::sort(out.all.begin(), out.all.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : a.second > b.second; });
  out.all.erase(std::unique(out.all.begin(), out.all.end(), [](const auto& a, const auto& b) { return a.first == b.first; }), out.all.end());
  for (const auto& [feature, weight] : out.all) ++frequencies_[feature];
  ++read_;
  return out;
}

void TellingReader::weigh(TellingWords& words) const {
  constexpr double kBackground = 30;  // tellings that a small store is thought to be part of
  double sum = 0;
  for (auto& [feature, weight] : words.all) {
    const double rarity = std::log((static_cast<double>(read_) + kBackground) / (frequencies_[feature] + 0.5));
    weight *= static_cast<float>(std::max(0.1, rarity));
    sum += weight * weight;
  }
  const float length = static_cast<float>(std::sqrt(sum));
  for (auto& [feature, weight] : words.all) weight /= length;
}

double cosine(const FeatureVector& a, const FeatureVector& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->first < y->first) ++x;
    else if (y->first < x->first) ++y;
    else sum += static_cast<double>(x++->second) * (y++)->second;
  }
  return sum;
}

}  // namespace qogam::registry
