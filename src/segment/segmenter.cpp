// Paragraphs, tokens, sentences, languages: one pass over the lines of the text.
#include "segment/segmenter.h"

#include <algorithm>
#include <numeric>

#include "qogam/error.h"
#include "segment/language_teller.h"
#include "segment/sentence_splitter.h"
#include "segment/tokenizer.h"
#include "text/pool.h"
#include "text/string_cache.h"
#include "text/utf8.h"

namespace qogam::segment {
namespace {

class Segmenter final : public Stage {
 public:
  Segmenter(const lang::Knowledge& knowledge, const Options& options)
      : knowledge_(knowledge), tokenizer_(knowledge), splitter_(knowledge, tokenizer_.abbreviations()), teller_(knowledge) {
    if (options.language == "auto") return;
    forced_ = knowledge.language(options.language);
    if (forced_ == 0) throw Error(Cause::usage, "unknown language '" + options.language + "'; see `qogam list languages`");
  }

  std::string_view name() const override { return "segment"; }
  Layers needs() const override { return Layer::text; }
  Layers gives() const override { return Layer::segments; }

  void run(Document& d) const override {
    std::u16string utf16;
    for (std::uint32_t at = 0; at < d.text.size();) {
      std::size_t stop = std::min(d.text.find('\n', at), d.text.size());
      while (goes_on(d.text, at, stop)) stop = std::min(d.text.find('\n', stop + 1), d.text.size());
      add_paragraph(d, {at, static_cast<std::uint32_t>(stop)}, utf16);
      at = static_cast<std::uint32_t>(stop) + 1;
    }
    tell_languages(d);
  }

 private:
  using Words = text::StringCache<AskedLexicons>;

  // A line that ends with a comma goes on in the next one, if that begins with a small letter or the line is as short as a name:
  // "Name,\npost".
  static bool goes_on(std::string_view text, std::size_t begin, std::size_t stop) {
    constexpr std::size_t kLongest = 1000, kName = 80;  // bytes
    if (stop >= text.size() || stop == begin || text[stop - 1] != ',' || stop - begin > kLongest) return false;
    std::size_t next = stop + 1;
    if (next >= text.size() || text[next] == '\n') return false;
    return stop - begin <= kName || text::is_lower(text::decode_at(text, next));
  }

  // `utf16` is scratch space.
  void add_paragraph(Document& d, Span line, std::u16string& utf16) const {
    const auto first = static_cast<std::uint32_t>(d.tokens.size());
    text::to_utf16(line.of(d.text), utf16);
    std::ranges::replace(utf16, u'\n', u' ');
    tokenizer_.tokenize(d.text, line, utf16, d.tokens);
    if (d.tokens.size() == first) return;
    const auto paragraph = static_cast<std::uint32_t>(d.paragraphs.size());
    const auto first_sentence = static_cast<std::uint32_t>(d.sentences.size());
    std::uint32_t start = first;
    const std::span<const Token> tokens(d.tokens.begin() + first, d.tokens.end());
    for (const std::size_t count : splitter_.split(d.text, line, utf16, tokens)) {
      const std::uint32_t last = first + static_cast<std::uint32_t>(count);
      const auto number = static_cast<std::uint32_t>(d.sentences.size());
      for (std::uint32_t t = start; t < last; ++t) d.tokens[t].sentence = number;
      d.sentences.push_back({d.span_of({start, last}), {start, last}, paragraph, "und"});
      start = last;
    }
    d.paragraphs.push_back({d.span_of({first, start}), first_sentence, static_cast<std::uint32_t>(d.sentences.size())});
  }

  // Which tokens stand in quotation marks with a few others: as names they may be in another language than the sentence.
  static std::vector<bool> in_short_quotes(const Document& d, const Sentence& s) {
    constexpr std::uint32_t kFew = 6;
    std::vector<bool> inside(s.tokens.size(), false);
    for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
      if (d.surface(d.tokens[t].span) != "\u00ab") continue;
      std::uint32_t end = t + 1;
      while (end < s.tokens.last && end < t + kFew + 1 && d.surface(d.tokens[end].span) != "\u00bb") ++end;
      if (end < s.tokens.last && d.surface(d.tokens[end].span) == "\u00bb") std::fill(inside.begin() + (t - s.tokens.first), inside.begin() + (end - s.tokens.first), true);
    }
    return inside;
  }

  LanguageScores evidence_of(const Document& d, const Sentence& s, Words& words, std::string& scratch) const {
    LanguageScores own = teller_.none();
    const std::vector<bool> named = in_short_quotes(d, s);
    const bool all_named = std::ranges::find(named, false) == named.end();
    const auto each_word = [&](auto act) {
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t)
        if (d.tokens[t].kind == TokenKind::word && (all_named || !named[t - s.tokens.first])) act(d.surface(d.tokens[t].span));
    };
    each_word([&](std::string_view word) { teller_.add(word, own, scratch); });
    if (teller_.in_doubt(own))
      each_word([&](std::string_view word) { teller_.add_known(word, words.get(word, [](auto*) { return AskedLexicons{}; }), own); });
    return own;
  }

  // A sentence without evidence of its own (a name, a number) is in the main language.
  void tell_languages(Document& d) const {
    auto words = words_.borrow([] { return std::make_unique<Words>(); });
    std::string scratch;
    std::vector<LanguageScores> scores;
    LanguageScores total = teller_.none();
    for (const Sentence& s : d.sentences) {
      LanguageScores& own = scores.emplace_back(evidence_of(d, s, *words, scratch));
      // Each sentence has a vote of its words, shared as its evidence is.
      const auto count = std::count_if(d.tokens.begin() + s.tokens.first, d.tokens.begin() + s.tokens.last,
                                       [](const Token& t) { return t.kind == TokenKind::word; });
      const double all = std::accumulate(own.begin(), own.end(), 0.0);
      for (std::size_t n = 0; n < own.size() && all > 0; ++n) total[n] += own[n] / all * static_cast<double>(count);
    }
    words->trim();
    words_.give_back(std::move(words));
    const std::uint32_t main = forced_ != 0 ? forced_ : teller_.best(total);
    d.language = knowledge_.languages()[main].code;
    std::uint32_t latin = 0;  // a language in its second script, where some sentence is in it
    for (std::size_t s = 0; s < d.sentences.size(); ++s) {
      LanguageScores& own = scores[s];
      if (main != 0 && own[main] > 0) own[main] += 0.6;  // the neighbours' language, in doubt
      const std::uint32_t best = forced_ != 0 ? forced_ : teller_.best(own);
      d.sentences[s].language = knowledge_.languages()[best != 0 ? best : main].code;
      latin = knowledge_.languages()[best].latin ? best : latin;
    }
    if (latin != 0) d.spelling = knowledge_.spelling_of(d.text, latin);
    if (main == 0 && !d.sentences.empty())
      d.warnings.push_back({"language", "No known language was found in the text, so nothing was looked for; name it with --lang.", "segment"});
  }

  const lang::Knowledge& knowledge_;
  Tokenizer tokenizer_;
  SentenceSplitter splitter_;
  LanguageTeller teller_;
  mutable text::Pool<Words> words_;
  std::uint32_t forced_ = 0;
};

}  // namespace

std::unique_ptr<Stage> make_segmenter(const lang::Knowledge& knowledge, const Options& options) {
  return std::make_unique<Segmenter>(knowledge, options);
}

}  // namespace qogam::segment
