// Walking the trie along the readings of the tokens.
#include "lang/lexicon.h"

#include <algorithm>

namespace qogam::lang {

Lexicon::Lexicon(const model::ModelView& model, const model::StringTable& strings)
    : strings_(strings),
      classes_(model.section<std::uint32_t>("lexicon.classes")),
      nodes_(model.section<TrieNode>("lexicon.nodes")),
      edges_(model.section<TrieEdge>("lexicon.edges")),
      accepted_(model.section<AcceptedRecord>("lexicon.accepted")),
      roots_(model.section<std::uint32_t>("lexicon.roots")),
      entries_(model.section<EntryRecord>("lexicon.entries")),
      attributes_(model.section<AttributeRecord>("lexicon.attributes")) {}

std::uint32_t Lexicon::class_number(std::string_view name) const {
  for (std::uint32_t n = 1; n < classes_.size(); ++n)
    if (strings_[classes_[n]] == name) return n;
  return 0;
}

std::string_view Lexicon::attribute(std::uint32_t entry, std::string_view key) const {
  const EntryRecord& e = entries_[entry];
  for (const AttributeRecord& a : attributes_.subspan(e.first_attribute, e.attributes))
    if (strings_[a.key] == key) return strings_[a.value];
  return {};
}

bool Lexicon::attribute_is(std::uint32_t entry, std::uint32_t key, std::uint32_t value) const {
  const EntryRecord& e = entries_[entry];
  for (const AttributeRecord& a : attributes_.subspan(e.first_attribute, e.attributes))
    if (a.key == key) return a.value == value;
  return value == 0;
}

std::optional<std::uint32_t> Lexicon::follow(std::uint32_t node, std::uint32_t key) const {
  if (node == 0) {
    const std::uint32_t next = root(key);
    return next != 0 ? std::optional(next) : std::nullopt;
  }
  const auto edges = edges_.subspan(nodes_[node].first_edge, nodes_[node].edges);
  const auto it = std::ranges::lower_bound(edges, key, {}, &TrieEdge::key);
  if (it == edges.end() || it->key != key) return std::nullopt;
  return it->node;
}

std::vector<std::uint32_t> Lexicon::entries_of(std::uint32_t word, std::uint32_t lexicon) const {
  std::vector<std::uint32_t> found;
  const auto node = nodes_.empty() || word == 0 ? std::nullopt : follow(0, word * 2);
  if (!node) return found;
  const TrieNode& n = nodes_[*node];
  for (const AcceptedRecord& e : accepted_.subspan(n.first_entry, n.entries))
    if (e.lexicon == lexicon) found.push_back(e.entry);
  return found;
}

bool Lexicon::begins(std::uint32_t form, std::span<const Analysis> readings) const {
  if (form != 0 && (root(form * 2) != 0 || root(form * 2 + 1) != 0)) return true;
  return std::ranges::any_of(readings, [&](const Analysis& a) { return a.lemma != 0 && root(a.lemma * 2) != 0; });
}

void Lexicon::accept(const Document& document, const Step& step, std::uint32_t first,
                     std::uint32_t language, std::vector<Term>& terms) const {
  const TrieNode& node = nodes_[step.node];
  for (const AcceptedRecord& e : accepted_.subspan(node.first_entry, node.entries)) {
    if (e.language != 0 && e.language != language) continue;
    if ((document.words[first].features & e.shape) != e.shape) continue;
    terms.push_back({{first, step.token}, e.lexicon, e.entry});
  }
}

void Lexicon::find(const Document& document, TokenRange range, std::uint32_t language,
                   std::vector<Term>& terms) const {
  if (nodes_.empty()) return;
  const std::size_t from = terms.size();
  std::vector<Step> steps;
  for (std::uint32_t first = range.first; first < range.last; ++first) {
    if (!document.words[first].may_begin_term) continue;
    steps.assign(1, {0, first});
    for (std::size_t s = 0; s < steps.size(); ++s) {
      const Step step = steps[s];
      if (step.token > first) accept(document, step, first, language, terms);
      if (step.token == range.last) continue;
      const Word& word = document.words[step.token];
      const auto go = [&](std::uint32_t key) {
        if (const auto next = follow(step.node, key)) steps.push_back({*next, step.token + 1});
      };
      if (word.form != 0) {
        go(word.form * 2);
        go(word.form * 2 + 1);
      }
      for (std::uint32_t a = word.first; a < word.first + word.count; ++a) {
        const std::uint32_t lemma = document.analyses[a].lemma;
        if (lemma == 0 || lemma == word.form) continue;
        const bool seen = std::any_of(document.analyses.begin() + word.first, document.analyses.begin() + a,
                                      [&](const Analysis& b) { return b.lemma == lemma; });
        if (!seen) go(lemma * 2);
      }
    }
  }
  const auto order = [](const Term& a, const Term& b) {
    if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
    if (a.tokens.last != b.tokens.last) return a.tokens.last > b.tokens.last;
    return a.entry < b.entry;
  };
  std::sort(terms.begin() + static_cast<std::ptrdiff_t>(from), terms.end(), order);
  const auto same = [](const Term& a, const Term& b) { return a.tokens == b.tokens && a.entry == b.entry; };
  terms.erase(std::unique(terms.begin() + static_cast<std::ptrdiff_t>(from), terms.end(), same), terms.end());
}

}  // namespace qogam::lang
