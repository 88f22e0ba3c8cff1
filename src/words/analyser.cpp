// Word analysis: types from a cache, then the choice that context makes.
#include "words/analyser.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

#include "words/chooser.h"
#include "words/tagger.h"
#include "words/word_types.h"

namespace qogam::words {
namespace {

// Caches that threads borrow: as many are made as run at once.
class CachePool {
 public:
  std::unique_ptr<WordTypes> borrow(const lang::Knowledge& knowledge) {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<WordTypes>(knowledge);
    auto cache = std::move(free_.back());
    free_.pop_back();
    return cache;
  }
  void give_back(std::unique_ptr<WordTypes> cache) {
    cache->trim();
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(cache));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<WordTypes>> free_;
};

class Analyser final : public Stage {
 public:
  explicit Analyser(const lang::Knowledge& knowledge) : knowledge_(knowledge) {
    for (const lang::LanguageInfo& l : knowledge.languages()) {
      const std::string context = l.code.substr(0, l.code.find('-')) + "/context.tsv";
      choosers_.emplace_back(context, knowledge.resource(context));
    }
  }

  std::string_view name() const override { return "words"; }
  Layers needs() const override { return Layer::segments; }
  Layers gives() const override { return Layer::words; }

  void run(Document& d) const override {
    auto cache = caches_.borrow(knowledge_);
    d.words.reserve(d.tokens.size());
    std::vector<const WordType*> types;
    for (const Sentence& s : d.sentences) {
      const std::uint32_t language = knowledge_.language(s.language);
      types.clear();
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
        types.push_back(&cache->get(d.surface(d.tokens[t].span), d.tokens[t].kind, language, d.spelling));
        add(d, *types.back(), t, s);
      }
      choose(d, s, types, language);
      knowledge_.lexicon().find(d, s.tokens, knowledge_.languages()[language].base, d.terms);
    }
    caches_.give_back(std::move(cache));
  }

 private:
  static void add(Document& d, const WordType& type, std::uint32_t token, const Sentence& s) {
    Word w = type.word;
    w.first = static_cast<std::uint32_t>(d.analyses.size());
    if (token == s.tokens.first) w.features |= feature::start;
    if (token == 0 || d.tokens[token - 1].span.end < d.tokens[token].span.begin) w.features |= feature::space;
    d.analyses.insert(d.analyses.end(), type.readings.begin(), type.readings.end());
    d.words.push_back(std::move(w));
  }

  // Tag and lemma of each word: what the tagger says, else what the costs of neighbours say, else the
  // first candidate.
  void choose(Document& d, const Sentence& s, const std::vector<const WordType*>& types, std::uint32_t language) const {
    if (const auto weights = knowledge_.tagger_weights(language); !weights.empty()) choose_candidates(d, s, types, weights);
    else if (!choosers_[language].empty()) choose_readings(d, s, types, choosers_[language]);
    else for (std::size_t k = 0; k < types.size(); ++k) set(d, d.words[s.tokens.first + k], types[k]->profile.candidates[0].reading);
  }

  void choose_candidates(Document& d, const Sentence& s, const std::vector<const WordType*>& types, std::span<const std::int16_t> weights) const {
    std::vector<const WordProfile*> profiles;
    for (const WordType* type : types) profiles.push_back(&type->profile);
    const std::vector<std::uint16_t> chosen = Tagger(weights).tag(profiles);
    for (std::size_t k = 0; k < types.size(); ++k) set(d, d.words[s.tokens.first + k], profiles[k]->candidates[chosen[k]].reading);
  }

  // The chosen reading stands first.
  void choose_readings(Document& d, const Sentence& s, const std::vector<const WordType*>& types, const Chooser& chooser) const {
    std::vector<Choice> choices;
    for (const WordType* type : types)
      choices.push_back({type->readings, type->costs, type->word.features | (choices.empty() ? feature::start : 0)});
    const std::vector<std::uint32_t> chosen = chooser.choose(choices);
    for (std::size_t k = 0; k < types.size(); ++k) {
      Word& w = d.words[s.tokens.first + k];
      const auto first = d.analyses.begin() + w.first;
      if (w.count > 0) std::rotate(first, first + chosen[k], first + chosen[k] + 1);
      set(d, w, w.count > 0 ? *first : types[k]->profile.candidates[0].reading);
    }
  }

  void set(Document& d, Word& w, const Analysis& reading) const {
    const std::string lemma = knowledge_.lemma_text(w.folded, reading);
    w.tag = reading.features;
    w.lemma = {static_cast<std::uint32_t>(d.lemmas.size()), static_cast<std::uint32_t>(d.lemmas.size() + lemma.size())};
    d.lemmas += lemma;
  }

  const lang::Knowledge& knowledge_;
  std::vector<Chooser> choosers_;  // by language
  mutable CachePool caches_;
};

}  // namespace

std::unique_ptr<Stage> make_analyser(const lang::Knowledge& knowledge) { return std::make_unique<Analyser>(knowledge); }

}  // namespace qogam::words
