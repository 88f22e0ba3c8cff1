// Scores of five answers.
#include "extract/commitment_judge.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ner/labels.h"
#include "qogam/error.h"

namespace qogam::extract {
namespace {

constexpr const char* kName = "kind";

}  // namespace

std::optional<CommitmentJudge> CommitmentJudge::of(const lang::Knowledge& knowledge) {
  const auto weights = knowledge.commitment_weights().find(kName);
  return weights == knowledge.commitment_weights().end() ? std::nullopt : std::optional<CommitmentJudge>(std::in_place, weights->second);
}

CommitmentJudge::CommitmentJudge(const lang::NameWeights& weights) : weights_(&weights) {
  const ner::Labels labels = ner::Labels::of_names(weights.labels());
  if (!std::ranges::equal(labels.types(), kCommitmentKinds))
    throw Error(Cause::models, std::string("common/commitments/") + kName + ".weights are weights of something else; make them with qogam train commitments.");
  for (std::uint32_t k = 0; k < kCommitmentKinds.size(); ++k) labels_[k] = labels.labels_of(std::vector<ner::TypedRange>{{{0, 1}, k}}, {0, 1}).front();
}

CommitmentJudge::Verdict CommitmentJudge::judge(std::span<const std::uint32_t> features) const {
  const std::size_t own = lang::NameModel::kReach * weights_->labels().size();  // positions of the token itself
  std::array<double, 5> scores{static_cast<double>(weights_->starts()[0])};
  for (std::size_t k = 0; k < labels_.size(); ++k) scores[k + 1] = weights_->starts()[labels_[k]];
  for (const std::uint32_t f : features)
    for (const lang::NameWeight& w : weights_->row(f)) {
      if (w.position == own) scores[0] += w.weight;
      for (std::size_t k = 0; k < labels_.size(); ++k)
        if (w.position == own + labels_[k]) scores[k + 1] += w.weight;
    }
  for (double& s : scores) s /= lang::NameModel::kUnit * weights_->temperature();
  const double most = *std::ranges::max_element(scores);
  double sum = 0;
  for (double& s : scores) sum += s = std::exp(s - most);
  const auto best = std::ranges::max_element(scores.begin() + 1, scores.end());
  return {1 - scores[0] / sum, kCommitmentKinds[static_cast<std::size_t>(best - scores.begin()) - 1]};
}

}  // namespace qogam::extract
