// Candidates, judged and filled in.
#include "extract/commitments.h"

#include <algorithm>
#include <utility>

#include "extract/commitment_details.h"
#include "extract/commitment_features.h"
#include "extract/commitment_judge.h"
#include "extract/commitment_reports.h"
#include "extract/topics.h"
#include "text/pool.h"

namespace qogam::extract {
namespace {

constexpr double kLeast = 0.5;
constexpr double kLeastInChain = 0.15;  // of what follows a commitment in its sentence
constexpr double kInChain = 0.6;        // what it then has

class CommitmentFinder {
 public:
  CommitmentFinder(Document& d, const lang::Knowledge& k, const AttributionReader& reader, const CommitmentCandidates& candidates, FeatureCache& cache)
      : d_(d), knowledge_(k), candidates_(candidates), parties_(d, k, reader, candidates), features_(d, k, parties_, cache), details_(d, k) {}

  void run(const std::optional<CommitmentJudge>& judge, double least) {
    for (const CommitmentCandidate& c : candidates_.all()) {
      CommitmentJudge::Verdict verdict = judge ? by_weights(*judge, c) : by_rule(c);
      if (judge && verdict.probability >= kLeastInChain) follow(c, verdict);
      if (verdict.probability < least) continue;
      add(c, verdict);
      last_ = &c;
    }
  }

 private:
  // What the title adds is the same for all candidates of a language.
  CommitmentJudge::Verdict by_weights(const CommitmentJudge& judge, const CommitmentCandidate& c) {
    const std::uint32_t language = features_.language_of(c);
    if (!title_ || title_->first != language) title_.emplace(language, judge.sums(features_.title(language), judge.starts()));
    return judge.verdict(judge.sums(features_.beside_title(c), title_->second));
  }

  // A further infinitive of an order or duty in its sentence ("to clear the roads, to repair the bridge") is what the first one is (a rule with chain=yes).
  void follow(const CommitmentCandidate& c, CommitmentJudge::Verdict& verdict) const {
    if (last_ == nullptr || last_->sentence != c.sentence || knowledge_.rules().field(c.cue, "chain").constant != "yes") return;
    const Commitment& first = d_.commitments.back();
    if (first.kind != "order" && first.kind != "obligation") return;
    verdict.kind = *std::ranges::find(kCommitmentKinds, first.kind);
    verdict.probability = std::max(verdict.probability, std::min(first.confidence, kInChain));
  }

  // What the rules alone make of a candidate.
  CommitmentJudge::Verdict by_rule(const CommitmentCandidate& c) const {
    const bool near = std::ranges::any_of(c.near_misses, [&](const NearMiss& n) {
      return n.where == NearMiss::Where::over || knowledge_.rules().gives(n.rule) == "veto";
    });
    const Party speaker = parties_.speaker(c);
    const bool private_speaker = speaker.entity != kNone && c.kind != "order" && !parties_.is_official(speaker);
    const std::string_view kind = c.kind != "future" ? std::string_view(c.kind) : c.quote != kNone ? "promise" : "plan";
    return {near || private_speaker ? 0 : knowledge_.rules().confidence(c.cue.rule), kind};
  }

  void add(const CommitmentCandidate& candidate, const CommitmentJudge::Verdict& verdict) {
    Commitment c{.span = d_.span_of(candidate.clause), .kind = std::string(verdict.kind), .confidence = verdict.probability, .by = knowledge_.rules().label(candidate.cue.rule)};
    const Party speaker = parties_.speaker(candidate), actor = parties_.actor(candidate, c.kind);
    c.said_by = speaker.entity;
    c.said_by_name = speaker.name;
    c.actor = actor.entity;
    c.actor_name = actor.name;
    c.ordered_by = parties_.orderer(candidate, c.kind, speaker).name;
    if (c.ordered_by.empty() && last_ != nullptr && last_->sentence == candidate.sentence && c.kind == d_.commitments.back().kind) c.ordered_by = d_.commitments.back().ordered_by;
    c.quote = candidate.quote;
    c.deadline = details_.deadline(candidate);
    c.money = details_.money(candidate);
    c.action = details_.action(candidate);
    c.cue = d_.surface(d_.span_of(candidate.cue.tokens));
    c.beneficiaries = details_.beneficiaries(candidate, c.actor_name);
    c.topics = topics_in(d_, knowledge_, c.span);
    d_.commitments.push_back(std::move(c));
  }

  Document& d_;
  const lang::Knowledge& knowledge_;
  const CommitmentCandidates& candidates_;
  PartyReader parties_;
  CommitmentFeatures features_;
  DetailReader details_;
  std::optional<std::pair<std::uint32_t, CommitmentJudge::Sums>> title_;  // a language, and the scores with the title in it
  const CommitmentCandidate* last_ = nullptr;  // the candidate of the last commitment
};

class Commitments final : public Stage {
 public:
  Commitments(const lang::Knowledge& knowledge, std::optional<double> min_confidence)
      : knowledge_(knowledge), judge_(CommitmentJudge::of(knowledge)), least_(min_confidence.value_or(kLeast)) {}
  std::string_view name() const override { return "commitments"; }
  Layers needs() const override { return Layer::quotes | Layer::entities | Layer::topics; }
  Layers gives() const override { return Layer::commitments; }
  void run(Document& d) const override {
    const AttributionReader reader(d, knowledge_);
    const CommitmentCandidates candidates(d, knowledge_, reader);
    if (!candidates.all().empty()) {
      auto cache = caches_.borrow([] { return std::make_unique<FeatureCache>(); });
      CommitmentFinder(d, knowledge_, reader, candidates, *cache).run(judge_, least_);
      caches_.give_back(std::move(cache));
    }
    d.commitment_reports = commitment_reports(d, knowledge_, reader);
  }

 private:
  const lang::Knowledge& knowledge_;
  std::optional<CommitmentJudge> judge_;
  double least_;
  mutable text::Pool<FeatureCache> caches_;
};

}  // namespace

std::unique_ptr<Stage> make_commitments(const lang::Knowledge& knowledge, std::optional<double> min_confidence) {
  return std::make_unique<Commitments>(knowledge, min_confidence);
}

}  // namespace qogam::extract
