// How probable the names of a sentence are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ner/labels.h"

namespace qogam::ner {

// The probability of a name, over all labels that its sentence may have: forward and backward sums, and between them the
// one path through the name ("constrained forward-backward", Culotta and McCallum 2004). Refers to the weights, which
// must outlive it. Immutable; safe from any thread.
class Marginals {
 public:
  // As those of Decoder. `unit`: so many steps of a weight are a natural logarithm.
  Marginals(Labels labels, std::span<const std::int16_t> starts, std::span<const std::int16_t> pairs, double unit);

  // Of each of `names`, in 0..1. `scores`, `stride` and `tokens` are as those of Decoder::best; `first`: the number of the first
  // token of the sentence, from which those of names count.
  std::vector<float> of(std::span<const std::int16_t> scores, std::size_t stride, std::size_t tokens, std::span<const TypedRange> names, std::uint32_t first) const;

 private:
  struct Sums;
  void read_scores(std::span<const std::int16_t> scores, std::size_t stride, Sums& sums) const;
  void forward(Sums& sums) const;
  void backward(Sums& sums) const;
  float of_path(const Sums& sums, const std::vector<std::uint16_t>& path, std::size_t at) const;
  float factor(std::size_t before, std::size_t label) const { return factors_[before * labels_.size() + label]; }

  Labels labels_;
  std::vector<float> starts_;
  std::vector<float> factors_, transposed_;  // exp of the weights of pairs, row by row; 0 of what may not be
  double unit_;
};

}  // namespace qogam::ner
