// What the learnt model of commitments sees of a candidate.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "extract/cluster_cache.h"
#include "extract/commitment_parties.h"
#include "extract/rule_hashes.h"

namespace qogam::extract {

// What features look up again and again. Of one knowledge; for one thread at a time.
struct FeatureCache {
  ClusterCache clusters;
  RuleHashes rules;
};

// Features of the candidates of one document, as hashes: the rule and the near misses beside it, the words and forms of the cue, who speaks and who would
// act, the dates, and the kind of text. Those of words are of one language, the others are shared by all. Refers to what it is given, which must outlive it. One thread.
class CommitmentFeatures {
 public:
  // `cache` serves many documents.
  CommitmentFeatures(const Document& document, const lang::Knowledge& knowledge, const PartyReader& parties, FeatureCache& cache);
  CommitmentFeatures(const Document& document, const lang::Knowledge& knowledge, const PartyReader& parties);

  // Each once, ascending.
  std::vector<std::uint32_t> of(const CommitmentCandidate& candidate) const;

  // The same in two parts, each once, in no order: those of the candidate, and those of the title of the document, which are the same for all candidates of a language.
  std::vector<std::uint32_t> beside_title(const CommitmentCandidate& candidate) const;
  const std::vector<std::uint32_t>& title(std::uint32_t language) const;
  std::uint32_t language_of(const CommitmentCandidate& candidate) const { return knowledge_.base_language(d_.sentences[candidate.sentence].language); }

 private:
  class Adder;
  void add_rules(const CommitmentCandidate& candidate, Adder& add) const;
  void add_forms(const CommitmentCandidate& candidate, Adder& add) const;
  void add_words(const CommitmentCandidate& candidate, Adder& add) const;
  void add_nouns(const CommitmentCandidate& candidate, Adder& add) const;
  void add_parties(const CommitmentCandidate& candidate, Adder& add) const;
  void add_dates(const CommitmentCandidate& candidate, Adder& add) const;
  void add_place(const CommitmentCandidate& candidate, Adder& add) const;

  std::uint32_t lemma(std::uint32_t token) const;
  std::uint32_t cluster(std::uint32_t language, std::uint32_t token) const { return cache_.clusters.find(knowledge_, language, d_.folded(d_.words[token])); }
  std::uint32_t rule(std::uint32_t number) const { return cache_.rules.of(knowledge_.rules(), number); }
  std::optional<std::uint32_t> noun_beside(const CommitmentCandidate& candidate, Features grammatical_case) const;

  const Document& d_;
  const lang::Knowledge& knowledge_;
  const PartyReader& parties_;
  std::unique_ptr<FeatureCache> own_cache_;  // where none is given
  FeatureCache& cache_;
  std::size_t bodies_;  // of the state, that the document names
  mutable std::optional<std::pair<std::uint32_t, std::vector<std::uint32_t>>> title_;  // a language, and the features of the title in it
};

}  // namespace qogam::extract
