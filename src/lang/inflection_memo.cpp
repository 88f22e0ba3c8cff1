// Keys of phrases.
#include "lang/inflection_memo.h"

#include <string_view>

namespace qogam::lang {
namespace {

constexpr std::size_t kMostStrings = 6'000;

template <typename Number>
void append(std::string& key, Number n) {
  key.append(reinterpret_cast<const char*>(&n), sizeof n);
}

// Where a word stands in its sentence does not matter, and a blank only between the words.
void append_word(const Document& d, std::uint32_t token, bool first, std::string& key) {
  const Word& w = d.words[token];
  const std::string_view surface = d.surface(d.tokens[token].span);
  append(key, static_cast<std::uint32_t>(surface.size()));
  key += surface;
  append(key, w.features & ~(feature::start | (first ? feature::space : 0)));
  append(key, w.tag);
  append(key, w.count);
  for (std::uint32_t a = w.first; a < w.first + w.count; ++a) {
    const Analysis& reading = d.analyses[a];
    append(key, reading.lemma);
    append(key, reading.features);
    append(key, reading.stem);
    append(key, reading.ending);
  }
}

}  // namespace

void InflectionMemo::set_key(const Document& d, TokenRange tokens, char kind, Features likely) {
  key_.assign(1, kind);
  key_ += static_cast<char>(d.spelling);
  append(key_, likely);
  key_ += d.sentences[d.tokens[tokens.first].sentence].language;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) append_word(d, t, t == tokens.first, key_);
}

std::string InflectionMemo::phrase(const Document& d, TokenRange tokens, bool one) {
  if (tokens.empty()) return {};
  set_key(d, tokens, one ? '1' : 'p', 0);
  return std::string(phrases_.get(key_, [&](std::pmr::memory_resource* memory) { return std::pmr::string(inflector_.phrase(d, tokens, one), memory); }));
}

std::string InflectionMemo::person(const Document& d, TokenRange tokens, Features likely) {
  if (tokens.empty()) return inflector_.person(d, tokens, likely);
  set_key(d, tokens, 'n', likely);
  return std::string(phrases_.get(key_, [&](std::pmr::memory_resource* memory) { return std::pmr::string(inflector_.person(d, tokens, likely), memory); }));
}

const std::pmr::vector<std::pmr::string>& InflectionMemo::folded_name_forms(const Document& d, std::uint32_t token) {
  set_key(d, {token, token + 1}, 'f', 0);
  return forms_.get(key_, [&](std::pmr::memory_resource* memory) {
    std::pmr::vector<std::pmr::string> forms(memory);
    for (const std::string& form : inflector_.name_forms(d, token)) forms.emplace_back(knowledge_.fold(form));
    return forms;
  });
}

void InflectionMemo::trim() {
  phrases_.trim(kMostStrings);
  forms_.trim(kMostStrings);
}

}  // namespace qogam::lang
