// Word analysis: types from a cache, then the choice that context makes.
#include "words/analyser.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "text/pool.h"
#include "words/chooser.h"
#include "words/tagger.h"
#include "words/word_types.h"

namespace qogam::words {
namespace {

class Analyser final : public Stage {
 public:
  explicit Analyser(const lang::Knowledge& knowledge) : knowledge_(knowledge) {
    read_roman_letters(knowledge);  // what is wrong there is told now, not by the first article
    for (const lang::LanguageInfo& l : knowledge.languages()) {
      const std::string context = l.code.substr(0, l.code.find('-')) + "/context.tsv";
      choosers_.emplace_back(context, knowledge.resource(context));
    }
  }

  std::string_view name() const override { return "words"; }
  Layers needs() const override { return Layer::segments; }
  Layers gives() const override { return Layer::words; }

  void run(Document& d) const override {
    auto cache = caches_.borrow([&] { return std::make_unique<WordTypes>(knowledge_); });
    reserve(d);
    std::vector<const WordType*> types;
    std::vector<std::uint64_t> hashes;
    for (const Sentence& s : d.sentences) {
      const std::uint32_t language = knowledge_.language(s.language);
      types.clear();
      hashes.clear();
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t)
        hashes.push_back(cache->expect(d.surface(d.tokens[t].span), d.tokens[t].kind, language, d.spelling));
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
        types.push_back(&cache->get(d.surface(d.tokens[t].span), hashes[t - s.tokens.first], d.tokens[t].kind, language, d.spelling));
        add(d, *types.back(), t, s);
      }
      choose(d, s, types, language);
      knowledge_.lexicon().find(d, s.tokens, knowledge_.languages()[language].base, d.terms);
    }
    cache->trim();
    caches_.give_back(std::move(cache));
  }

 private:
  // Some room at once is quicker than growing bit by bit.
  static void reserve(Document& d) {
    d.words.reserve(d.tokens.size());
    d.analyses.reserve(d.tokens.size() * 3);
    d.word_texts.reserve(d.text.size() * 3 / 2);
  }

  static void add(Document& d, const WordType& type, std::uint32_t token, const Sentence& s) {
    Word& w = d.words.emplace_back(type.word);
    w.first = static_cast<std::uint32_t>(d.analyses.size());
    if (token == s.tokens.first) w.features |= feature::start;
    if (token == 0 || d.tokens[token - 1].span.end < d.tokens[token].span.begin) w.features |= feature::space;
    d.analyses.insert(d.analyses.end(), type.readings.begin(), type.readings.end());
    w.folded.begin = static_cast<std::uint32_t>(d.word_texts.size());
    d.word_texts += type.folded;
    w.folded.end = static_cast<std::uint32_t>(d.word_texts.size());
  }

  // Tag and lemma of each word: what the tagger says, else what the costs of neighbours say, else the
  // first reading.
  void choose(Document& d, const Sentence& s, const std::vector<const WordType*>& types, std::uint32_t language) const {
    if (const auto weights = knowledge_.tagger_weights(language); !weights.empty()) choose_candidates(d, s, types, weights);
    else if (!choosers_[language].empty()) choose_readings(d, s, types, choosers_[language]);
    else for (std::size_t k = 0; k < types.size(); ++k) set(d, d.words[s.tokens.first + k], *types[k], first_reading(*types[k]));
  }

  static const Analysis& first_reading(const WordType& type) {
    return type.profile.candidates.empty() ? type.readings.front() : type.profile.candidates.front().reading;
  }

  void choose_candidates(Document& d, const Sentence& s, const std::vector<const WordType*>& types, std::span<const std::int16_t> weights) const {
    std::vector<const WordProfile*> profiles;
    profiles.reserve(types.size());
    for (const WordType* type : types) profiles.push_back(&type->profile);
    const std::vector<std::uint16_t> chosen = Tagger(weights).tag(profiles);
    for (std::size_t k = 0; k < types.size(); ++k) set(d, d.words[s.tokens.first + k], *types[k], profiles[k]->candidates[chosen[k]].reading);
  }

  // The chosen reading stands first.
  void choose_readings(Document& d, const Sentence& s, const std::vector<const WordType*>& types, const Chooser& chooser) const {
    std::vector<Choice> choices;
    choices.reserve(types.size());
    for (const WordType* type : types)
      choices.push_back({type->readings, type->costs, type->word.features | (choices.empty() ? feature::start : 0)});
    const std::vector<std::uint32_t> chosen = chooser.choose(choices);
    for (std::size_t k = 0; k < types.size(); ++k) {
      Word& w = d.words[s.tokens.first + k];
      const auto first = d.analyses.begin() + w.first;
      if (w.count > 0) std::rotate(first, first + chosen[k], first + chosen[k] + 1);
      set(d, w, *types[k], w.count > 0 ? *first : first_reading(*types[k]));
    }
  }

  // Most lemmas are the form itself, whose text they share.
  void set(Document& d, Word& w, const WordType& type, const Analysis& reading) const {
    w.tag = reading.features;
    w.lemma.begin = static_cast<std::uint32_t>(d.word_texts.size());
    knowledge_.append_lemma(d.word_texts, type.folded, reading);
    w.lemma.end = static_cast<std::uint32_t>(d.word_texts.size());
    if (d.lemma(w) != type.folded) return;
    d.word_texts.resize(w.lemma.begin);
    w.lemma = w.folded;
  }

  const lang::Knowledge& knowledge_;
  std::vector<Chooser> choosers_;  // by language
  mutable text::Pool<WordTypes> caches_;
};

}  // namespace

std::unique_ptr<Stage> make_analyser(const lang::Knowledge& knowledge) { return std::make_unique<Analyser>(knowledge); }

}  // namespace qogam::words
