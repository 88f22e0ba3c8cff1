// Lemmas of words without their context: for search, and for comparing what articles say.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/span.h"
#include "text/string_cache.h"
#include "words/word_types.h"

namespace qogam::words {

struct PlainWord {
  Span span;               // bytes of the text
  std::string_view lemma;  // folded; holds until the next call of Lemmatizer::trim()
  Features features = 0;   // shape, and what the likeliest reading says
  Features possible = 0;   // what any reading says
};

// Words are runs of letters or of digits. Each gets the likeliest lemma that it has by itself, so that a word has the same
// one wherever it stands. Lemmas are kept: news repeats its words. `knowledge` must outlive it. For one thread at a time.
class Lemmatizer {
 public:
  explicit Lemmatizer(const lang::Knowledge& knowledge);

  // The words of valid UTF-8 in a language by its code ("ru", "kk-Latn"); an unknown code folds letters only.
  std::vector<PlainWord> words(std::string_view text, std::string_view language);
  // The lemmas of all words but function words, parted by blanks, each word once: the likeliest one, and others that are no
  // guess, at most kMostLemmas; in no order. A search for one of them finds the text.
  static constexpr std::size_t kMostLemmas = 3;
  std::string lemmas(std::string_view text, std::string_view language);
  // Forgets what did not come for long, where there is too much of it; views of lemmas are void then.
  void trim();

 private:
  struct Lemma {
    std::pmr::string text, others;  // the other lemmas, each behind a blank
    Features features = 0, possible = 0;

    Lemma copied(std::pmr::memory_resource* memory) const { return {{text, memory}, {others, memory}, features, possible}; }
  };
  std::vector<const Lemma*> types_of(std::string_view text, std::string_view language, std::vector<Span>& spans);
  const Lemma& lemma_of(std::string_view word, std::uint32_t language, std::uint8_t spelling);
  Lemma read(std::string_view word, std::uint32_t language, std::uint8_t spelling, std::pmr::memory_resource* memory) const;

  const lang::Knowledge& knowledge_;
  WordReader reader_;
  std::vector<text::StringCache<Lemma>> lemmas_;  // by language and spelling
};

}  // namespace qogam::words
