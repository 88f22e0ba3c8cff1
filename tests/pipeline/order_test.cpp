// Orders of stages: what is refused, and what is left out.
#include <gtest/gtest.h>

#include "pipeline/fakes.h"
#include "pipeline/findings.h"
#include "qogam/error.h"
#include "qogam/pipeline.h"

namespace qogam::pipeline {
namespace {

using test::add;
using test::Stages;

std::string refusal(Stages stages) {
  try {
    Pipeline::of(std::move(stages), Layer::source, Layer::topics);
  } catch (const Error& e) {
    EXPECT_EQ(e.cause(), Cause::usage);
    return e.what();
  }
  return "";
}

Stages way() {
  Stages s;
  add(s, "decode", Layer::source, Layer::raw);
  add(s, "clean", Layer::raw, Layer::text);
  add(s, "segment", Layer::text, Layer::segments);
  add(s, "words", Layer::segments, Layer::words);
  add(s, "mentions", Layer::words, Layer::mentions);
  add(s, "link", Layer::mentions | Layer::words, Layer::entities);
  add(s, "topics", Layer::words, Layer::topics);
  add(s, "quotes", Layer::entities, Layer::quotes);
  return s;
}

std::vector<std::string> names(const std::vector<std::string>& only) {
  return Pipeline::of(way(), Layer::source, wanted_layers(only)).stage_names();
}

TEST(Order, refuses_a_stage_before_what_it_needs) {
  Stages s = way();
  std::swap(s[1], s[2]);
  const std::string why = refusal(std::move(s));
  EXPECT_NE(why.find("'segment'"), std::string::npos) << why;
  EXPECT_NE(why.find("'text'"), std::string::npos) << why;
}

TEST(Order, refuses_a_layer_given_twice) {
  Stages s = way();
  add(s, "again", Layer::text, Layer::topics);
  const std::string why = refusal(std::move(s));
  EXPECT_NE(why.find("'again'"), std::string::npos) << why;
  EXPECT_NE(why.find("'topics'"), std::string::npos) << why;
}

TEST(Order, leaves_out_what_nothing_asked_for_needs) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(names({"topics"}), (Names{"decode", "clean", "segment", "words", "topics"}));
  EXPECT_EQ(names({"dates"}), (Names{"decode", "clean", "segment", "words", "mentions"}));
  EXPECT_EQ(names({"quotes"}),
            (Names{"decode", "clean", "segment", "words", "mentions", "link", "quotes"}));
  EXPECT_EQ(names({}).size(), 8u);
}

TEST(Findings, dates_and_money_alone_need_fewer_rules) {
  EXPECT_TRUE(only_dates_and_money({"dates"}));
  EXPECT_TRUE(only_dates_and_money({"money", "dates"}));
  EXPECT_FALSE(only_dates_and_money({"dates", "ngos"}));
  EXPECT_FALSE(only_dates_and_money({}));
}

TEST(Findings, unknown_names_are_refused) { EXPECT_THROW(wanted_layers({"wishes"}), Error); }

}  // namespace
}  // namespace qogam::pipeline
