// Candidates of documents as chains of one.
#include "learn/train_commitments.h"

#include <algorithm>

#include "extract/commitment_features.h"
#include "extract/commitment_judge.h"
#include "learn/judge.h"

namespace qogam::learn {
namespace {

std::vector<std::string> kinds() { return {extract::kCommitmentKinds.begin(), extract::kCommitmentKinds.end()}; }

}  // namespace

CommitmentTraining::CommitmentTraining(const lang::Knowledge& knowledge, const NameTraining& options)
    : knowledge_(knowledge), labels_(kinds()), wording_([&knowledge](std::string_view text) { return knowledge.fold(text); }), training_(options, labels_) {}

void CommitmentTraining::read(const Document& d, const std::vector<Pledge>& gold, FeatureIndex& index, std::vector<ChainSentence>& rows) {
  const extract::AttributionReader reader(d, knowledge_);
  const extract::CommitmentCandidates candidates(d, knowledge_, reader);
  const extract::PartyReader parties(d, knowledge_, reader, candidates);
  const extract::CommitmentFeatures features(d, knowledge_, parties);
  const auto& all = candidates.all();
  std::vector<std::string> clauses;
  for (const extract::CommitmentCandidate& c : all) clauses.emplace_back(d.surface(d.span_of(c.clause)));
  const Pairs pairs = pair_commitments(wording_, gold, clauses);
  std::vector<const Pledge*> met(all.size());
  for (const auto& [g, c] : pairs.matched) met[c] = &gold[g];
  candidates_ += all.size();
  unmet_ += static_cast<std::size_t>(std::ranges::count_if(pairs.missed, [&](std::size_t g) { return !gold[g].borderline; }));
  for (std::size_t c = 0; c < all.size(); ++c) {
    const Pledge* g = met[c];
    if (g != nullptr && g->borderline) continue;
    const auto kind = g == nullptr ? extract::kCommitmentKinds.end() : std::ranges::find(extract::kCommitmentKinds, g->kind);
    std::vector<ner::TypedRange> answer;
    if (kind != extract::kCommitmentKinds.end()) answer.push_back({{0, 1}, static_cast<std::uint32_t>(kind - extract::kCommitmentKinds.begin())});
    ChainSentence& row = rows.emplace_back();
    row.labels = labels_.labels_of(answer, {0, 1});
    for (const std::uint32_t f : features.of(all[c])) row.met.push_back({0, index.number({f, 0, 0}, false)});
  }
}

void CommitmentTraining::learn_from(const Document& document, const std::vector<Pledge>& gold, int times) {
  training_.learn_from([&](FeatureIndex& index, std::vector<ChainSentence>& rows) { read(document, gold, index, rows); }, times);
}

void CommitmentTraining::hold_out(const std::function<void(const Take&)>& documents) {
  training_.hold_out([&](FeatureIndex& index, std::vector<ChainSentence>& rows) {
    documents([&](const Document& d, const std::vector<Pledge>& gold) { read(d, gold, index, rows); });
  });
}

}  // namespace qogam::learn
