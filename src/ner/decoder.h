// The best labels of a sentence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ner/labels.h"

namespace qogam::ner {

// Finds the labels whose scores, with those of neighbours, sum up highest (Viterbi 1967), among those that
// labels allow. Exact; the labels that a name may begin behind are few enough to be tried all, as most are too
// far below the best to win. Immutable; safe from any thread.
class Decoder {
 public:
  // `starts`: a label; `pairs`: a label and the label behind it, row by row.
  Decoder(Labels labels, std::span<const std::int16_t> starts, std::span<const std::int16_t> pairs);

  // `scores`: rows of `stride` numbers, one a token, of which the first are those of the labels.
  void best(std::span<const std::int16_t> scores, std::size_t stride, std::size_t tokens, std::vector<std::uint16_t>& labels) const;

  const Labels& labels() const { return labels_; }

 private:
  struct Path {
    std::vector<std::int32_t> score, next;
    std::vector<std::uint16_t> from;  // rows of labels
    std::vector<std::uint16_t> candidates;
  };
  void step(const std::int16_t* scores, std::uint16_t* from, Path& path) const;
  std::size_t last_label(const Path& path) const;

  Labels labels_;
  std::span<const std::int16_t> starts_, pairs_;
  std::vector<std::uint16_t> closed_, starting_;  // labels behind which a name may begin, and those that may stand there
  std::int32_t margin_ = 0;
};

}  // namespace qogam::ner
