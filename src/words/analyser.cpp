// Word analysis: types from a cache, then the choice that context makes.
#include "words/analyser.h"

#include <memory>
#include <mutex>
#include <vector>

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
  explicit Analyser(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}

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

  // Tag and lemma of each word: what the tagger says, or the first candidate where the language has
  // no weights.
  void choose(Document& d, const Sentence& s, const std::vector<const WordType*>& types, std::uint32_t language) const {
    std::vector<std::uint16_t> chosen(types.size(), 0);
    if (const auto weights = knowledge_.tagger_weights(language); !weights.empty()) {
      std::vector<const WordProfile*> profiles;
      for (const WordType* type : types) profiles.push_back(&type->profile);
      chosen = Tagger(weights).tag(profiles);
    }
    for (std::size_t k = 0; k < types.size(); ++k) {
      const Candidate& c = types[k]->profile.candidates[chosen[k]];
      Word& w = d.words[s.tokens.first + k];
      const std::string lemma = knowledge_.lemma_text(w.folded, c.reading);
      w.tag = c.reading.features;
      w.lemma = {static_cast<std::uint32_t>(d.lemmas.size()), static_cast<std::uint32_t>(d.lemmas.size() + lemma.size())};
      d.lemmas += lemma;
    }
  }

  const lang::Knowledge& knowledge_;
  mutable CachePool caches_;
};

}  // namespace

std::unique_ptr<Stage> make_analyser(const lang::Knowledge& knowledge) { return std::make_unique<Analyser>(knowledge); }

}  // namespace qogam::words
