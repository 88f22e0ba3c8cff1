// Short ways to what learnt weights say give what the long ones give.
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/commitment_features.h"
#include "extract/commitment_judge.h"
#include "extract/topic_judge.h"
#include "extract/topic_word_rows.h"
#include "support/analysis.h"

namespace qogam::extract {
namespace {

using qogam::test::analysed_plain;
using qogam::test::real_knowledge;

std::vector<Document> documents() {
  std::vector<Document> all;
  for (const char* text : {"В городе начался ремонт дорог. Аким города поручил до 1 декабря отремонтировать мост и построить школу. Дорожники уложат асфальт, а тарифы на воду снизят.",
                           "Министр здравоохранения сообщил, что в области построят больницу. Акимат планирует открыть три школы. Бюджет участия увеличат, поручил аким.",
                           "Аким қала жолдарын жөндеуді тапсырды. Мектеп салынады."})
    all.push_back(analysed_plain(text));
  return all;
}

TEST(TopicWeights, rows_of_words_add_what_the_judge_adds) {
  const auto& knowledge = *real_knowledge();
  const auto judge = TopicJudge::of(knowledge, TopicQuestion::about);
  ASSERT_TRUE(judge);
  const ner::YesNo whole(judge->answer().weights());
  std::optional<TopicWordRows> rows;
  std::size_t judged = 0;
  for (const Document& d : documents()) {
    const auto evidence = TopicCues(d, knowledge).of_document();
    const TopicFeatures features(d, knowledge, evidence);
    std::vector<std::uint32_t> own;
    for (std::size_t t = 0; t < evidence.size(); ++t) own.push_back(features.own(t));
    if (!rows) rows.emplace(*judge, own);
    TopicWordRows::Topics asked = 0;
    for (std::size_t t = 0; t < evidence.size(); ++t) {
      if (!features.judged(t)) continue;
      ++judged;
      asked |= TopicWordRows::Topics{1} << t;
      EXPECT_EQ(rows->sums(features.words(), asked)[t], judge->of_words(features, t));
      EXPECT_DOUBLE_EQ(judge->probability(features, t), ner::YesNo::probability(whole.log_odds(features.of(t))));
    }
  }
  EXPECT_GT(judged, 5u);
}

TEST(CommitmentWeights, parts_add_up_to_the_whole) {
  const auto& knowledge = *real_knowledge();
  const auto judge = CommitmentJudge::of(knowledge);
  ASSERT_TRUE(judge);
  std::size_t candidates = 0;
  FeatureCache cache;
  for (const Document& d : documents()) {
    const AttributionReader reader(d, knowledge);
    const CommitmentCandidates found(d, knowledge, reader);
    const PartyReader parties(d, knowledge, reader, found);
    const CommitmentFeatures features(d, knowledge, parties, cache), alone(d, knowledge, parties);
    for (const CommitmentCandidate& c : found.all()) {
      ++candidates;
      const std::vector<std::uint32_t> all = features.of(c);
      EXPECT_TRUE(std::ranges::is_sorted(all));
      EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
      EXPECT_EQ(all, alone.of(c));
      const auto whole = judge->judge(all), parts = judge->verdict(judge->sums(features.beside_title(c), judge->sums(features.title(features.language_of(c)), judge->starts())));
      EXPECT_EQ(whole.probability, parts.probability);
      EXPECT_EQ(whole.kind, parts.kind);
    }
  }
  EXPECT_GT(candidates, 1u);
}

}  // namespace
}  // namespace qogam::extract
