// Heads and lemmas.
#include "link/short_forms.h"

#include <algorithm>

#include "lang/entries.h"
#include "text/split.h"

namespace qogam::link {
namespace {

constexpr Features kWords = feature::noun | feature::proper | feature::adj;

// The word that names what kind of body it is: the last one, or the first noun.
std::uint32_t head_of(const Document& d, TokenRange tokens, bool head_last) {
  if (head_last) return tokens.last - 1;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
    if (d.words[t].tag & (feature::noun | feature::proper)) return t;
  return tokens.last;
}

void put_in_order(std::vector<std::string>& lemmas) {
  std::ranges::sort(lemmas);
  lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
}

// "ministry internal affair": the head comes first.
BodyName from_lexicon(const std::string& full) {
  BodyName name{"", {}, true};
  for (const std::string_view lemma : text::split(full, ' ')) name.lemmas.emplace_back(lemma);
  name.head = name.lemmas.front();
  put_in_order(name.lemmas);
  return name;
}

}  // namespace

std::optional<BodyName> body_name(const Document& d, const lang::Knowledge& knowledge, const Mention& mention) {
  if (mention.tokens.empty()) return std::nullopt;
  if (const auto full = lang::attribute_among(d, knowledge, mention.tokens, "full")) return from_lexicon(*full);
  const std::uint32_t language = lang::base_language_of(d, knowledge, mention.tokens);
  const std::uint32_t head = head_of(d, mention.tokens, knowledge.languages()[language].head_last);
  if (head == mention.tokens.last || (d.words[head].tag & feature::pl)) return std::nullopt;
  BodyName name{std::string(d.lemma(d.words[head])), {}};
  for (std::uint32_t t = mention.tokens.first; t < mention.tokens.last; ++t)
    if (t == head || (d.words[t].tag & kWords)) name.lemmas.emplace_back(d.lemma(d.words[t]));
  put_in_order(name.lemmas);
  return name;
}

bool is_short_for(const BodyName& shorter, const BodyName& full) {
  return shorter.head == full.head && shorter.lemmas.size() < full.lemmas.size() + shorter.abbreviated && std::ranges::includes(full.lemmas, shorter.lemmas);
}

}  // namespace qogam::link
