// Phrases that could become cues of topics, found in a corpus.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::learn {

// A phrase of one to three lemmas that a topic's texts have more often than others.
struct CueSuggestion {
  std::string topic, language, phrase;
  double surprise = 0;            // log-likelihood ratio (Dunning 1993), in units of chi-square with one degree of freedom
  std::size_t inside = 0, outside = 0;  // documents of the topic that have it, and others
};

// Counts documents, then suggests. Used by one thread.
class CueSuggester {
 public:
  // `knowledge` must outlive it.
  explicit CueSuggester(const lang::Knowledge& knowledge) : knowledge_(knowledge) {}

  // A document with its layer "words", and what it is about. Words of an existing cue of a topic are left out of phrases for that topic.
  void add(const Document& document, const std::vector<std::string>& topics);

  // For each topic and language the phrases that surprise most, at most so many, at least in `least` documents of the topic; of
  // phrases that hold one another the one that surprises more. In the order of topics of the knowledge, others behind them.
  std::vector<CueSuggestion> suggest(std::size_t most, std::size_t least) const;

 private:
  struct Phrases;
  struct Count {
    std::size_t anywhere = 0, free = 0;  // documents that have a phrase; that have it outside cues of the topic
  };
  struct Side {
    std::size_t documents = 0;
    std::map<std::string, Count> phrases;
  };
  std::vector<CueSuggestion> of_topic(const std::string& topic, const std::string& language, const Side& side, std::size_t most, std::size_t least) const;

  const lang::Knowledge& knowledge_;
  std::map<std::string, Side> all_;                                  // by language
  std::map<std::pair<std::string, std::string>, Side> topics_;       // by topic and language
};

}  // namespace qogam::learn
