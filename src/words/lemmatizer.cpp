// Lemmas of words without their context.
#include "words/lemmatizer.h"

#include <algorithm>

#include "text/utf8.h"

namespace qogam::words {
namespace {

constexpr std::size_t kSpellings = 8;  // of one language, more than any has

const Analysis* likeliest(const WordType& type) {
  if (!type.costs.empty()) {
    const auto best = std::min_element(type.costs.begin(), type.costs.end()) - type.costs.begin();
    return &type.readings[static_cast<std::size_t>(best)];
  }
  if (!type.profile.candidates.empty()) return &type.profile.candidates.front().reading;
  return type.readings.empty() ? nullptr : &type.readings.front();
}

}  // namespace

Lemmatizer::Lemmatizer(const lang::Knowledge& knowledge) : knowledge_(knowledge), reader_(knowledge), lemmas_(knowledge.languages().size() * kSpellings) {}

Lemmatizer::Lemma Lemmatizer::read(std::string_view word, std::uint32_t language, std::uint8_t spelling, std::pmr::memory_resource* memory) const {
  std::pmr::monotonic_buffer_resource scratch;
  std::size_t begin = 0;
  const bool number = text::is_digit(text::decode_at(word, begin));
  const WordType type = reader_.read(word, number ? TokenKind::number : TokenKind::word, language, spelling, &scratch);
  Lemma lemma{std::pmr::string(memory), std::pmr::string(memory), type.word.features & ~feature::start, type.word.features & ~feature::start};
  const Analysis* const reading = number ? nullptr : likeliest(type);
  if (reading == nullptr) {
    lemma.text.assign(type.folded);
    return lemma;
  }
  lemma.text.assign(knowledge_.lemma_text(type.folded, *reading));
  std::vector<std::string> seen{std::string(lemma.text)};
  for (const Analysis& other : type.readings) {
    if ((other.features & feature::guessed) != 0) continue;
    std::string text = knowledge_.lemma_text(type.folded, other);
    if (seen.size() == kMostLemmas || std::ranges::find(seen, text) != seen.end()) continue;
    lemma.others.append(" ").append(text);
    seen.push_back(std::move(text));
  }
  lemma.features = reading->features | (type.word.features & (feature::cap | feature::upper | feature::digits | feature::roman | feature::latin));
  return lemma;
}

const Lemmatizer::Lemma& Lemmatizer::lemma_of(std::string_view word, std::uint32_t language, std::uint8_t spelling) {
  auto& cache = lemmas_[language * kSpellings + std::min<std::size_t>(spelling, kSpellings - 1)];
  return cache.get(word, [&](std::pmr::memory_resource* memory) { return read(word, language, spelling, memory); });
}

std::vector<const Lemmatizer::Lemma*> Lemmatizer::types_of(std::string_view text, std::string_view language_code, std::vector<Span>& spans) {
  const std::uint32_t language = knowledge_.language(language_code);
  const std::uint8_t spelling = knowledge_.languages()[language].latin ? knowledge_.spelling_of(text, language) : 0;
  std::vector<const Lemma*> types;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t first = text::decode_at(text, at);
    const bool digit = text::is_digit(first);
    if (!digit && !text::is_letter(first)) continue;
    for (std::size_t next = at; next < text.size(); at = next) {
      const char32_t c = text::decode_at(text, next);
      if (digit ? !text::is_digit(c) : !text::is_letter(c)) break;
    }
    types.push_back(&lemma_of(text.substr(begin, at - begin), language, spelling));
    spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
  return types;
}

std::vector<PlainWord> Lemmatizer::words(std::string_view text, std::string_view language) {
  std::vector<Span> spans;
  const auto types = types_of(text, language, spans);
  std::vector<PlainWord> words;
  words.reserve(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) words.push_back({spans[i], types[i]->text, types[i]->features, types[i]->possible});
  return words;
}

std::string Lemmatizer::lemmas(std::string_view text, std::string_view language) {
  std::vector<Span> spans;
  auto types = types_of(text, language, spans);
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  std::string joined;
  for (const Lemma* const type : types) {
    if ((type->features & feature::function_word) != 0) continue;
    if (!joined.empty()) joined += ' ';
    joined.append(type->text).append(type->others);
  }
  return joined;
}

void Lemmatizer::trim() {
  for (auto& cache : lemmas_) cache.trim();
}

}  // namespace qogam::words
