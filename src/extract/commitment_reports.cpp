// Clauses with a word of what became of it.
#include "extract/commitment_reports.h"

#include <algorithm>

#include "extract/clauses.h"
#include "extract/speech_text.h"

namespace qogam::extract {
namespace {

// A name that closes the clause keeps its closing mark.
TokenRange without_stops(const Document& d, TokenRange clause) {
  const auto is_stop = [&](std::uint32_t t) {
    const std::string_view w = d.surface(d.tokens[t].span);
    return SpeechText::ends_clause(w) || w == ";" || w == ":" || is_dash(w);
  };
  while (clause.last > clause.first && is_stop(clause.last - 1)) --clause.last;
  while (clause.first < clause.last && d.tokens[clause.first].kind == TokenKind::punctuation) ++clause.first;
  return clause;
}

}  // namespace

std::vector<CommitmentReport> commitment_reports(const Document& d, const lang::Knowledge& k, const AttributionReader& reader) {
  std::vector<CommitmentReport> found;
  const lang::Rules& rules = k.rules();
  lang::SentenceIndex index(d, k.strings());
  for (const Sentence& s : d.sentences) {
    const std::uint32_t language = k.base_language(s.language);
    if (language == 0 || (!d.title.empty() && s.paragraph == 0)) continue;
    index.move_to(s.tokens, {0, 0});
    for (const lang::Match& m : rules.select(rules.find(index, k.lexicon(), "commitment_reports", language))) {
      const TokenRange clause = without_stops(d, clause_around(d, reader, s.tokens, m.tokens, k.languages()[language].head_last));
      const Span span = d.span_of(clause);
      if (clause.empty() || (!found.empty() && found.back().span.overlaps(span))) continue;
      found.push_back({span, std::string(rules.field(m, "says").constant), rules.confidence(m.rule), rules.label(m.rule)});
    }
  }
  return found;
}

}  // namespace qogam::extract
