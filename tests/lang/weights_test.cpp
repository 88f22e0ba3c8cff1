// Weights as letters.
#include "lang/weights.h"

#include <gtest/gtest.h>

#include <cmath>

#include "qogam/error.h"

namespace qogam::lang {
namespace {

TEST(Weights, come_back_near_to_what_they_were) {
  std::vector<double> weights{0, 1, -1, 2.4, -7, 33, -250, 700};
  weights.resize(256, 0.2);
  const auto read = read_weights({"t.weights", "# a comment\n" + weights_text(weights)});
  ASSERT_EQ(read.size(), weights.size());
  for (std::size_t k = 0; k < weights.size(); ++k) EXPECT_NEAR(read[k], weights[k], 0.5 + std::abs(weights[k]) / 11) << weights[k];
}

TEST(Weights, too_great_ones_become_the_greatest) {
  const auto read = read_weights({"t.weights", weights_text(std::vector<double>{1e9, -1e9})});
  EXPECT_GT(read[0], 600);
  EXPECT_LT(read[1], -600);
}

TEST(Weights, torn_and_foreign_files_are_refused) {
  const struct {
    const char *text, *message;
  } cases[] = {{"ggg\n", "t.weights:1: 3 weights are no power of two"}, {"gg\ng?\n", "t.weights:2: '?' stands for no weight"}};
  for (const auto& c : cases) {
    try {
      read_weights({"t.weights", c.text});
      ADD_FAILURE() << c.message;
    } catch (const Error& e) {
      EXPECT_NE(std::string(e.what()).find(c.message), std::string::npos) << e.what();
    }
  }
}

}  // namespace
}  // namespace qogam::lang
