// Training the model of topics: it learns what evidence is worth, and the same each time.
#include "learn/train_topics.h"

#include <gtest/gtest.h>

#include "extract/topic_judge.h"
#include "support/analysis.h"

namespace qogam::learn {
namespace {

// The cue of a topic, with words that tell whether it is meant.
const test::KnowledgePtr& knowledge() {
  static const test::KnowledgePtr small = test::small_knowledge({{"common/topics/a.topic", "id bridges\ncue xx 3 мост*\n\nid teeth\ncue xx 2 зуб*\n"}});
  return small;
}

Document text(const std::string& words) { return test::words_of(*knowledge(), words, "xx"); }

lang::NameModel trained() {
  const NameTraining options{.epochs = 30, .least = 1, .l1 = 0.05};
  TopicTraining training(*knowledge(), extract::TopicQuestion::about, options);
  for (int n = 0; n < 10; ++n) {
    training.learn_from(text("мост через реку открыт для машин"), {"bridges"}, 1);
    training.learn_from(text("мост из керамики поставил врач на зуб"), {"teeth"}, 1);
  }
  training.hold_out([](const TopicTraining::Take&) {});
  return training.run([](const NameReport&) {});
}

TEST(TrainTopics, words_around_tell_whether_a_cue_is_meant) {
  model::ModelWriter out;
  lang::compile_name_weights({"topics.weights", lang::name_weights_text(trained())}, "topics", out);
  const auto view = model::ModelView::own(out.finish());
  const lang::NameWeights weights(*view, "topics");
  const extract::TopicJudge judge(weights, extract::TopicQuestion::about);
  const auto bridges = [&](const std::string& words) {
    const Document d = text(words);
    const auto evidence = extract::TopicCues(d, *knowledge()).of_document();
    return judge.probability(extract::TopicFeatures(d, *knowledge(), evidence), 0);
  };
  EXPECT_GT(bridges("мост через реку открыт"), 0.8);
  EXPECT_LT(bridges("мост поставил врач на зуб"), 0.2);
}

TEST(TrainTopics, the_same_texts_give_the_same_weights) { EXPECT_EQ(lang::name_weights_text(trained()), lang::name_weights_text(trained())); }

TEST(TopicJudge, weights_of_something_else_are_refused) {
  model::ModelWriter out;
  lang::compile_name_weights({"w", lang::name_weights_text({{"O", "B-PER", "I-PER", "E-PER", "S-PER"}, std::vector<double>(5), std::vector<double>(25), 1, {}})}, "w", out);
  const auto view = model::ModelView::own(out.finish());
  EXPECT_THROW(extract::TopicJudge(lang::NameWeights(*view, "w"), extract::TopicQuestion::main), Error);
}

}  // namespace
}  // namespace qogam::learn
