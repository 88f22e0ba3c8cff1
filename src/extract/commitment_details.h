// What a commitment says besides who: by when, for how much, what is to be done, for whom.
#pragma once

#include "extract/commitment_parties.h"

namespace qogam::extract {

// Fills in the details of commitments. Refers to what it is given, which must outlive it; one thread.
class DetailReader {
 public:
  DetailReader(const Document& document, const lang::Knowledge& knowledge);

  // The date inside the clause that a rule marks with deadline=yes, or else one that does not lie before the publication, a length of time "within" (lexicon class
  // `within`), one that cannot be resolved, or something that is done again and again; nothing where there is none. Dates that only say of which time something is are none (class `of-period`).
  std::optional<Deadline> deadline(const CommitmentCandidate& candidate) const;
  // The first sum inside the clause, as a number in Document::money, or kNone.
  std::int32_t money(const CommitmentCandidate& candidate) const;
  // The lemma of the verb that tells what is to be done, with its object and place as they stand ("build three schools in Ridder").
  std::string action(const CommitmentCandidate& candidate) const;
  // People for whom it is done (lexicon class `beneficiary`), in the nominative: those in the dative, or behind or before a word of class `for-whom`.
  std::vector<std::string> beneficiaries(const CommitmentCandidate& candidate, const std::string& actor) const;

 private:
  int deadline_rank(const TimeExpression& expression) const;
  const Mention* mention_of(const TimeExpression& expression) const;
  bool is_marked(const TimeExpression& expression) const;
  bool is_within(const TimeExpression& expression) const;
  bool is_attribute(const TimeExpression& expression) const;
  bool is_predicate(const TimeExpression& expression) const;
  std::optional<std::uint32_t> main_verb(const CommitmentCandidate& candidate) const;
  bool ends_phrase(std::uint32_t token) const;
  bool in_date(std::uint32_t token) const;
  std::string citation(std::uint32_t verb) const;
  bool is_covered(std::uint32_t lexicon, std::uint32_t token) const;

  const Document& d_;
  const lang::Knowledge& knowledge_;
  lang::Inflector inflector_;
  std::uint32_t within_, beneficiary_, for_whom_, of_period_;
};

}  // namespace qogam::extract
