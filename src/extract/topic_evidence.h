// What in a document speaks for each topic.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::extract {

// A cue that was found, however often.
struct FoundCue {
  std::uint32_t key = 0;  // hash of its phrase
  double weight = 0;      // as its topic says
  std::uint32_t times = 0;
  bool in_title = false;
};

// The cues of one topic in a document. None: no evidence.
struct TopicEvidence {
  std::vector<FoundCue> cues;
  std::vector<Span> places;     // in the order of the text
  std::uint32_t sentences = 0;  // that have a cue
  std::uint32_t in_head = 0, in_lead = 0;  // places in the title (or, without one, the first sentence), and in it and what follows it
  double sum = 0;               // of weights: more for repetition, for the title and for spread, less for long documents
};

// What a topic of the knowledge, by its number, is worth somewhere.
struct TopicWorth {
  std::size_t topic;
  double sum;
};

// The parts of a document where what matters most is told.
struct DocumentHead {
  bool titled = false;              // the first paragraph is the title
  std::uint32_t head_end = 0, lead_end = 0;  // tokens

  DocumentHead() = default;  // of what has none
  explicit DocumentHead(const Document& document);
};

// The cues of all topics that count in a document or a part of it, found once. A cue that begins inside another cue of the same
// topic, or overlaps a phrase that its topic excludes (`unless`), does not count; a cue counts half for the parent of its topic as
// well, where that has none of its own there. Needs words. Refers to what it is given, which must outlive it.
class TopicCues {
 public:
  TopicCues(const Document& document, const lang::Knowledge& knowledge);
  // Those that lie in a span of the text.
  TopicCues(const Document& document, const lang::Knowledge& knowledge, Span span);

  // What they are worth in the document, one evidence a topic of the knowledge.
  std::vector<TopicEvidence> of_document() const;
  // The same of the cues alone, as if they made a document of their own without a title.
  std::vector<TopicEvidence> alone() const { return evidence(cues_, DocumentHead()); }
  // What alone() says the topics are worth, those that have cues.
  std::vector<TopicWorth> worths() const;
  // Calls take(number of the sentence, the worths of its cues alone) for each sentence that has some, in their order.
  void each_sentence(const std::function<void(std::uint32_t, std::span<const TopicWorth>)>& take) const;

 private:
  // A place where a cue of a topic stands.
  struct Cue {
    std::size_t topic;
    TokenRange tokens;
    std::string_view phrase;
    double weight;
    bool inherited = false;  // from a child of the topic
  };
  TopicCues(const Document& document, const lang::Knowledge& knowledge, TokenRange range);

  void find_phrases(TokenRange range);
  void find_patterns(TokenRange range);
  void take(Cue cue);
  bool excluded(const Cue& cue) const;
  void leave_uncovered();
  std::vector<TopicEvidence> evidence(std::span<const Cue> cues, const DocumentHead& head) const;
  void add(const Cue& cue, const DocumentHead& head, TopicEvidence& evidence, std::uint32_t& next_sentence) const;
  struct Tally;
  void tally(std::span<const Cue> cues, Tally& tally) const;
  std::uint32_t sentence_of(const Cue& cue) const { return document_.tokens[cue.tokens.first].sentence; }

  const Document& document_;
  const lang::Knowledge& knowledge_;
  std::vector<Cue> cues_;  // in the order of the text
};

}  // namespace qogam::extract
