// Segments between marks, and which of them go together.
#include "extract/clauses.h"

#include <vector>

#include "extract/quotation_marks.h"

namespace qogam::extract {
namespace {

class ClauseReader {
 public:
  ClauseReader(const Document& d, const AttributionReader& reader, bool head_last) : d_(d), reader_(reader), head_last_(head_last) {}

  TokenRange around(TokenRange tokens, TokenRange core) const {
    const std::vector<TokenRange> all = segments(tokens);
    std::size_t first = 0;
    while (first + 1 < all.size() && all[first].last <= core.first) ++first;
    std::size_t last = first + 1;
    while (last < all.size() && all[last].first < core.last) ++last;
    TokenRange clause{all[first].first, all[last - 1].last};
    for (std::size_t s = first; s-- > 0;) {
      if (is_free(all[s])) clause.first = all[s].first;
      else if (!is_transparent(all[s])) break;
    }
    for (std::size_t s = last; s < all.size(); ++s) {
      if (!is_free(all[s]) && !is_relative(all[s])) break;
      clause.last = all[s].last;
    }
    return clause;
  }

 private:
  std::string_view word(std::uint32_t t) const { return d_.surface(d_.tokens[t].span); }

  bool is_mark(std::uint32_t t) const {
    const std::string_view w = word(t);
    return w == "," || w == ";" || w == ":" || is_dash(w);
  }

  // What stands between marks, in order; at least one.
  std::vector<TokenRange> segments(TokenRange tokens) const {
    std::vector<TokenRange> all;
    std::uint32_t first = tokens.first;
    for (std::uint32_t t = tokens.first; t <= tokens.last; ++t) {
      if (t < tokens.last && !is_mark(t)) continue;
      if (t > first) all.push_back({first, t});
      first = t + 1;
    }
    if (all.empty()) all.push_back(tokens);
    return all;
  }

  bool is_finite(std::uint32_t t) const {
    constexpr Features kTense = feature::past | feature::pres | feature::fut | feature::imp, kNot = feature::participle | feature::inf | feature::cvb | feature::vnoun;
    const Features tag = d_.words[t].tag;
    return (tag & feature::verb) && (tag & kTense) && !(tag & kNot);
  }
  // Has no predicate of its own.
  bool is_free(TokenRange segment) const {
    for (std::uint32_t t = segment.first; t < segment.last; ++t)
      if (is_finite(t) || (d_.words[t].tag & feature::short_form)) return false;
    const Features end = d_.words[segment.last - 1].tag;
    return !(head_last_ && (end & feature::verb) && (end & feature::participle) && !(end & (feature::cases & ~feature::nom)));
  }
  bool is_relative(TokenRange segment) const {
    const Features first = d_.words[segment.first].features;
    return !head_last_ && ((first & feature::sconj) || reader_.is_relative(segment.first) || (segment.size() > 1 && reader_.is_relative(segment.first + 1)));
  }
  bool is_transparent(TokenRange segment) const { return is_relative(segment) || reader_.speech_verb(segment); }

  const Document& d_;
  const AttributionReader& reader_;
  bool head_last_;
};

}  // namespace

TokenRange clause_around(const Document& document, const AttributionReader& reader, TokenRange tokens, TokenRange core, bool head_last) {
  return ClauseReader(document, reader, head_last).around(tokens, core);
}

}  // namespace qogam::extract
