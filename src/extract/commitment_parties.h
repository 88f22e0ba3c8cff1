// Who is to act, who says so and who ordered it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/commitment_candidates.h"
#include "lang/inflection.h"

namespace qogam::extract {

// A party of a commitment: an entity, or only what it is called, in the nominative; neither where nobody is told.
struct Party {
  std::int32_t entity = kNone;
  std::string name;
  bool told() const { return entity != kNone || !name.empty(); }
};

// Reads the parties of candidates. Refers to what it is given, which must outlive it; one thread.
class PartyReader {
 public:
  PartyReader(const Document& document, const lang::Knowledge& knowledge, const AttributionReader& reader, const CommitmentCandidates& candidates);

  // Whose word it is: the speaker of the speech it stands in, or who promises.
  Party speaker(const CommitmentCandidate& candidate) const;
  // Who ordered it, for a candidate of that kind: the subject of its verb, the announcement of its list, "by order of", or the official who says that it must be.
  Party orderer(const CommitmentCandidate& candidate, const std::string& kind, const Party& speaker) const;
  // Who is to act, for a candidate of that kind: for an order who is told to in an oblique case, else the subject of the clause, by whom it is done, or the speaker who says "I"; nobody where they say "we".
  Party actor(const CommitmentCandidate& candidate, const std::string& kind) const;

  // Whether a party is an official; the kind of its entity, empty where it has none.
  bool is_official(const Party& party) const;
  std::string kind_of(const Party& party) const;

 private:
  std::vector<const Mention*> parties_in(TokenRange tokens) const;
  Party party(const Mention& mention) const;
  Party person(std::int32_t entity, const std::string& otherwise = {}) const;
  Party who_orders(TokenRange cue) const;
  bool has_authority(const Party& party) const;
  Party by_order_of(const CommitmentCandidate& candidate) const;
  bool is_imperative(const CommitmentCandidate& candidate) const;
  bool ordered_subject(const CommitmentCandidate& candidate) const;
  Party addressed(const CommitmentCandidate& candidate) const;
  Party addressee(const CommitmentCandidate& candidate) const;
  Party subject(const CommitmentCandidate& candidate) const;
  Party by_whom(const CommitmentCandidate& candidate) const;
  bool is_head_last(const CommitmentCandidate& candidate) const;
  bool has_vnoun(const CommitmentCandidate& candidate, Features grammatical_case) const;
  const Mention* stands_for(std::uint32_t entry, TokenRange noun) const;
  void find_appositions();
  Party noun(TokenRange tokens, Features cases, TokenRange near) const;
  Party carried_over(const CommitmentCandidate& candidate) const;
  Features first_person(const CommitmentCandidate& candidate) const;
  bool first_person_dative(TokenRange tokens) const;
  bool may_be(std::uint32_t token, Features features) const;
  bool is_oblique(const Mention& mention, Features cases) const;

  const Document& d_;
  const lang::Knowledge& knowledge_;
  const AttributionReader& reader_;
  const CommitmentCandidates& candidates_;
  lang::Inflector inflector_;
  std::map<std::uint32_t, const Mention*> called_;  // entry of a noun -> the body that is first told beside it ("the contractor, X LLP")
  std::uint32_t doer_, adposition_, by_order_;  // lexicon classes: nouns that name who acts; words between an order and who is told to; words before or behind who ordered
};

}  // namespace qogam::extract
