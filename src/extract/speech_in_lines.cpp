// Dashes, interviews and closing attributions.
#include "extract/speech_in_lines.h"

#include <algorithm>
#include <optional>

#include "extract/within.h"

namespace qogam::extract {
namespace {

constexpr std::size_t kLongestSpeech = 14;      // paragraphs that one dash opens
constexpr std::uint32_t kUnmarkedReach = 3;     // tokens to the speech verb where no mark opens the speech
constexpr std::uint32_t kLongestUnmarked = 30;  // sentences that an attribution closes where no mark opens them
constexpr std::uint32_t kLongestLabel = 24;     // tokens of "Name, post:"

class LineSpeech {
 public:
  LineSpeech(SpeechText& text, const AttributionReader& reader) : text_(text), d_(text.document()), reader_(reader), dashed_(d_.paragraphs.size()) {}

  std::vector<Speech> run() {
    for (std::size_t p = 0; p < d_.paragraphs.size(); ++p) dashed_[p] = opens_with_dash(p);
    for (std::size_t p = 0; p < d_.paragraphs.size(); ++p) {
      if (dashed_[p]) with_attribution(p);
      else labelled(p);
    }
    without_attribution();
    for (std::size_t p = 0; p < d_.paragraphs.size(); ++p) closed_by_attribution(tokens(p));
    std::ranges::sort(found_, {}, [](const Speech& s) { return s.inside.first; });
    return std::move(found_);
  }

 private:
  TokenRange tokens(std::size_t p) const { return text_.tokens_of(d_.paragraphs[p]); }
  bool opens_with_dash(std::size_t p) const {
    const TokenRange t = tokens(p);
    return t.size() >= kShortestSpeech && is_dash(text_.word(t.first)) && !text_.is_speech(TokenRange{t.first, t.first + 2});
  }

  // The first dash in [range) with an attribution behind it; the tokens of what it says.
  struct Closing {
    std::uint32_t dash = 0;
    TokenRange rest;
    Attribution attribution;
  };
  std::optional<Closing> closing(TokenRange range) const {
    for (std::uint32_t t = range.first + 1; t + 1 < range.last; ++t) {
      if (!text_.attribution_dash(t)) continue;
      const TokenRange rest = text_.until_stop({t + 1, range.last});
      Attribution a = reader_.read_behind(rest, kAttributionReach);
      if (!a.cue.empty()) return Closing{t, rest, std::move(a)};
    }
    return std::nullopt;
  }
  // Whether the speech goes on behind an attribution: another dash stands there.
  bool goes_on(const Closing& c, TokenRange paragraph) const { return c.rest.last + 1 < paragraph.last && is_dash(text_.word(c.rest.last)); }

  // ---- a dash opens, an attribution closes ----

  void with_attribution(std::size_t p) {
    const TokenRange first = tokens(p);
    if (const auto c = closing(first)) return add({first.first + 1, goes_on(*c, first) ? speech_end(c->rest.last, first) : c->dash}, c->attribution, "quotes:dash");
    for (std::size_t next = p + 1; next < std::min(d_.paragraphs.size(), p + kLongestSpeech) && !dashed_[next]; ++next) {
      const TokenRange t = tokens(next);
      if (text_.is_speech(t)) return;
      const auto c = closing(t);
      if (c) return add({first.first + 1, goes_on(*c, t) ? speech_end(c->rest.last, t) : c->dash}, c->attribution, "quotes:dash");
      if (is_narrative(t)) return;
    }
  }

  // Speech that goes on at `from` ends with the paragraph, or before a sentence that tells of somebody.
  std::uint32_t speech_end(std::uint32_t from, TokenRange paragraph) const {
    std::uint32_t s = d_.tokens[from].sentence + 1;
    for (; s < d_.sentences.size() && d_.sentences[s].tokens.first < paragraph.last; ++s)
      if (is_narrative(d_.sentences[s].tokens)) return d_.sentences[s].tokens.first;
    return paragraph.last;
  }

  // Somebody is told to say, in the third person.
  bool is_narrative(TokenRange sentence) const {
    if (reader_.speech_noun(sentence)) return true;
    const auto verb = reader_.speech_verb(sentence);
    const bool reports = verb && !(d_.words[verb->last - 1].tag & (feature::p1 | feature::p2 | feature::inf | feature::imp | feature::vnoun));
    const Span span = d_.span_of(sentence);
    return std::ranges::any_of(beginning_in(d_.mentions, span), [&](const Mention& m) {
      const bool person = m.type == MentionType::person || m.type == MentionType::position;
      return (person || (reports && m.type == MentionType::organization)) && (reports || m.type == MentionType::person) && reader_.in_nominative(m);
    });
  }

  // ---- "Name, post: - ..." ----

  void labelled(std::size_t p) {
    const TokenRange t = tokens(p);
    for (std::uint32_t k = t.first + 1; k + kShortestSpeech < t.last && k < t.first + kLongestLabel; ++k) {
      if (text_.word(k) != ":" || !is_dash(text_.word(k + 1))) continue;
      const Attribution a = reader_.read({t.first, k});
      if (!a.somebody || text_.is_speech(TokenRange{k, k + 3})) return;
      return add({k + 2, t.last}, a, "quotes:label");
    }
  }

  // ---- a dash opens, nothing closes ----

  // A run of such paragraphs is an interview where one of them asks; what a colon announces is speech too, and so is what stands
  // between lines of speech. Everything else behind a dash is a list.
  void without_attribution() {
    for (std::size_t first = 0; first < d_.paragraphs.size();) {
      std::size_t last = first;
      while (last < d_.paragraphs.size() && is_line(last)) ++last;
      if (last > first) run_of_lines(first, last);
      first = std::max(last, first + 1);
    }
  }

  void run_of_lines(std::size_t first, std::size_t last) {
    if (is_plain_line(first))
      if (const auto announced = announcement(first)) add(spoken(first), *announced, "quotes:announced");
    const Turns turns = turns_of(first, last);
    if (last - first < 2 || (turns.questions == 0 && !turns.attributed)) return;
    const std::int32_t asks = reader_.interviewer();
    for (std::size_t p = first; p < last; ++p) {
      if (!is_plain_line(p)) continue;
      Attribution a;
      if (turns.questions == 0) a.speaker = in_turn(p, first);
      else a.speaker = (p - first) % 2 == turns.parity ? asks : turns.speaker;
      a.somebody = true;
      add(spoken(p), a, "quotes:interview", 1);  // "Yes." is an answer
    }
  }

  TokenRange spoken(std::size_t p) const { return {tokens(p).first + 1, tokens(p).last}; }

  // In a dialogue of the article: who spoke two lines before, or else who was named last.
  std::int32_t in_turn(std::size_t p, std::size_t first) const {
    if (p >= first + 2)
      if (const auto before = closing(tokens(p - 2))) return before->attribution.speaker;
    return reader_.last_person_before(tokens(p).first);
  }

  bool is_line(std::size_t p) const { return dashed_[p] && (text_.is_speech(tokens(p)) || is_whole(p)); }
  bool is_plain_line(std::size_t p) const { return dashed_[p] && !text_.is_speech(tokens(p)) && is_whole(p); }
  // Begins as a sentence does and ends as one.
  bool is_whole(std::size_t p) const {
    const TokenRange t = tokens(p);
    const Features first = d_.words[t.first + 1].features;
    const std::string_view last = text_.word(t.last - 1);
    return !(first & feature::lower) && (SpeechText::ends_sentence(last) || last == ")" || last == "\xC2\xBB");
  }

  // "X says:" in the paragraph before.
  std::optional<Attribution> announcement(std::size_t p) const {
    if (p == 0) return std::nullopt;
    const TokenRange before = tokens(p - 1);
    if (text_.word(before.last - 1) != ":" || text_.is_speech(before)) return std::nullopt;
    Attribution a = reader_.read_indirect(text_.sentence(before.last - 1));
    return a.somebody || !a.cue.empty() ? std::optional(std::move(a)) : std::nullopt;
  }

  // Who asks and who answers in paragraphs [first, last).
  struct Turns {
    std::size_t questions = 0, parity = 0;  // lines that ask and say nothing of who does, and whether those are the even or the odd ones
    bool attributed = false;
    std::int32_t speaker = kNone;  // who answers
  };
  Turns turns_of(std::size_t first, std::size_t last) const {
    Turns turns;
    std::size_t asked[2] = {0, 0};
    for (std::size_t p = first; p < last; ++p) {
      const TokenRange t = tokens(p);
      const bool attributed = text_.is_speech(t) && closing(t);
      turns.attributed = turns.attributed || attributed;
      if (!attributed && text_.word(t.last - 1) == "?") ++asked[(p - first) % 2];
    }
    turns.questions = asked[0] + asked[1];
    turns.parity = asked[1] > asked[0] ? 1 : 0;
    const TokenRange opening = tokens(first);
    turns.speaker = addressed(opening);
    if (turns.speaker == kNone) turns.speaker = reader_.last_person_before(opening.first, true);
    if (turns.speaker == kNone) turns.speaker = first_person();
    return turns;
  }

  // The person whom a question addresses.
  std::int32_t addressed(TokenRange line) const {
    for (const Mention& m : beginning_in(d_.mentions, d_.span_of(line)))
      if (m.type == MentionType::person && m.tokens.first <= line.first + 2 && m.tokens.last < line.last && text_.word(m.tokens.last) == ",") return m.entity;
    return kNone;
  }
  std::int32_t first_person() const {
    const auto m = std::ranges::find(d_.mentions, MentionType::person, &Mention::type);
    return m == d_.mentions.end() ? kNone : m->entity;
  }

  // ---- nothing opens, an attribution closes ----

  void closed_by_attribution(TokenRange paragraph) {
    std::uint32_t from = paragraph.first;
    for (std::uint32_t t = paragraph.first + kShortestSpeech; t + 1 < paragraph.last; ++t) {
      if (!is_dash(text_.word(t)) || text_.is_speech(t - 1) || text_.word(t - 1) == ".") continue;
      const TokenRange rest = text_.until_stop({t + 1, paragraph.last});
      const bool comma = SpeechText::ends_clause(text_.word(t - 1));
      const auto verb = reader_.speech_verb({rest.first, std::min(rest.last, rest.first + (comma ? kUnmarkedReach : 1))});
      if (!verb) continue;
      const Attribution a = reader_.read(rest);
      if (!a.somebody) continue;
      const TokenRange inside{speech_start(from, t), comma ? t - 1 : t};
      if (inside.first + kShortestSpeech > inside.last || text_.is_speech(inside)) continue;
      const bool more = rest.last + 1 < paragraph.last && is_dash(text_.word(rest.last));
      const std::uint32_t end = more ? speech_end(rest.last, paragraph) : inside.last;
      add({inside.first, end}, a, "quotes:unmarked");
      from = std::max(rest.last, end);
      t = from;
    }
  }

  // Unmarked speech begins behind the sentence before it that tells of somebody, or with the paragraph.
  std::uint32_t speech_start(std::uint32_t from, std::uint32_t dash) const {
    std::uint32_t s = d_.tokens[dash].sentence;
    const std::uint32_t paragraph = text_.paragraph_of(dash);
    const std::uint32_t least = s > kLongestUnmarked ? s - kLongestUnmarked : 0;
    while (s > least && d_.sentences[s - 1].paragraph == paragraph && d_.sentences[s - 1].tokens.first >= from && !is_narrative(d_.sentences[s - 1].tokens) &&
           !text_.is_speech(d_.sentences[s - 1].tokens))
      --s;
    std::uint32_t start = std::max(from, d_.sentences[s].tokens.first);
    while (start < dash && text_.is_speech(start)) ++start;
    while (start < dash && d_.tokens[start].kind == TokenKind::punctuation) ++start;
    return start;
  }

  void add(TokenRange inside, const Attribution& a, const char* by, std::uint32_t least = kShortestSpeech) {
    inside = text_.trimmed(inside);
    if (inside.size() < least || text_.is_speech(inside)) return;
    text_.mark(inside);
    found_.push_back({inside, a, by});
  }

  SpeechText& text_;
  const Document& d_;
  const AttributionReader& reader_;
  std::vector<bool> dashed_;  // by paragraph
  std::vector<Speech> found_;
};

}  // namespace

std::vector<Speech> speech_in_lines(SpeechText& text, const AttributionReader& reader) { return LineSpeech(text, reader).run(); }

}  // namespace qogam::extract
