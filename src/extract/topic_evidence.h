// What in a document speaks for each topic.
#pragma once

#include <cstdint>
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

// The parts of a document where what matters most is told.
struct DocumentHead {
  bool titled = false;              // the first paragraph is the title
  std::uint32_t head_end = 0, lead_end = 0;  // tokens

  explicit DocumentHead(const Document& document);
};

// One evidence a topic of the knowledge, from cues in the whole document. Needs words. A cue that begins inside another cue of
// the same topic, or overlaps a phrase that its topic excludes (`unless`), does not count; a cue counts half for the parent of its topic as
// well, where that has none of its own there.
std::vector<TopicEvidence> topic_evidence(const Document& document, const lang::Knowledge& knowledge);

// The same from cues in a span of the text alone, which is judged as a document of its own without a title.
std::vector<TopicEvidence> topic_evidence(const Document& document, const lang::Knowledge& knowledge, Span span);

}  // namespace qogam::extract
