// What counts as evidence, and for how much.
#include "extract/topic_evidence.h"

#include <gtest/gtest.h>

#include "support/analysis.h"

namespace qogam::extract {
namespace {

const test::KnowledgePtr& knowledge() {
  static const test::KnowledgePtr small = test::small_knowledge({{"common/topics/a.topic",
      "id houses\ncue xx 2 дом*\n"
      "id lifts\nparent houses\ncue xx 3 лифт*\n"
      "id roads\ncue xx 3 ремонт* дорог*\ncue xx 1 дорог*\nunless xx железн* дорог*\nmatch xx 2 (строят|строили) . \"мост\"\n"}});
  return small;
}

enum Topic : std::size_t { houses, lifts, roads };

Document text(const std::string& words) { return test::words_of(*knowledge(), words, "xx"); }
std::vector<TopicEvidence> evidence(const std::string& words) {
  const Document d = text(words);
  return TopicCues(d, *knowledge()).of_document();
}

TEST(TopicEvidence, a_longer_cue_covers_the_shorter_inside) {
  const TopicEvidence e = evidence("Идёт ремонт дороги.")[roads];
  ASSERT_EQ(e.cues.size(), 1u);
  EXPECT_EQ(e.cues[0].weight, 3);
  EXPECT_EQ(e.places.size(), 1u);
  EXPECT_DOUBLE_EQ(e.sum, 3);
}

TEST(TopicEvidence, excluded_phrases_blank_cues_out) {
  EXPECT_TRUE(evidence("Вот железная дорога.")[roads].places.empty());
  EXPECT_EQ(evidence("Вот железная дорога, а вот дорога.")[roads].places.size(), 1u);
}

TEST(TopicEvidence, cues_in_the_notation_of_rules_count_as_others) {
  const TopicEvidence e = evidence("Здесь строят новый мост.")[roads];
  ASSERT_EQ(e.cues.size(), 1u);
  EXPECT_EQ(e.cues[0].weight, 2);
  EXPECT_TRUE(evidence("Здесь строят мост.")[roads].cues.empty()) << "the pattern wants a word between";
}

TEST(TopicEvidence, repetition_adds_less_than_another_cue) {
  const double once = evidence("Дорога.")[roads].sum, twice = evidence("Дорога, дорога.")[roads].sum, other = evidence("Дорога, ремонт дорог.")[roads].sum;
  EXPECT_GT(twice, once);
  EXPECT_LT(twice, 2 * once);
  EXPECT_GT(other, twice);
}

TEST(TopicEvidence, half_of_it_goes_to_the_parent) {
  const auto all = evidence("Лифт стоит.");
  EXPECT_DOUBLE_EQ(all[lifts].sum, 3);
  EXPECT_DOUBLE_EQ(all[houses].sum, 1.5);
  EXPECT_TRUE(evidence("Дом стоит.")[lifts].places.empty()) << "and none the other way";
}

TEST(TopicEvidence, a_cue_that_child_and_parent_have_counts_whole_for_both) {
  const auto small = test::small_knowledge({{"common/topics/a.topic",
      "id lifts\nparent houses\ncue xx 3 лифт* дом*\ncue xx 2 дом*\nid houses\ncue xx 4 дом*\nunless xx игрушечн* дом*\n"}});
  const auto of = [&](const std::string& words) {
    const Document d = test::words_of(*small, words, "xx");
    return TopicCues(d, *small).of_document();
  };
  EXPECT_DOUBLE_EQ(of("Дом стоит.")[1].sum, 4);
  EXPECT_DOUBLE_EQ(of("Лифт дома стоит.")[0].sum, 3);
  EXPECT_DOUBLE_EQ(of("Лифт дома стоит.")[1].sum, 4) << "its own cue, not half of the longer one of its child";
  EXPECT_DOUBLE_EQ(of("Игрушечный дом.")[0].sum, 2);
  EXPECT_TRUE(of("Игрушечный дом.")[1].places.empty()) << "what the parent excludes it does not get from its child";
}

TEST(TopicEvidence, the_title_and_what_follows_it_are_told_apart) {
  Document d = text("Ремонт дорог\n\nДом стоит. Дом.");
  d.title = "Ремонт дорог";
  const auto all = TopicCues(d, *knowledge()).of_document();
  EXPECT_EQ(all[roads].in_head, 1u);
  EXPECT_TRUE(all[roads].cues.front().in_title);
  EXPECT_DOUBLE_EQ(all[roads].sum, 7.5) << "a cue in the title weighs two and a half times";
  EXPECT_EQ(all[houses].in_head, 0u);
  EXPECT_EQ(all[houses].in_lead, 2u);
  EXPECT_EQ(all[houses].sentences, 2u);
}

TEST(TopicEvidence, of_a_span_alone) {
  const Document d = text("Вот дом. А вот лифт.");
  EXPECT_FALSE(TopicCues(d, *knowledge(), d.sentences[0].span).alone()[houses].places.empty());
  EXPECT_TRUE(TopicCues(d, *knowledge(), d.sentences[0].span).alone()[lifts].places.empty());
  EXPECT_FALSE(TopicCues(d, *knowledge(), d.sentences[1].span).alone()[lifts].places.empty());
  EXPECT_TRUE(TopicCues(d, *knowledge(), Span{}).alone()[lifts].places.empty());
}

TEST(TopicEvidence, none_in_an_empty_document) {
  for (const TopicEvidence& e : evidence("")) EXPECT_TRUE(e.places.empty());
}

}  // namespace
}  // namespace qogam::extract
