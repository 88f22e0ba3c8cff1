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
  Verdict judge(std::span<const std::uint32_t> features) const;

 private:
  const lang::NameWeights* weights_;
  static constexpr std::size_t kNoAnswer = 1 + kCommitmentKinds.size();
  std::vector<std::uint8_t> answers_;       // by the position of a weight: 0 none, the kinds from 1 on, kNoAnswer
  std::array<int, kNoAnswer> starts_{};     // of the answers
};

}  // namespace qogam::extract
