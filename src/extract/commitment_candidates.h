// Where a commitment may stand: clauses with a cue, whether it holds or not.
#pragma once

#include <string>
#include <vector>

#include "extract/attribution.h"
#include "lang/knowledge.h"
#include "qogam/document.h"

namespace qogam::extract {

// A near miss (a rule that gives `nothing` or `veto`) beside a cue.
struct NearMiss {
  enum class Where { over, clause, sentence };  // shares tokens with the cue; in its clause; elsewhere in its sentence
  std::uint32_t rule = 0;
  Where where = Where::sentence;
};

// A clause with the match that makes it a candidate.
struct CommitmentCandidate {
  static constexpr std::uint32_t kNoRule = 0xFFFFFFFF;
  lang::Match cue;
  std::string kind;                // what its rule says: promise, order, plan, obligation, or future: one of the first and third
  std::uint32_t sentence = 0;      // number
  TokenRange clause;
  std::int32_t quote = kNone;      // the speech it stands in, direct or indirect
  std::vector<NearMiss> near_misses;
  std::uint32_t after = kNoRule;   // the rule of the candidate before it in its sentence, or in the sentence before
  bool after_sentence = false;     // the latter
  std::int32_t announced_by = kNone;  // the announcement of the list that it is an item of: number in CommitmentCandidates::announcements()

  bool listed() const { return announced_by != kNone; }
};

// The candidates of a document that has quotes. The rule set "commitments" tells cues and near misses:
//   commitment  kind=promise|order|plan|obligation|future [active=yes: the verb's subject orders] [chain=yes: behind an order it is one too]
//   nothing     what looks like one where it shares tokens with a cue
//   veto        ... where it stands anywhere in the sentence
// A sentence with several cues is parted into clauses; words of saying around a clause are no part of it. Refers to what it is given,
// which must outlive it; one thread.
class CommitmentCandidates {
 public:
  CommitmentCandidates(const Document& document, const lang::Knowledge& knowledge, const AttributionReader& reader);

  const std::vector<CommitmentCandidate>& all() const { return all_; }
  // The sentences "X ordered:" that announce lists, as matches of their cues.
  const std::vector<lang::Match>& announcements() const { return announcements_; }

 private:
  struct Part;
  void sentence(std::uint32_t number);
  bool speaks_of_the_state() const;
  std::vector<Part> parts_of(TokenRange sentence, const std::vector<lang::Match>& cues) const;
  std::uint32_t border_between(const lang::Match& a, const lang::Match& b) const;
  bool has_object(const lang::Match& cue) const;
  void add(std::uint32_t sentence, const Part& part, const std::vector<lang::Match>& near_misses);
  void follow_list(std::uint32_t sentence);
  TokenRange without_number(TokenRange clause, TokenRange core) const;
  bool says_what(const lang::Match& cue) const;
  bool only_attributes(const lang::Match& cue) const;
  TokenRange clause_of(TokenRange clause, TokenRange core, std::int32_t quote) const;
  void cut_attribution(TokenRange& clause, TokenRange core) const;
  void close_marks(TokenRange& clause) const;
  std::int32_t quote_around(TokenRange tokens) const;
  std::string_view word(std::uint32_t t) const { return d_.surface(d_.tokens[t].span); }

  const Document& d_;
  const lang::Knowledge& knowledge_;
  const AttributionReader& reader_;
  lang::SentenceIndex index_;
  std::uint32_t complementizer_;
  std::vector<std::int32_t> quote_of_;  // by token: the shortest speech that holds it
  std::int32_t list_ = kNone;           // the announcement whose list goes on
  std::uint32_t list_paragraph_ = 0;    // where its last item stands
  std::vector<CommitmentCandidate> all_;
  std::vector<lang::Match> announcements_;
};

}  // namespace qogam::extract
