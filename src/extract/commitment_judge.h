// How probable it is that a candidate is a commitment, and of which kind, by learnt weights.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lang/knowledge.h"
#include "lang/name_weights.h"

namespace qogam::extract {

inline constexpr std::array<std::string_view, 4> kCommitmentKinds{"promise", "order", "plan", "obligation"};

// A maximum-entropy classifier (Berger et al. 1996) with five answers: none, or one of the four kinds. Refers to its weights
// (models/common/commitments/kind.weights). Immutable; safe from any thread.
class CommitmentJudge {
 public:
  // Nothing where the knowledge, which must outlive it, has no weights. Throws Error{Cause::models} where they are of something else.
  static std::optional<CommitmentJudge> of(const lang::Knowledge& knowledge);
  explicit CommitmentJudge(const lang::NameWeights& weights);

  struct Verdict {
    double probability = 0;  // that it is a commitment, 0..1
    std::string_view kind;   // the likeliest
  };
  Verdict judge(std::span<const std::uint32_t> features) const { return verdict(sums(features, starts_)); }
  // The same in parts: what features add to the scores of the answers, none and the kinds, before all or to what others add; and what scores tell.
  using Sums = std::array<int, 1 + kCommitmentKinds.size()>;
  Sums sums(std::span<const std::uint32_t> features, const Sums& others) const;
  const Sums& starts() const { return starts_; }
  Verdict verdict(const Sums& sums) const;

 private:
  const lang::NameWeights* weights_;
  static constexpr std::size_t kNoAnswer = 1 + kCommitmentKinds.size();
  std::vector<std::uint8_t> answers_;       // by the position of a weight: 0 none, the kinds from 1 on, kNoAnswer
  Sums starts_{};                           // of the answers
};

}  // namespace qogam::extract
