// Viterbi's algorithm over labels of names.
#include "ner/decoder.h"

#include <algorithm>

namespace qogam::ner {
namespace {

constexpr std::int32_t kNever = -100'000'000;

}  // namespace

Decoder::Decoder(Labels labels, std::span<const std::int16_t> starts, std::span<const std::int16_t> pairs)
    : labels_(std::move(labels)), starts_(starts), pairs_(pairs) {
  for (std::size_t y = 0; y < labels_.size(); ++y) {
    if (labels_.may_end(y)) closed_.push_back(static_cast<std::uint16_t>(y));
    if (labels_.may_start(y)) starting_.push_back(static_cast<std::uint16_t>(y));
  }
  std::int32_t most = 0, least = 0;
  for (const std::size_t x : closed_)
    for (const std::size_t y : starting_) {
      most = std::max<std::int32_t>(most, pairs_[x * labels_.size() + y]);
      least = std::min<std::int32_t>(least, pairs_[x * labels_.size() + y]);
    }
  margin_ = most - least;
}

void Decoder::step(const std::int16_t* scores, std::uint16_t* from, Path& path) const {
  const std::size_t size = labels_.size();
  std::int32_t most = kNever;
  for (const std::size_t x : closed_) most = std::max(most, path.score[x]);
  path.candidates.clear();
  for (const std::uint16_t x : closed_)
    if (path.score[x] + margin_ >= most) path.candidates.push_back(x);
  for (const std::size_t y : starting_) {
    std::int32_t best = kNever * 2;
    for (const std::uint16_t x : path.candidates)
      if (const std::int32_t s = path.score[x] + pairs_[x * size + y]; s > best) best = s, from[y] = x;
    path.next[y] = std::max(best + scores[y], kNever);
  }
  for (std::size_t b = 1; b < size; b += 4) {  // inside and end behind begin and inside
    for (const std::size_t y : {b + 1, b + 2}) {
      const std::int32_t behind_begin = path.score[b] + pairs_[b * size + y], behind_inside = path.score[b + 1] + pairs_[(b + 1) * size + y];
      from[y] = static_cast<std::uint16_t>(behind_inside > behind_begin ? b + 1 : b);
      path.next[y] = std::max(std::max(behind_begin, behind_inside) + scores[y], kNever);
    }
  }
  path.score.swap(path.next);
}

std::size_t Decoder::last_label(const Path& path) const {
  std::size_t best = 0;
  for (const std::size_t y : closed_)
    if (path.score[y] > path.score[best]) best = y;
  return best;
}

void Decoder::best(std::span<const std::int16_t> scores, std::size_t stride, std::size_t tokens, std::vector<std::uint16_t>& labels) const {
  const std::size_t size = labels_.size();
  labels.assign(tokens, 0);
  if (tokens == 0) return;
  Path path{std::vector<std::int32_t>(size, kNever), std::vector<std::int32_t>(size, kNever), std::vector<std::uint16_t>(tokens * size), {}};
  for (const std::size_t y : starting_) path.score[y] = starts_[y] + scores[y];
  for (std::size_t t = 1; t < tokens; ++t) step(&scores[t * stride], &path.from[t * size], path);
  std::size_t y = last_label(path);
  for (std::size_t t = tokens; t-- > 0;) {
    labels[t] = static_cast<std::uint16_t>(y);
    y = path.from[t * size + y];
  }
}

}  // namespace qogam::ner
