// Weights of names: what is written is read again, and torn files are named.
#include "lang/name_weights.h"

#include <gtest/gtest.h>

#include "lang/clusters.h"
#include "qogam/error.h"

namespace qogam::lang {
namespace {

std::shared_ptr<const model::ModelView> compiled(const std::string& text) {
  model::ModelWriter out;
  compile_name_weights({"xx/ner/names.weights", text}, "ner", out);
  return model::ModelView::own(out.finish());
}

NameModel sample() {
  NameModel m{{"O", "B-X", "I-X", "E-X", "S-X"}, {1, 0, 0, 0, -1}, std::vector<double>(25, 0), 1.25, {}};
  m.pairs[7] = 2;
  m.rows = {{5, {{0, 0.5}, {24, -3}}}, {70'000, {{3, 0.001}}}, {0xFFFFFFFF, {{7, 100}}}};
  return m;
}

TEST(NameWeights, come_back_as_the_nearest_that_letters_can_say) {
  const auto view = compiled(name_weights_text(sample()));
  const NameWeights w(*view, "ner");
  EXPECT_EQ(w.labels(), sample().labels);
  EXPECT_NEAR(w.starts()[0], 64, 5);
  EXPECT_NEAR(w.pairs()[7], 128, 10);
  EXPECT_EQ(w.temperature(), 1.25);
  ASSERT_EQ(w.row(5).size(), 2u);
  EXPECT_EQ(w.row(5)[1].position, 24);
  EXPECT_NEAR(w.row(5)[1].weight, -192, 15);
  EXPECT_TRUE(w.row(70'000).empty()) << "what rounds to nothing is not kept";
  EXPECT_GT(w.row(0xFFFFFFFF)[0].weight, 600) << "the greatest there is";
  EXPECT_TRUE(w.row(6).empty());
}

TEST(NameWeights, a_torn_file_is_named_with_its_line) {
  const std::string good = name_weights_text(sample());
  const struct {
    std::string text, says;
  } cases[] = {
      {"", "names.weights:1:"},
      {"labels O\nstarts g\n", "names.weights:1:"},
      {"label O\nstarts g\npairs g\ntemperature 1\n", "names.weights:1:"},
      {"labels O\nstarts gg\npairs g\ntemperature 1\n", "names.weights:2: there are 2 weights"},
      {"labels O B-X\nstarts gg\npairs gggg\ntemperature 1\n", "names.weights:1: labels are O"},
      {"labels B-X I-X E-X S-X O\nstarts g\npairs g\ntemperature 1\n", "names.weights:1: labels are O"},
      {"labels O B-X I-X E-X S-Y\nstarts g\npairs g\ntemperature 1\n", "names.weights:1: labels are O"},
      {"labels O\nstarts g\npairs !\ntemperature 1\n", "names.weights:3: '!'"},
      {"labels O\nstarts g\npairs g\n", "names.weights:1:"},
      {"labels O\nstarts g\npairs g\ntemperature warm\n", "names.weights:4: a temperature is a number"},
      {"labels O\nstarts g\npairs g\ntemperature 0\n", "names.weights:4: a temperature is a number"},
      {"labels O\nstarts g\npairs g\ntemperature nan\n", "names.weights:4: a temperature is a number"},
      {good + "AAAAA", "names.weights:7:"},
      {good + "AAAAAFAA\n", "names.weights:7:"},
      {good + "AAAAAFAYg\n", ""},
      {good + "AAAAAFAZg\n", "names.weights:7: a weight is of no label"},
      {good + "______AZg\n", "names.weights:7:"},
  };
  for (const auto& c : cases) {
    std::string said;
    try {
      compiled(c.text);
    } catch (const Error& e) {
      said = e.what();
    }
    EXPECT_NE(said.find(c.says), said.npos) << c.text << said;
    EXPECT_EQ(said.empty(), c.says.empty()) << c.text << said;
  }
}

TEST(WordClusters, by_folded_words) {
  model::ModelWriter out;
  compile_clusters({"xx/ner/clusters.tsv", "3/17\tдом школа\n4/18\tидёт дом\n"}, text::FoldTable(), "c", out);
  const auto view = model::ModelView::own(out.finish());
  const WordClusters clusters(*view, "c");
  EXPECT_EQ(clusters.find("школа")->cluster, 17);
  EXPECT_EQ(clusters.find("дом")->group, 3) << "the first counts";
  EXPECT_EQ(clusters.find("идёт")->cluster, 18);
  EXPECT_FALSE(clusters.find("сад"));
  EXPECT_FALSE(WordClusters().find("дом"));
  model::ModelWriter bad;
  EXPECT_THROW(compile_clusters({"c.tsv", "3\tдом\n"}, text::FoldTable(), "c", bad), Error);
  EXPECT_THROW(compile_clusters({"c.tsv", "3/x\tдом\n"}, text::FoldTable(), "c", bad), Error);
}

}  // namespace
}  // namespace qogam::lang
