// Training the tagger of names: what it learns it finds again, and it learns the same each time.
#include "learn/train_names.h"

#include <gtest/gtest.h>

#include "learn/chain.h"
#include "ner/tagger.h"
#include "support/analysis.h"

namespace qogam::learn {
namespace {

const std::vector<NameText> kTexts = {
    {"a", "Аким Ерлан Омаров приехал в Астану. Омаров открыл фонд «Заря».", {{5, 17, "PER"}, {28, 34, "LOC"}, {36, 42, "PER"}, {56, 60, "ORG"}}},
    {"b", "В Алматы работает фонд «Новый дом». Его глава Асель Ким довольна.", {{2, 8, "LOC"}, {24, 33, "ORG"}, {46, 55, "PER"}}},
};

lang::NameModel trained(const NameTraining& options, std::vector<NameReport>* reports = nullptr) {
  return train_names(test::real_knowledge(), {{kTexts, options.domain, 3}}, kTexts, options, [&](const NameReport& r) {
    if (reports) reports->push_back(r);
  });
}

std::string found(const lang::NameModel& model, const std::string& text) {
  model::ModelWriter out;
  lang::compile_name_weights({"names.weights", lang::name_weights_text(model)}, "ner", out);
  const auto view = model::ModelView::own(out.finish());
  const lang::NameWeights weights(*view, "ner");
  const auto& knowledge = *test::real_knowledge();
  const ner::Tagger tagger(knowledge, weights, knowledge.language("ru"));
  const Document d = test::words_of(knowledge, text, "ru");
  std::string all;
  const auto names = tagger.tag(d);
  for (const ner::TaggedName& r : names) all += tagger.types()[r.type] + " " + std::string(d.surface(d.span_of(r.tokens))) + "\n";
  EXPECT_EQ(tagger.tag(d), names) << "what it has read before changes nothing";
  return all;
}

TEST(TrainNames, learns_by_heart_and_the_tagger_finds_it) {
  std::vector<NameReport> reports;
  const auto model = trained({.epochs = 12, .least = 1}, &reports);
  ASSERT_EQ(reports.size(), 12u);
  EXPECT_EQ(reports.back().types.back().first, "all");
  EXPECT_EQ(reports.back().types.back().second.f1(), 1.0);
  EXPECT_EQ(reports.back().types.back().second.wanted, 7u);
  EXPECT_EQ(found(model, kTexts[0].text), "PER Ерлан Омаров\nLOC Астану\nPER Омаров\nORG Заря\n");
  EXPECT_EQ(found(model, kTexts[1].text), "LOC Алматы\nORG Новый дом\nPER Асель Ким\n");
  EXPECT_EQ(found(model, ""), "");
}

TEST(TrainNames, the_same_input_gives_the_same_weights) {
  for (const NameTraining& options : {NameTraining{.epochs = 3}, NameTraining{.domain = "x", .epochs = 3, .least = 1, .forget = 0.3}})
    EXPECT_EQ(lang::name_weights_text(trained(options)), lang::name_weights_text(trained(options)));
}

TEST(TrainNames, a_type_that_is_only_measured_is_one_that_was_missed) {
  std::vector<NameReport> reports;
  std::vector<NameText> held_out = {kTexts[0]};
  held_out[0].names.insert(held_out[0].names.begin() + 3, {50, 54, "EVENT"});
  train_names(test::real_knowledge(), {{kTexts, "", 3}}, held_out, {.epochs = 12, .least = 1}, [&](const NameReport& r) { reports.push_back(r); });
  ASSERT_FALSE(reports.empty());
  EXPECT_EQ(reports.back().types.front().first, "EVENT");
  EXPECT_EQ(reports.back().types.front().second.wanted, 1u);
  EXPECT_EQ(reports.back().types.front().second.right, 0u);
}

// The loss must fall as the slopes say: a chain that learns one sentence comes to be sure of it.
TEST(Chain, learns_one_sentence) {
  Chain chain(ner::Labels({"X"}), {{10}, {11}, {13}}, {.rate = 0.3F, .l1 = 0.01F, .l2 = 0});
  const ChainSentence sentence{{0, 1, 3}, {{0, 0}, {1, 1}, {2, 2}}};
  double before = chain.learn(sentence), last = before;
  for (int k = 0; k < 300; ++k) last = chain.learn(sentence);
  EXPECT_GT(before, 1);
  EXPECT_LT(last, 0.1);
  EXPECT_EQ(chain.best(sentence), sentence.labels);
  EXPECT_TRUE(chain.best({}).empty());
}

}  // namespace
}  // namespace qogam::learn
