// Forward, backward, and the step.
#include "learn/chain.h"

#include <algorithm>
#include <cmath>

#include "lang/name_weights.h"

namespace qogam::learn {
namespace {

constexpr std::size_t kReach = lang::NameModel::kReach;
constexpr float kSmall = 1e-4F;  // slopes below this teach nothing

}  // namespace

void FtrlWeights::learn(std::size_t k, float g) {
  const float n = n_[k] + g * g;
  const float root = std::sqrt(n);
  z_[k] += g - (root - std::sqrt(n_[k])) / options_.rate * w_[k];
  n_[k] = n;
  const float size = std::abs(z_[k]) - options_.l1;
  w_[k] = size <= 0 ? 0 : -std::copysign(size, z_[k]) / ((1 + root) / options_.rate + options_.l2);
}

void FtrlWeights::remember() {
  for (std::size_t k = 0; k < w_.size(); ++k) sums_[k] += w_[k];
  ++times_;
}

void Chain::remember() {
  for (FtrlWeights* w : {&weights_, &starts_, &pairs_}) w->remember();
}

Chain::Chain(ner::Labels labels, const std::vector<std::vector<std::uint16_t>>& positions, FtrlWeights::Options options)
    : labels_(std::move(labels)), first_{0} {
  for (const auto& row : positions) {
    positions_.insert(positions_.end(), row.begin(), row.end());
    first_.push_back(static_cast<std::uint32_t>(positions_.size()));
  }
  const std::size_t size = labels_.size();
  weights_ = FtrlWeights(positions_.size(), options);
  options.l1 = 0;
  starts_ = FtrlWeights(size, options);
  pairs_ = FtrlWeights(size * size, options);
  allowed_.resize(size * size);
  for (std::size_t x = 0; x < size; ++x)
    for (std::size_t y = 0; y < size; ++y) allowed_[x * size + y] = labels_.may_follow(x, y) ? 1 : 0;
}

template <typename Weight>
void Chain::score(const ChainSentence& s, Weight weight) {
  const std::size_t size = labels_.size();
  scores_.assign((s.labels.size() + 2 * kReach) * size, 0);
  for (const Met& m : s.met) {
    float* at = &scores_[m.token * size];
    for (std::uint32_t k = first_[m.feature]; k < first_[m.feature + 1]; ++k) at[positions_[k]] += weight(k);
  }
}

// alpha, scaled to sums of 1 a token; shown is exp of the scores, scaled too. Gives the logarithm of the sum over all
// labels.
double Chain::forward(std::size_t tokens) {
  const std::size_t size = labels_.size();
  shown_.resize(tokens * size);
  alpha_.assign(tokens * size, 0);
  double log_sum = 0;
  for (std::size_t t = 0; t < tokens; ++t) {
    const float* score = &scores_[(t + kReach) * size];
    float *alpha = &alpha_[t * size], *shown = &shown_[t * size];
    const float most = *std::max_element(score, score + size);
    for (std::size_t y = 0; y < size; ++y) shown[y] = std::exp(score[y] - most);
    if (t == 0) {
      for (std::size_t y = 0; y < size; ++y) alpha[y] = labels_.may_start(y) ? std::exp(starts_[y]) : 0;
    } else {
      for (std::size_t x = 0; x < size; ++x)
        if (const float before = alpha_[(t - 1) * size + x]; before > 1e-12F)
          for (std::size_t y = 0; y < size; ++y) alpha[y] += before * allowed_[x * size + y];
    }
    float sum = 0;
    for (std::size_t y = 0; y < size; ++y) {
      alpha[y] *= shown[y];
      if (t + 1 == tokens && !labels_.may_end(y)) alpha[y] = 0;
      sum += alpha[y];
    }
    sum = std::max(sum, 1e-30F);
    for (std::size_t y = 0; y < size; ++y) alpha[y] /= sum, shown[y] /= sum;
    log_sum += most + std::log(sum);
  }
  return log_sum;
}

// Slopes of scores, and in expected_ how often each pair is expected.
void Chain::backward(const ChainSentence& s) {
  const std::size_t size = labels_.size(), tokens = s.labels.size();
  beta_.assign(tokens * size, 0);
  expected_.assign(size * size, 0);
  slopes_.assign(scores_.size(), 0);
  for (std::size_t y = 0; y < size; ++y) beta_[(tokens - 1) * size + y] = labels_.may_end(y) ? 1.0F : 0.0F;
  std::vector<float> behind(size);
  for (std::size_t t = tokens; t-- > 0;) {
    const float *alpha = &alpha_[t * size], *beta = &beta_[t * size];
    float* slope = &slopes_[(t + kReach) * size];
    for (std::size_t y = 0; y < size; ++y) slope[y] = alpha[y] * beta[y];
    slope[s.labels[t]] -= 1;
    if (t == 0) break;
    for (std::size_t y = 0; y < size; ++y) behind[y] = shown_[t * size + y] * beta[y];
    for (std::size_t x = 0; x < size; ++x) {
      const float before = alpha_[(t - 1) * size + x];
      const float* pair = &allowed_[x * size];
      float sum = 0;
      for (std::size_t y = 0; y < size; ++y) sum += pair[y] * behind[y];
      beta_[(t - 1) * size + x] = sum;
      if (before * sum > 1e-7F)
        for (std::size_t y = 0; y < size; ++y) expected_[x * size + y] += before * pair[y] * behind[y];
    }
  }
}

void Chain::update_pairs(const ChainSentence& s) {
  const std::size_t size = labels_.size();
  for (std::size_t t = 1; t < s.labels.size(); ++t) expected_[s.labels[t - 1] * size + s.labels[t]] -= 1;
  for (std::size_t k = 0; k < expected_.size(); ++k)
    if (allowed_[k] > 0 && std::abs(expected_[k]) > kSmall) {
      pairs_.learn(k, expected_[k]);
      allowed_[k] = std::exp(pairs_[k]);
    }
  for (std::size_t y = 0; y < size; ++y)
    if (const float slope = slopes_[kReach * size + y]; std::abs(slope) > kSmall) starts_.learn(y, slope);
}

void Chain::update(const ChainSentence& s) {
  const std::size_t size = labels_.size();
  for (const Met& m : s.met) {
    const float* at = &slopes_[m.token * size];
    for (std::uint32_t k = first_[m.feature]; k < first_[m.feature + 1]; ++k)
      if (const float slope = at[positions_[k]]; std::abs(slope) > kSmall) weights_.learn(k, slope);
  }
}

double Chain::learn(const ChainSentence& s) {
  if (s.labels.empty()) return 0;
  const std::size_t size = labels_.size();
  score(s, [&](std::size_t k) { return weights_[k]; });
  double gold = starts_[s.labels[0]];
  for (std::size_t t = 0; t < s.labels.size(); ++t) {
    gold += scores_[(t + kReach) * size + s.labels[t]];
    if (t > 0) gold += pairs_[s.labels[t - 1] * size + s.labels[t]];
  }
  const double loss = forward(s.labels.size()) - gold;
  backward(s);
  update_pairs(s);
  update(s);
  return loss;
}

std::vector<std::uint16_t> Chain::best(const ChainSentence& s) {
  const std::size_t size = labels_.size(), tokens = s.labels.size();
  if (tokens == 0) return {};
  score(s, [&](std::size_t k) { return weights_.mean(k) * scale_; });
  std::vector<float> path(size, -1e30F), next(size);
  std::vector<std::uint16_t> from(tokens * size);
  for (std::size_t y = 0; y < size; ++y)
    if (labels_.may_start(y)) path[y] = starts_.mean(y) + scores_[kReach * size + y];
  for (std::size_t t = 1; t < tokens; ++t, path.swap(next))
    for (std::size_t y = 0; y < size; ++y) {
      float best = -1e30F;
      for (std::size_t x = 0; x < size; ++x)
        if (allowed_[x * size + y] > 0)
          if (const float v = path[x] + pairs_.mean(x * size + y); v > best) best = v, from[t * size + y] = static_cast<std::uint16_t>(x);
      next[y] = best + scores_[(t + kReach) * size + y];
    }
  std::size_t y = 0;
  for (std::size_t k = 0; k < size; ++k)
    if (labels_.may_end(k) && path[k] > path[y]) y = k;
  std::vector<std::uint16_t> labels(tokens);
  for (std::size_t t = tokens; t-- > 0; y = from[t * size + y]) labels[t] = static_cast<std::uint16_t>(y);
  return labels;
}

}  // namespace qogam::learn
