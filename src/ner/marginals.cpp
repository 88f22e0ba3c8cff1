// Sums over all labels, token by token, scaled so that those of a token are 1.
#include "ner/marginals.h"

#include <algorithm>
#include <cmath>

namespace qogam::ner {
namespace {

constexpr float kNothing = 1e-5F;  // shares of the sum that are not followed further
constexpr double kFarBelow = -16;  // natural logarithms below the best score of a token: as good as never

// Adds share times a row. Rows are long enough for the processor to add many numbers at once.
void add_row(float* to, const float* row, std::size_t size, float share) {
  for (std::size_t k = 0; k < size; ++k) to[k] += share * row[k];
}

}  // namespace

// Rows of labels, one a token.
struct Marginals::Sums {
  std::size_t tokens;
  std::vector<float> shown, forward, backward;  // exp of the scores; sums up to a token with it, and behind it
};

Marginals::Marginals(Labels labels, std::span<const std::int16_t> starts, std::span<const std::int16_t> pairs, double unit)
    : labels_(std::move(labels)), unit_(unit) {
  const auto exp = [&](std::int16_t weight) { return static_cast<float>(std::exp(weight / unit_)); };
  transposed_.resize(labels_.size() * labels_.size());
  for (std::size_t x = 0; x < labels_.size(); ++x) {
    starts_.push_back(labels_.may_start(x) ? exp(starts[x]) : 0);
    for (std::size_t y = 0; y < labels_.size(); ++y) {
      factors_.push_back(labels_.may_follow(x, y) ? exp(pairs[x * labels_.size() + y]) : 0);
      transposed_[y * labels_.size() + x] = factors_.back();
    }
  }
}

void Marginals::read_scores(std::span<const std::int16_t> scores, std::size_t stride, Sums& sums) const {
  const std::size_t size = labels_.size();
  sums.shown.assign(sums.tokens * size, 0);
  for (std::size_t t = 0; t < sums.tokens; ++t) {
    const auto row = scores.subspan(t * stride, size);
    const std::int16_t most = *std::ranges::max_element(row);
    for (std::size_t y = 0; y < size; ++y)
      if (const double below = (row[y] - most) / unit_; below > kFarBelow) sums.shown[t * size + y] = static_cast<float>(std::exp(below));
  }
}

void Marginals::forward(Sums& sums) const {
  const std::size_t size = labels_.size();
  sums.forward.assign(sums.tokens * size, 0);
  for (std::size_t t = 0; t < sums.tokens; ++t) {
    float *at = &sums.forward[t * size], *shown = &sums.shown[t * size], sum = 0;
    if (t == 0) std::ranges::copy(starts_, at);
    else for (std::size_t x = 0; x < size; ++x)
      if (const float before = (at - size)[x]; before > kNothing) add_row(at, &factors_[x * size], size, before);
    for (std::size_t y = 0; y < size; ++y) {
      at[y] = t + 1 < sums.tokens || labels_.may_end(y) ? at[y] * shown[y] : 0;
      sum += at[y];
    }
    sum = std::max(sum, 1e-30F);
    for (std::size_t y = 0; y < size; ++y) at[y] /= sum, shown[y] /= sum;
  }
}

void Marginals::backward(Sums& sums) const {
  const std::size_t size = labels_.size();
  sums.backward.assign(sums.tokens * size, 0);
  for (std::size_t y = 0; y < size; ++y) sums.backward[(sums.tokens - 1) * size + y] = labels_.may_end(y) ? 1.0F : 0.0F;
  for (std::size_t t = sums.tokens - 1; t > 0; --t) {
    const float *behind = &sums.backward[t * size], *shown = &sums.shown[t * size];
    float* at = &sums.backward[(t - 1) * size];
    for (std::size_t y = 0; y < size; ++y)
      if (const float share = shown[y] * behind[y]; share > kNothing) add_row(at, &transposed_[y * size], size, share);
  }
}

// `path`: the labels of a name; `at`: where its first token stands in the sentence.
float Marginals::of_path(const Sums& sums, const std::vector<std::uint16_t>& path, std::size_t at) const {
  const std::size_t size = labels_.size();
  float mass = sums.forward[at * size + path[0]];
  for (std::size_t k = 1; k < path.size(); ++k) mass *= factor(path[k - 1], path[k]) * sums.shown[(at + k) * size + path[k]];
  return std::clamp(mass * sums.backward[(at + path.size() - 1) * size + path.back()], 0.0F, 1.0F);
}

std::vector<float> Marginals::of(std::span<const std::int16_t> scores, std::size_t stride, std::size_t tokens, std::span<const TypedRange> names, std::uint32_t first) const {
  std::vector<float> probabilities;
  if (names.empty()) return probabilities;
  Sums sums{tokens, {}, {}, {}};
  read_scores(scores, stride, sums);
  forward(sums);
  backward(sums);
  for (const TypedRange& name : names)
    probabilities.push_back(of_path(sums, labels_.labels_of(std::span(&name, 1), name.tokens), name.tokens.first - first));
  return probabilities;
}

}  // namespace qogam::ner
