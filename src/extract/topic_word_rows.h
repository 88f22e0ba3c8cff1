// What words of documents say for and against each topic, kept for the next time they come.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/topic_judge.h"

namespace qogam::extract {

// A row of numbers, one a topic, for each word (see TopicFeatures::words()) that was met: all topics of a document are judged in one walk over its
// words. Refers to the judge, which must outlive it. For one thread at a time.
class TopicWordRows {
 public:
  // `own`: TopicFeatures::own() of each topic.
  TopicWordRows(const TopicJudge& judge, std::vector<std::uint32_t> own);

  // What the words of a document add to the answer of each topic, as TopicJudge::of_words() has it.
  std::span<const int> sums(std::span<const std::uint32_t> words);

 private:
  struct Slot {
    std::uint32_t word = 0;  // 0: free
    std::uint32_t row = 0;   // its begin in `rows_`
  };
  static constexpr std::size_t kSlots = 1u << 18, kMostWords = kSlots / 2;
  static constexpr std::size_t kLane = 16;  // numbers that the processor adds at once

  Slot& slot_of(std::uint32_t word);
  std::uint32_t make_row(std::uint32_t word);
  void clear();

  const TopicJudge& judge_;
  std::vector<std::uint32_t> own_;
  std::size_t stride_;                      // of rows: the topics, and zeros to the end of a lane
  std::vector<Slot> slots_;                 // open addressing
  std::vector<std::int16_t> rows_;          // the first is that of words without any weight
  std::vector<std::uint32_t> met_;          // rows of one document
  std::vector<int> sums_;
  std::size_t size_ = 0;
};

}  // namespace qogam::extract
