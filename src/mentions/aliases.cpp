// Word by word.
#include "mentions/aliases.h"

#include <algorithm>

namespace qogam::mentions {

void Aliases::learn(const Document& d, const lang::Match& m, std::uint32_t before) {
  constexpr std::size_t kMost = 100;
  const lang::Rules& rules = knowledge_.rules();
  const auto organization = rules.field(m, "organization"), alias = rules.field(m, "alias");
  if (!organization.captured || !alias.captured) return;
  for (std::size_t k = before; k < d.mentions.size(); ++k) {
    const Mention& mention = d.mentions[k];
    if (mention.type != MentionType::organization || mention.tokens != organization.tokens) continue;
    Alias a{{}, {}, mention.name, mention.kind, rules.label(m.rule), rules.confidence(m.rule)};
    for (std::uint32_t t = alias.tokens.first; t < alias.tokens.last; ++t) a.words.emplace_back(d.surface(d.tokens[t].span)), a.lemmas.emplace_back(d.lemma(d.words[t]));
    std::erase_if(aliases_, [&](const Alias& known) { return known.words == a.words; });
    if (aliases_.size() == kMost) aliases_.erase(aliases_.begin());
    aliases_.push_back(std::move(a));
    return;
  }
}

bool Aliases::stands_at(const Document& d, const Alias& alias, std::uint32_t token, TokenRange sentence) const {
  if (token + alias.words.size() > sentence.last) return false;
  constexpr Features kShape = feature::cap | feature::upper;
  for (std::size_t w = 0; w < alias.words.size(); ++w) {
    const Word& word = d.words[token + w];
    const std::string_view surface = d.surface(d.tokens[token + w].span);
    // Endings stand behind a hyphen, or change the word, which keeps its capital.
    if (!surface.starts_with(alias.words[w]) || (surface.size() > alias.words[w].size() && surface[alias.words[w].size()] != '-'))
      if (d.lemma(word) != alias.lemmas[w] || !(word.features & kShape)) return false;
  }
  return true;
}

void Aliases::find(Document& d, TokenRange sentence, std::uint32_t before) const {
  for (const Alias& alias : aliases_)
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (!stands_at(d, alias, t, sentence)) continue;
      const TokenRange tokens{t, t + static_cast<std::uint32_t>(alias.words.size())};
      const auto known = std::find_if(d.mentions.begin() + before, d.mentions.end(), [&](const Mention& m) { return m.type == MentionType::organization && m.tokens.overlaps(tokens); });
      if (known == d.mentions.end())
        d.mentions.push_back({MentionType::organization, d.span_of(tokens), tokens, alias.name, alias.kind, {}, kNone, alias.confidence, alias.by});
      else if (known->tokens == tokens) known->name = alias.name, known->kind = alias.kind, known->by = alias.by;
    }
}

}  // namespace qogam::mentions
