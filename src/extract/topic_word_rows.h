// What words of documents say for and against each topic, kept for the next time they come.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/topic_judge.h"

namespace qogam::extract {

// A row of numbers, one a topic, for each word (see TopicFeatures::words()) that was met, so that all topics of a document are judged in one walk over its
// words. A number is looked up when a document first asks for it, as many words come but once. Refers to the judge, which must outlive it. For
// one thread at a time.
class TopicWordRows {
 public:
  static constexpr std::size_t kMostTopics = 64;  // only the first are kept; of others TopicJudge::of_words() tells
  using Topics = std::uint64_t;                   // a bit each
  static constexpr std::size_t kMostWords = 1u << 15;  // that are kept, and that a document may have

  // `own`: TopicFeatures::own() of each topic.
  TopicWordRows(const TopicJudge& judge, std::vector<std::uint32_t> own);

  // What the words of a document add to the answer of each of `topics`, as TopicJudge::of_words() has it; of the others it tells nothing.
  std::span<const int> sums(std::span<const std::uint32_t> words, Topics topics);

 private:
  struct Slot {
    std::uint32_t word = 0;  // 0: free
    std::uint32_t row = 0;   // its begin in `rows_`; 0: all numbers are 0
    Topics known = 0;
  };
  struct Asked {
    Slot* slot;
    std::uint32_t topic;
  };
  static constexpr std::size_t kFirstSlots = 1u << 12;
  static constexpr std::size_t kLane = 16;  // numbers that the processor adds at once

  void clear();
  void make_room(std::size_t words);
  Slot& slot_of(std::uint32_t word);
  void find(std::span<const std::uint32_t> words, Topics topics);
  void look_up();

  const TopicJudge& judge_;
  std::vector<std::uint32_t> own_;
  std::size_t stride_;              // of rows: the topics, and zeros to the end of a lane
  std::vector<Slot> slots_;         // open addressing; a power of two
  std::vector<std::int16_t> rows_;  // the first is that of words without any weight
  std::size_t size_ = 0;
  // Of one document.
  std::vector<const Slot*> met_;
  std::vector<Asked> asked_;
  std::vector<int> sums_;
};

}  // namespace qogam::extract
