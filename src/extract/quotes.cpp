// Direct speech in its three forms.
#include "extract/quotes.h"

#include <algorithm>

#include "extract/attribution.h"
#include "extract/quotation_marks.h"
#include "extract/topics.h"
#include "extract/within.h"
#include "text/utf8.h"

namespace qogam::extract {
namespace {

constexpr std::uint32_t kShortest = 3;         // tokens in a quotation that is speech
constexpr std::uint32_t kReach = 14;           // tokens from a dash to its speech verb
constexpr std::uint32_t kLongestName = 1000;   // bytes of a mention that holds a quoted piece
constexpr std::uint32_t kLongAfterColon = 8;   // tokens that make speech of what follows a colon

class QuoteFinder {
 public:
  QuoteFinder(Document& d, const lang::Knowledge& k) : d_(d), knowledge_(k), reader_(d, k), quoted_(d.tokens.size(), false) {}

  void run() {
    for (const QuotedPiece& p : quoted_pieces(d_)) marked(p);
    for (const Paragraph& p : d_.paragraphs) {
      const TokenRange tokens = tokens_of(p);
      if (tokens.size() < kShortest) continue;
      if (is_dash(word(tokens.first))) dialogue(tokens);
      else unmarked(tokens);
    }
    std::ranges::sort(d_.quotes, {}, [](const Quote& q) { return q.span.begin; });
    for (Quote& q : d_.quotes) q.topics = topics_in(d_, knowledge_, q.span);
  }

 private:
  std::string_view word(std::uint32_t t) const { return d_.surface(d_.tokens[t].span); }
  TokenRange tokens_of(const Paragraph& p) const {
    return {d_.sentences[p.first_sentence].tokens.first, d_.sentences[p.last_sentence - 1].tokens.last};
  }
  std::uint32_t paragraph_of(std::uint32_t t) const { return d_.sentences[d_.tokens[t].sentence].paragraph; }
  TokenRange paragraph_tokens(std::uint32_t t) const { return tokens_of(d_.paragraphs[paragraph_of(t)]); }
  TokenRange sentence_tokens(std::uint32_t t) const { return d_.sentences[d_.tokens[t].sentence].tokens; }

  // ---- in quotation marks ----

  void marked(const QuotedPiece& p) {
    const TokenRange inside{p.open + 1, p.close};
    if (inside.size() < kShortest || is_name(p)) return;
    const Attribution after = after_close(p), before = before_open(p), within = attribution_inside(inside);
    for (const Attribution* a : {&after, &within, &before})
      if (!a->cue.empty()) return add(inside, *a, "quotes:marks");
    const bool colon = p.open > 0 && word(p.open - 1) == ":";
    if (colon && (before.somebody || inside.size() >= kLongAfterColon)) return add(inside, before, "quotes:colon");
    if (fills_paragraph(p) && inside.size() >= kLongAfterColon) add(inside, next_sentence(p), "quotes:paragraph");
  }

  // Names of organizations stand in quotation marks too.
  bool is_name(const QuotedPiece& p) const {
    const Span span = d_.span_of({p.open, p.close + 1});
    const Span around{span.begin < kLongestName ? 0 : span.begin - kLongestName, span.end};
    return std::ranges::any_of(beginning_in(d_.mentions, around), [&](const Mention& m) {
      return m.type == MentionType::organization && m.span.overlaps(span) && m.span.size() + 8 >= span.size() && p.close - p.open < 9;
    });
  }

  // ", - said X", or a speech verb right behind the mark.
  Attribution after_close(const QuotedPiece& p) const {
    std::uint32_t t = p.close + 1;
    const TokenRange paragraph = paragraph_tokens(p.close);
    if (t < paragraph.last && (word(t) == "," || word(t) == ".")) ++t;
    const bool dash = t < paragraph.last && is_dash(word(t));
    if (dash) ++t;
    if (t >= paragraph.last || (!dash && word(p.close + 1) == ".")) return {};
    const TokenRange rest = until_stop({t, paragraph.last});
    const auto verb = reader_.speech_verb({rest.first, std::min(rest.last, rest.first + (dash ? kReach : 6))});
    return verb ? reader_.read(rest) : Attribution{};
  }

  // "X said: «", in the sentence of the opening mark.
  Attribution before_open(const QuotedPiece& p) const {
    if (p.open == 0) return {};
    const TokenRange sentence = sentence_tokens(p.open);
    TokenRange before{sentence.first, p.open};
    if (before.empty()) return {};
    Attribution a = reader_.read(before);
    const std::string_view last = word(p.open - 1);
    if (last != ":" && !a.cue.empty() && !is_dash(last) && last != ",") a.cue.clear();
    return a;
  }

  // ", - said X. -" inside the marks.
  Attribution attribution_inside(TokenRange inside) const {
    for (std::uint32_t t = inside.first + 1; t + 1 < inside.last; ++t) {
      if (!is_dash(word(t)) || !ends_clause(word(t - 1))) continue;
      const TokenRange rest = until_stop({t + 1, inside.last});
      if (reader_.speech_verb({rest.first, std::min(rest.last, rest.first + 4)})) return reader_.read(rest);
    }
    return {};
  }

  static bool ends_clause(std::string_view t) { return t == "," || t == "." || t == "!" || t == "?" || t == "\xE2\x80\xA6"; }

  // Up to a dash behind a stop, an opening mark, or the end of the sentence.
  TokenRange until_stop(TokenRange range) const {
    const std::uint32_t sentence = d_.tokens[range.first].sentence;
    std::uint32_t t = range.first;
    while (t < range.last && d_.tokens[t].sentence == sentence) {
      const bool dash_goes_on = t > range.first && is_dash(word(t)) && ends_clause(word(t - 1));
      if (dash_goes_on || word(t) == ":") break;
      ++t;
    }
    return {range.first, t};
  }

  bool fills_paragraph(const QuotedPiece& p) const {
    return paragraph_tokens(p.open).first == p.open && p.close + 2 >= paragraph_tokens(p.close).last;
  }

  // "..." he thinks. - in the sentence behind the quotation.
  Attribution next_sentence(const QuotedPiece& p) const {
    const std::uint32_t next = p.close + 1;
    return next < d_.tokens.size() && paragraph_of(next) == paragraph_of(p.close) ? reader_.read(sentence_tokens(next)) : Attribution{};
  }

  // ---- a paragraph that opens with a dash ----

  void dialogue(TokenRange paragraph) {
    TokenRange inside{paragraph.first + 1, paragraph.last};
    Attribution attribution;
    for (std::uint32_t t = inside.first + 1; t + 1 < paragraph.last; ++t) {
      if (!is_dash(word(t)) || !ends_clause(word(t - 1))) continue;
      const TokenRange rest = until_stop({t + 1, paragraph.last});
      if (!reader_.speech_verb({rest.first, std::min(rest.last, rest.first + kReach)})) continue;
      attribution = reader_.read(rest);
      // Speech that ends with its attribution ends before it.
      if (rest.last + 1 >= paragraph.last) inside.last = t;
      break;
    }
    while (inside.last > inside.first && (word(inside.last - 1) == "," || word(inside.last - 1) == ".")) --inside.last;
    if (inside.size() < kShortest || covered(inside)) return;
    if (attribution.cue.empty() && !sounds_like_speech(paragraph)) return;
    add(inside, attribution, "quotes:dash");
  }

  // A dash without any attribution opens a list as often as speech: the sentence before must
  // announce it or be speech too.
  bool sounds_like_speech(TokenRange paragraph) const {
    if (paragraph.first == 0) return false;
    const std::uint32_t before = paragraph.first - 1;
    return word(before) == ":" && !reader_.read(sentence_tokens(before)).cue.empty();
  }

  // ---- no marks at all, closed by ", - said X" ----

  void unmarked(TokenRange paragraph) {
    for (std::uint32_t t = paragraph.first + kShortest; t + 1 < paragraph.last; ++t) {
      if (!is_dash(word(t)) || !ends_clause(word(t - 1)) || word(t - 1) == ".") continue;
      const TokenRange rest = until_stop({t + 1, paragraph.last});
      const auto verb = reader_.speech_verb({rest.first, std::min(rest.last, rest.first + 3)});
      const TokenRange inside{speech_start(paragraph, t), t - 1};
      if (!verb || inside.first + kShortest > inside.last || covered(inside)) continue;
      const Attribution a = reader_.read(rest);
      if (a.somebody) add(inside, a, "quotes:unmarked");
      return;
    }
  }

  // Unmarked speech begins with the paragraph, unless an earlier quotation ends in it.
  std::uint32_t speech_start(TokenRange paragraph, std::uint32_t dash) const {
    std::uint32_t start = dash;
    while (start > paragraph.first && !quoted_[start - 1]) --start;
    return start;
  }

  bool covered(TokenRange tokens) const {
    return std::any_of(quoted_.begin() + tokens.first, quoted_.begin() + tokens.last, [](bool q) { return q; });
  }

  void add(TokenRange inside, const Attribution& a, const char* by) {
    Quote q{.span = d_.span_of(inside), .speaker = a.speaker, .speaker_name = a.name, .cue = a.cue, .confidence = a.cue.empty() ? 0.7 : 0.9, .by = by};
    // Somebody speaks, but only as "he" or not at all: who was named last.
    if (q.speaker == kNone && !a.somebody && !a.cue.empty()) q.speaker = reader_.last_person_before(inside.first);
    if (q.speaker != kNone) q.speaker_name = d_.entities[static_cast<std::size_t>(q.speaker)].name;
    d_.quotes.push_back(std::move(q));
    std::fill(quoted_.begin() + inside.first, quoted_.begin() + inside.last, true);
  }

  Document& d_;
  const lang::Knowledge& knowledge_;
  AttributionReader reader_;
  std::vector<bool> quoted_;  // by token
};

class Quotes final : public Stage {
 public:
  explicit Quotes(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "quotes"; }
  Layers needs() const override { return Layer::entities | Layer::mentions; }
  Layers gives() const override { return Layer::quotes; }
  void run(Document& d) const override { QuoteFinder(d, knowledge_).run(); }

 private:
  const lang::Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<Stage> make_quotes(const lang::Knowledge& knowledge) { return std::make_unique<Quotes>(knowledge); }

}  // namespace qogam::extract
