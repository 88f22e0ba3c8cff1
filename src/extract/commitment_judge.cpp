// Scores of five answers.
#include "extract/commitment_judge.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "extract/each_weight.h"
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
  const std::size_t own = lang::NameModel::kReach * weights.labels().size();  // positions of the token itself
  answers_.assign((2 * lang::NameModel::kReach + 1) * weights.labels().size(), kNoAnswer);
  const auto give = [&](std::size_t answer, std::size_t label) {
    answers_[own + label] = static_cast<std::uint8_t>(answer);
    starts_[answer] = weights.starts()[label];
  };
  give(0, 0);
  for (std::uint32_t k = 0; k < kCommitmentKinds.size(); ++k) give(k + 1, labels.labels_of(std::vector<ner::TypedRange>{{{0, 1}, k}}, {0, 1}).front());
}

// Weights are whole numbers, so that their order does not count.
CommitmentJudge::Sums CommitmentJudge::sums(std::span<const std::uint32_t> features, const Sums& others) const {
  std::array<int, kNoAnswer + 1> sums{};  // and one for what is no answer
  std::ranges::copy(others, sums.begin());
  each_weight(*weights_, features.size(), [&](std::size_t k) { return features[k]; }, [&](std::size_t, const lang::NameWeight& w) { sums[answers_[w.position]] += w.weight; });
  Sums of_answers;
  std::copy_n(sums.begin(), of_answers.size(), of_answers.begin());
  return of_answers;
}

CommitmentJudge::Verdict CommitmentJudge::verdict(const Sums& sums) const {
  std::array<double, kNoAnswer> scores;
  std::ranges::copy(sums, scores.begin());
  for (double& s : scores) s /= lang::NameModel::kUnit * weights_->temperature();
  const double most = *std::ranges::max_element(scores);
  double sum = 0;
  for (double& s : scores) sum += s = std::exp(s - most);
  const auto best = std::ranges::max_element(scores.begin() + 1, scores.end());
  return {1 - scores[0] / sum, kCommitmentKinds[static_cast<std::size_t>(best - scores.begin()) - 1]};
}

}  // namespace qogam::extract
