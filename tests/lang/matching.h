// One pattern run over one sentence, with the outcome on one line.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/analysis.h"
#include "support/dump.h"
#include "support/knowledge.h"

namespace qogam::lang::test {

using qogam::test::Files;
using qogam::test::KnowledgePtr;

// The rules of `source` as the file "xx/rules/things.rules" beside `others`.
inline KnowledgePtr with_rules(const std::string& source, Files others = {}) {
  others.push_back({"xx/rules/things.rules", source});
  return qogam::test::small_knowledge(others);
}

// Adds a mention on the first place of `text` in the document.
inline void add_mention(Document& d, MentionType type, const std::string& text,
                        const std::string& kind = "") {
  const auto at = static_cast<std::uint32_t>(d.text.find(text));
  const Span span{at, at + static_cast<std::uint32_t>(text.size())};
  TokenRange tokens{static_cast<std::uint32_t>(d.tokens.size()), 0};
  for (std::uint32_t t = 0; t < d.tokens.size(); ++t)
    if (span.contains(d.tokens[t].span)) {
      tokens.first = std::min(tokens.first, t);
      tokens.last = t + 1;
    }
  Mention m;
  m.type = type;
  m.span = span;
  m.tokens = tokens;
  m.name = text;
  m.kind = kind;
  d.mentions.push_back(std::move(m));
}

// "«два слова» x=«слова»", or with the rule's name in front of it where `named`.
inline std::string dump(const Document& d, const Rules& rules, const Match& m, bool named) {
  const auto quoted = [&](TokenRange r) {
    return "«" + std::string(d.surface(d.span_of(r))) + "»";
  };
  const RuleRecord& rule = rules.rule(m.rule);
  std::string all = named ? std::string(rules.string(rule.name)) + " " : "";
  all += quoted(m.tokens);
  for (std::uint32_t k = 0; k < rule.slots; ++k)
    if (m.captures[k].first != Match::kUnset)
      all += " " + std::string(rules.capture_name(rule, k)) + "=" + quoted(m.captures[k]);
  return all;
}

// All matches in the sentences of `d`, in the order of rules and tokens; with `select` those kept
// where they overlap, in the order of the text.
inline std::string matches(const Knowledge& k, const Document& d, bool select = false) {
  std::vector<std::string> found;
  for (const Sentence& s : d.sentences) {
    const SentenceIndex index(d, s.tokens, {0, static_cast<std::uint32_t>(d.mentions.size())},
                              k.strings());
    auto all = k.rules().find(index, k.lexicon(), "things", k.language("xx"));
    if (select) all = k.rules().select(std::move(all));
    for (const Match& m : all) found.push_back(dump(d, k.rules(), m, select));
  }
  return qogam::test::join(found, "; ");
}

inline std::string matches(const Knowledge& k, const std::string& sentence, bool select = false) {
  return matches(k, qogam::test::words_of(k, sentence, "xx"), select);
}

}  // namespace qogam::lang::test
