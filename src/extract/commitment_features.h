// What the learnt model of commitments sees of a candidate.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "extract/cluster_cache.h"
#include "extract/commitment_parties.h"

namespace qogam::extract {

// Features of the candidates of one document, as hashes: the rule and the near misses beside it, the words and forms of the cue, who speaks and who would
// act, the dates, and the kind of text. Those of words are of one language, the others are shared by all. Refers to what it is given, which must outlive it.
class CommitmentFeatures {
 public:
  // `clusters` serves many documents of the same knowledge.
  CommitmentFeatures(const Document& document, const lang::Knowledge& knowledge, const PartyReader& parties, ClusterCache& clusters);
  CommitmentFeatures(const Document& document, const lang::Knowledge& knowledge, const PartyReader& parties);

  std::vector<std::uint32_t> of(const CommitmentCandidate& candidate) const;

 private:
  class Adder;
  void add_rules(const CommitmentCandidate& candidate, Adder& add) const;
  void add_forms(const CommitmentCandidate& candidate, Adder& add) const;
  void add_words(const CommitmentCandidate& candidate, Adder& add) const;
  void add_nouns(const CommitmentCandidate& candidate, Adder& add) const;
  const std::vector<std::uint32_t>& title(std::uint32_t language) const;
  std::uint32_t lemma(std::uint32_t token) const;
  std::uint32_t cluster(std::uint32_t language, std::uint32_t token) const { return clusters_.find(knowledge_, language, d_.folded(d_.words[token])); }
  void add_parties(const CommitmentCandidate& candidate, Adder& add) const;
  void add_dates(const CommitmentCandidate& candidate, Adder& add) const;
  void add_place(const CommitmentCandidate& candidate, Adder& add) const;

  std::optional<std::uint32_t> noun_beside(const CommitmentCandidate& candidate, Features grammatical_case) const;

  const Document& d_;
  const lang::Knowledge& knowledge_;
  const PartyReader& parties_;
  std::unique_ptr<ClusterCache> own_clusters_;  // where none are given
  ClusterCache& clusters_;
  std::size_t bodies_;  // of the state, that the document names
  mutable std::optional<std::pair<std::uint32_t, std::vector<std::uint32_t>>> title_;  // a language, and the features of the title in it
};

}  // namespace qogam::extract
