// Which pieces in marks are speech, and whose.
#include "extract/speech_in_marks.h"

#include <algorithm>

#include "extract/within.h"

namespace qogam::extract {
namespace {

constexpr std::uint32_t kLongestName = 1000;    // bytes of a mention that holds a quoted piece
constexpr std::uint32_t kLongAfterColon = 8;    // tokens that make speech of what follows a colon
constexpr std::uint32_t kTakenUp = 4;           // tokens of words that a sentence takes up from somebody
constexpr std::uint32_t kWithoutDash = 4;       // tokens from a closing mark to a speech verb

class MarkedSpeech {
 public:
  MarkedSpeech(SpeechText& text, const AttributionReader& reader) : text_(text), d_(text.document()), reader_(reader) {}

  std::vector<Speech> run() {
    for (const QuotedPiece& p : quoted_pieces(d_)) piece(p);
    return std::move(found_);
  }

 private:
  void piece(const QuotedPiece& p) {
    const TokenRange inside{p.open + 1, p.close};
    if (inside.size() < kShortestSpeech || is_name(p)) return;
    const Attribution after = after_close(p);
    if (!after.cue.empty()) return add(inside, after, "quotes:marks");
    if (is_title(p)) return;
    const Attribution before = before_open(p), within = attribution_inside(inside);
    for (const Attribution* a : {&within, &before})
      if (!a->cue.empty()) return add(inside, *a, "quotes:marks");
    const bool colon = p.open > 0 && text_.word(p.open - 1) == ":";
    if (colon && (before.somebody || inside.size() >= kLongAfterColon)) return add(inside, before, "quotes:colon");
    if (fills_sentences(p) && (inside.size() >= kLongAfterColon || (fills_paragraph(p) && has_predicate(inside)))) add(inside, beside(p), "quotes:paragraph");
  }

  // Names of organizations stand in quotation marks too.
  bool is_name(const QuotedPiece& p) const {
    const Span span = d_.span_of({p.open, p.close + 1});
    const Span around{span.begin < kLongestName ? 0 : span.begin - kLongestName, span.end};
    return std::ranges::any_of(beginning_in(d_.mentions, around), [&](const Mention& m) {
      return m.type == MentionType::organization && m.span.overlaps(span) && m.span.size() + 8 >= span.size() && p.close - p.open < 9;
    });
  }

  // A noun right before the mark is what is called so: a law "On ...", a programme, a book.
  bool is_title(const QuotedPiece& p) const {
    if (p.open == 0 || text_.paragraph_of(p.open - 1) != text_.paragraph_of(p.open)) return false;
    const Features before = d_.words[p.open - 1].tag;
    const bool noun = (before & (feature::noun | feature::adj)) && !(before & feature::verb) && !reader_.speech_verb({p.open - 1, p.open});
    return noun && !(has_predicate({p.open + 1, p.close}) && p.close - p.open > kTakenUp);
  }

  // A finite verb, or a short form that does for one.
  bool has_predicate(TokenRange inside) const {
    constexpr Features kFinite = feature::past | feature::pres | feature::fut | feature::imp;
    return std::any_of(d_.words.begin() + inside.first, d_.words.begin() + inside.last, [](const Word& w) {
      return ((w.tag & feature::verb) && (w.tag & kFinite) && !(w.tag & feature::participle)) || (w.tag & feature::short_form) || (w.tag & feature::inf);
    });
  }

  // ", - said X", or a speech verb right behind the mark.
  Attribution after_close(const QuotedPiece& p) const {
    std::uint32_t t = p.close + 1;
    const TokenRange paragraph = text_.paragraph(p.close);
    if (t < paragraph.last && (text_.word(t) == "," || text_.word(t) == ".")) ++t;
    const bool dash = t < paragraph.last && is_dash(text_.word(t));
    if (dash) ++t;
    if (t >= paragraph.last || (!dash && text_.word(p.close + 1) == ".")) return {};
    const TokenRange rest = text_.until_stop({t, paragraph.last});
    if (rest.empty()) return {};
    if (dash) return reader_.read_behind(rest, kAttributionReach);
    const bool comma = text_.word(p.close + 1) == ",";
    const auto verb = reader_.speech_verb({rest.first, std::min(rest.last, rest.first + (comma ? kWithoutDash : kWithoutDash - 1))});
    return verb && (comma || !is_title(p)) ? reader_.read(rest) : Attribution{};
  }

  // "X said: «", in the sentence of the opening mark; "X said that «" only for whole clauses.
  Attribution before_open(const QuotedPiece& p) const {
    if (p.open == 0) return {};
    const TokenRange sentence = text_.sentence(p.open);
    const TokenRange before{sentence.first, p.open};
    if (before.empty()) return {};
    Attribution a = reader_.read_indirect(before);
    const std::string_view last = text_.word(p.open - 1);
    const bool clause = p.close - p.open > kTakenUp && has_predicate({p.open + 1, p.close});
    if (last != ":" && !is_dash(last) && last != "," && !clause) a.cue.clear();
    return a;
  }

  // ", - said X. -" inside the marks.
  Attribution attribution_inside(TokenRange inside) const {
    for (std::uint32_t t = inside.first + 1; t + 1 < inside.last; ++t) {
      if (!text_.attribution_dash(t)) continue;
      Attribution a = reader_.read_behind(text_.until_stop({t + 1, inside.last}), kWithoutDash);
      if (!a.cue.empty()) return a;
    }
    return {};
  }

  bool fills_paragraph(const QuotedPiece& p) const {
    return text_.paragraph(p.open).first == p.open && p.close + 2 >= text_.paragraph(p.close).last;
  }
  bool fills_sentences(const QuotedPiece& p) const {
    const bool begins = p.open == text_.sentence(p.open).first || (p.open > 0 && SpeechText::ends_sentence(text_.word(p.open - 1)));
    const std::uint32_t last = text_.sentence(p.close).last;
    return begins && p.close + 2 >= last;
  }

  // Who is announced in the paragraph before, is told to think so in the sentence behind, or who spoke just before, in the same paragraph.
  Attribution beside(const QuotedPiece& p) const {
    const std::uint32_t next = p.close + 1, begin = text_.paragraph(p.open).first;
    Attribution a;
    if (begin == p.open && begin > 0 && text_.word(begin - 1) == ":") a = reader_.read_indirect(text_.sentence(begin - 1));
    if (a.somebody) return a;
    if (next < d_.tokens.size() && text_.paragraph_of(next) == text_.paragraph_of(p.close) && !is_opening(next)) a = reader_.read(text_.sentence(next));
    if (a.speaker == kNone && !found_.empty() && p.open > 0 && text_.paragraph_of(found_.back().inside.last) == text_.paragraph_of(p.open)) a = found_.back().attribution;
    return a;
  }
  bool is_opening(std::uint32_t t) const { return !(d_.words[t].features & feature::word); }

  void add(TokenRange inside, const Attribution& a, const char* by) {
    text_.mark(inside);
    found_.push_back({inside, a, by});
  }

  SpeechText& text_;
  const Document& d_;
  const AttributionReader& reader_;
  std::vector<Speech> found_;
};

}  // namespace

std::vector<Speech> speech_in_marks(SpeechText& text, const AttributionReader& reader) { return MarkedSpeech(text, reader).run(); }

}  // namespace qogam::extract
