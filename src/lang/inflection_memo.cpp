// Keys of phrases.
#include "lang/inflection_memo.h"

#include <string_view>

#include "text/bytes_of.h"

namespace qogam::lang {
namespace {

constexpr std::size_t kMostStrings = 5'000;

// Where a word stands in its sentence does not matter, and a blank only between the words.
void append_word(const Document& d, std::uint32_t token, bool first, std::string& key) {
  const Word& w = d.words[token];
  const std::string_view surface = d.surface(d.tokens[token].span);
  text::append_bytes(key, static_cast<std::uint32_t>(surface.size()));
  key += surface;
  text::append_bytes(key, w.features & ~(feature::start | (first ? feature::space : 0)));
  text::append_bytes(key, w.tag);
  text::append_bytes(key, w.count);
  for (std::uint32_t a = w.first; a < w.first + w.count; ++a) {
    const Analysis& reading = d.analyses[a];
    text::append_bytes(key, reading.lemma);
    text::append_bytes(key, reading.features);
    text::append_bytes(key, reading.stem);
    text::append_bytes(key, reading.ending);
  }
}

}  // namespace

void InflectionMemo::set_key(const Document& d, TokenRange tokens, char kind, Features likely) {
  key_.assign(1, kind);
  key_ += static_cast<char>(d.spelling);
  text::append_bytes(key_, likely);
  key_ += d.sentences[d.tokens[tokens.first].sentence].language;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) append_word(d, t, t == tokens.first, key_);
}

// What stands under the key, or make() gives.
template <typename Make>
std::string InflectionMemo::kept(Make make) {
  return std::string(phrases_.get(key_, [&](std::pmr::memory_resource* memory) { return std::pmr::string(make(), memory); }));
}

std::string InflectionMemo::phrase(const Document& d, TokenRange tokens, bool one) {
  if (tokens.empty()) return {};
  set_key(d, tokens, one ? '1' : 'p', 0);
  return kept([&] { return inflector_.phrase(d, tokens, one); });
}

std::string InflectionMemo::person(const Document& d, TokenRange tokens, Features likely) {
  if (tokens.empty()) return inflector_.person(d, tokens, likely);
  set_key(d, tokens, 'n', likely);
  return kept([&] { return inflector_.person(d, tokens, likely); });
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
