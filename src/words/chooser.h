// Which reading of each word a sentence asks for.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "qogam/features.h"
#include "qogam/document.h"

namespace qogam::words {

// A word that waits for the choice: its readings with their costs (the cheapest is the likeliest
// by itself) and its shape, with feature::start where it begins the sentence.
struct Choice {
  std::span<const Analysis> readings;
  std::span<const std::int32_t> costs;  // of the first readings; those behind are not chosen from
  Features shape = 0;
};

// Costs of neighbours, from the lines of a file of models/ (context.tsv). Immutable; safe from any
// thread. The method is a bigram model over readings (Viterbi 1967), the readings' costs in place
// of emissions.
class Chooser {
 public:
  Chooser() = default;
  // Throws Error{Cause::models} with the line that cannot be understood.
  Chooser(const std::string& path, std::string_view text);

  bool empty() const { return tags_.empty(); }

  // The number of the reading for each word.
  std::vector<std::uint32_t> choose(std::span<const Choice> words) const;

 private:
  struct Tag {
    Features needs, forbids;
    std::uint32_t number;
  };
  struct ShapeCost {
    Features needs, forbids;
    std::uint32_t tag;
    std::int32_t cost;
  };
  std::uint32_t tag_of(Features f) const;
  std::int32_t pair(std::uint32_t left, std::uint32_t right) const { return pairs_[left * (edge_ + 1) + right]; }
  std::int32_t shape_cost(Features shape, std::uint32_t tag) const;

  std::vector<Tag> tags_;            // the first that fits
  std::uint32_t edge_ = 0;           // the number that stands for both edges of the sentence
  std::vector<std::int32_t> pairs_;
  std::vector<ShapeCost> shapes_;
};

}  // namespace qogam::words
