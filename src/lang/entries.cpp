// Looking up terms, which are sorted by their first token.
#include "lang/entries.h"

#include <algorithm>

namespace qogam::lang {

std::span<const Term> terms_from(const Document& d, std::uint32_t token) {
  const auto first = [](const Term& t) { return t.tokens.first; };
  return {std::ranges::lower_bound(d.terms, token, {}, first), std::ranges::upper_bound(d.terms, token, {}, first)};
}

std::optional<std::string> entry_attribute(const Document& d, const Knowledge& k, TokenRange tokens, std::string_view key) {
  for (const Term& t : terms_from(d, tokens.first))
    if (t.tokens == tokens)
      if (const std::string_view value = k.lexicon().attribute(t.entry, key); !value.empty()) return std::string(value);
  return std::nullopt;
}

std::optional<std::string> attribute_among(const Document& d, const Knowledge& k, TokenRange tokens, std::string_view key) {
  for (std::uint32_t token = tokens.first; token < tokens.last; ++token)
    for (const Term& t : terms_from(d, token))
      if (const std::string_view value = k.lexicon().attribute(t.entry, key); !value.empty()) return std::string(value);
  return std::nullopt;
}

std::uint32_t base_language_of(const Document& d, const Knowledge& k, TokenRange tokens) {
  return k.base_language(d.sentences[d.tokens[tokens.first].sentence].language);
}

std::uint32_t head_word(const Document& d, const Knowledge& knowledge, TokenRange head) {
  return knowledge.languages()[base_language_of(d, knowledge, head)].head_last ? head.last - 1 : head.first;
}

}  // namespace qogam::lang
