// Told clauses by their frames.
#include "extract/indirect_speech.h"

#include <algorithm>
#include <optional>

#include "extract/within.h"

namespace qogam::extract {
namespace {

constexpr std::uint32_t kToComplementizer = 16;  // tokens from the verb on
constexpr std::uint32_t kFromObject = 4;         // tokens back from the verb to the clause that is its object

class IndirectSpeech {
 public:
  IndirectSpeech(const SpeechText& text, const AttributionReader& reader, const lang::Knowledge& knowledge)
      : text_(text), d_(text.document()), reader_(reader), complementizer_(knowledge.lexicon().class_number("complementizer")),
        quotative_(knowledge.lexicon().class_number("quotative")) {}

  std::vector<Speech> run() {
    for (const Sentence& s : d_.sentences) sentence(s.tokens);
    return std::move(found_);
  }

 private:
  void sentence(TokenRange s) {
    if (s.size() < kShortestSpeech || text_.is_speech(s.first)) return;
    if (const auto noun = reader_.speech_noun(s, true)) return according_to(s, *noun);
    for (TokenRange rest = s; const auto verb = reader_.speech_verb(rest, true); rest.first = verb->last) {
      if (text_.is_speech(verb->first) || !is_told(*verb)) continue;
      if (const auto told = behind_complementizer(s, *verb); told && add(*told, attribution({s.first, told->last}, *told, *verb), true)) return;
      for (const auto& told : {before_quotative(s, *verb), as_object(s, *verb), before_comma(s, *verb)}) {
        if (!told) continue;
        const Attribution a = attribution(s, *told, *verb);
        if ((a.somebody || !is_to_come(*verb)) && add(*told, a, false)) return;
      }
    }
  }

  // Somebody else is told to say it: no infinitive, no participle, and not "let us recall".
  bool is_told(TokenRange verb) const {
    constexpr Features kNot = feature::inf | feature::imp | feature::participle | feature::vnoun | feature::p1 | feature::p2;
    for (std::uint32_t t = verb.first; t < verb.last; ++t)
      if ((d_.words[t].tag & feature::verb) && (d_.words[t].tag & (feature::past | feature::pres | feature::fut)) && !(d_.words[t].tag & kNot)) return true;
    return false;
  }

  // "If they, in spite of all, write": nothing is told yet.
  bool is_to_come(TokenRange verb) const {
    const Features tense = d_.words[verb.last - 1].tag;
    return !(tense & feature::past) && ((tense & feature::perfective) || ((tense & feature::fut) && !(tense & feature::pres)));
  }

  // The sentence without what is told.
  Attribution attribution(TokenRange s, TokenRange told, TokenRange verb) const {
    const TokenRange before{s.first, told.first}, behind{told.last, s.last};
    Attribution a = reader_.read(before.size() > behind.size() ? before : behind);
    if (!a.somebody)
      if (Attribution other = reader_.read(before.size() > behind.size() ? behind : before); other.somebody) a = std::move(other);
    a.cue = d_.surface(d_.span_of(verb));
    return a;
  }

  void according_to(TokenRange s, TokenRange noun) {
    if (is_of_day(noun)) return;
    s.last = before_source(noun.last, s.last);
    Attribution a = reader_.read_indirect(s);
    const std::uint32_t comma = reader_.source_end(noun, s.last);
    const bool ends = comma < s.last && text_.word(comma) == ",";
    const bool opens = noun.first <= s.first + 1 || !ends || text_.word(noun.first - 1) != ",";
    add(opens && ends ? TokenRange{comma + 1, s.last} : s, a, false);
  }

  // "By the data for 31 March": a source that is none.
  bool is_of_day(TokenRange noun) const {
    constexpr std::uint32_t kClose = 3;
    const std::uint32_t behind = noun.last;
    if (!reader_.is_bare(noun) || behind >= d_.tokens.size() || !(d_.words[behind].tag & feature::adp)) return false;
    const auto date = std::ranges::lower_bound(d_.dates, d_.tokens[behind].span.begin, {}, [](const TimeExpression& x) { return x.span.begin; });
    return date != d_.dates.end() && date->span.begin < d_.tokens[std::min<std::size_t>(behind + kClose, d_.tokens.size()) - 1].span.end;
  }

  // "said that ..."
  std::optional<TokenRange> behind_complementizer(TokenRange s, TokenRange verb) const {
    for (std::uint32_t t = verb.last; t < std::min(s.last, verb.last + kToComplementizer); ++t)
      if (reader_.is_term(complementizer_, t) && t > s.first && text_.word(t - 1) == ",") return TokenRange{t + 1, before_source(t + 1, s.last)};
    return std::nullopt;
  }

  // Where an attribution of the whole article ends a told clause: ", the agency X reports".
  std::uint32_t before_source(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t kToName = 4;  // tokens from the verb to the name of the medium and over it
    for (std::uint32_t t = first; t + 2 < last; ++t) {
      if (text_.word(t) != ",") continue;
      const auto verb = reader_.speech_verb({t + 1, t + 2});
      if (verb && is_told(*verb) && names_medium({t + 2, std::min(last, t + 2 + kToName)})) return t;
    }
    return last;
  }

  // A site, or what linking knows as one.
  bool names_medium(TokenRange range) const {
    for (std::uint32_t t = range.first; t < range.last; ++t)
      if (const std::size_t dot = text_.word(t).find('.', 1); dot != std::string_view::npos && dot + 1 < text_.word(t).size()) return true;
    const auto inside = beginning_in(d_.mentions, d_.span_of(range));
    return std::ranges::any_of(inside, [&](const Mention& m) { return m.entity != kNone && d_.entities[static_cast<std::size_t>(m.entity)].kind == "media"; });
  }

  // "X ... [quotative] said"
  std::optional<TokenRange> before_quotative(TokenRange s, TokenRange verb) const {
    for (std::uint32_t t = verb.first; t > s.first && verb.first - t < 2; --t)
      if (reader_.is_term(quotative_, t - 1)) return TokenRange{behind_subject(s), t - 1};
    return reader_.is_term(quotative_, verb.first) && verb.first > s.first ? std::optional(TokenRange{behind_subject(s), verb.first}) : std::nullopt;
  }

  // "X [that ... is] said", with the clause as a participle or verbal noun in the accusative.
  std::optional<TokenRange> as_object(TokenRange s, TokenRange verb) const {
    for (std::uint32_t t = verb.first; t > s.first && verb.first - t < kFromObject; --t) {
      const Word& w = d_.words[t - 1];
      const bool object = std::any_of(d_.analyses.begin() + w.first, d_.analyses.begin() + w.first + w.count, [](const Analysis& a) {
        return (a.features & feature::acc) && (a.features & (feature::participle | feature::vnoun)) && (a.features & feature::verb);
      });
      if (object) return TokenRange{behind_subject(s), t};
    }
    return std::nullopt;
  }

  // "..., said X."
  std::optional<TokenRange> before_comma(TokenRange s, TokenRange verb) const {
    if (verb.first <= s.first + kShortestSpeech) return std::nullopt;
    std::uint32_t comma = verb.first - 1;
    if (is_dash(text_.word(comma))) --comma;
    if (text_.word(comma) != ",") return std::nullopt;
    // A further clause behind the verb, and the verb is no attribution that closes.
    for (std::uint32_t t = verb.last; t < s.last; ++t)
      if (reader_.is_term(complementizer_, t)) return std::nullopt;
    return TokenRange{s.first, comma};
  }

  // Behind people, posts and bodies that open a sentence in the nominative.
  std::uint32_t behind_subject(TokenRange s) const {
    std::uint32_t first = s.first;
    for (const Mention& m : beginning_in(d_.mentions, d_.span_of(s))) {
      const bool speaks = m.type == MentionType::person || m.type == MentionType::position || m.type == MentionType::organization;
      if (speaks && m.tokens.first <= first + 1 && m.tokens.last < s.last && reader_.in_nominative(m)) first = std::max(first, m.tokens.last);
    }
    while (first < s.last && d_.tokens[first].kind == TokenKind::punctuation) ++first;
    return first;
  }

  // `anybody`: the frame alone tells that it is speech; otherwise somebody must be told to speak.
  bool add(TokenRange told, const Attribution& a, bool anybody) {
    told = text_.trimmed(told);
    while (told.first < told.last && d_.tokens[told.first].kind == TokenKind::punctuation && text_.word(told.first) != "\xC2\xAB") ++told.first;
    if (told.size() < kShortestSpeech || text_.is_speech(told)) return false;
    if (!anybody && a.speaker == kNone && a.name.empty() && !a.impersonal) return false;
    // "..., an agency reports": the article itself.
    if (a.speaker != kNone && d_.entities[static_cast<std::size_t>(a.speaker)].kind == "media") return false;
    found_.push_back({told, a, "quotes:indirect"});
    return true;
  }

  const SpeechText& text_;
  const Document& d_;
  const AttributionReader& reader_;
  std::uint32_t complementizer_, quotative_;
  std::vector<Speech> found_;
};

}  // namespace

std::vector<Speech> indirect_speech(const SpeechText& text, const AttributionReader& reader, const lang::Knowledge& knowledge) {
  return IndirectSpeech(text, reader, knowledge).run();
}

}  // namespace qogam::extract
