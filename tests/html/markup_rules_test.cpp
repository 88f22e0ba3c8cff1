// The lines of models/common/markup.tsv against their own examples.
#include "html/markup_rules.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "qogam/error.h"

namespace qogam::html {
namespace {

MarkupRules rules_of_models() {
  std::ifstream in(std::string(QOGAM_SOURCE_DIR) + "/models/common/markup.tsv");
  std::ostringstream text;
  text << in.rdbuf();
  return MarkupRules(text.str(), "common/markup.tsv");
}

TEST(MarkupRules, take_their_examples_and_leave_the_others) {
  for (const std::string& failure : rules_of_models().failures()) ADD_FAILURE() << failure;
}

TEST(MarkupRules, words_of_names) {
  const MarkupRules rules("share\tsure\tshare ya-share* soc-links\nbody\tsure\tarticle-body\nad\tlikely\tpartner\n", "m.tsv");
  const struct {
    const char* value;
    const char* kind;
    bool sure, body;
  } cases[] = {
      {"tdPost_share-top", "share", true, false}, {"shareholders", "", false, false},      {"block ya_share2", "share", true, false},
      {"soc__links", "share", true, false},       {"links soc", "", false, false},         {"Article-Body share", "share", true, true},
      {"PARTNER", "ad", false, false},            {"partner", "ad", false, false},         {"partner share", "share", true, false},
      {"", "", false, false},
  };
  for (const auto& c : cases) {
    const Marks marks = rules.marks_of(c.value);
    EXPECT_EQ(marks.kind, c.kind) << c.value;
    EXPECT_EQ(marks.sure, c.sure) << c.value;
    EXPECT_EQ(marks.body, c.body) << c.value;
  }
}

TEST(MarkupRules, refuse_what_they_do_not_know) {
  for (const char* file : {"share\tsure\n", "shop\tsure\tcart\n", "share\tperhaps\tshare\n", "+ share\n"}) {
    try {
      MarkupRules(file, "m.tsv");
      ADD_FAILURE() << file;
    } catch (const Error& e) {
      EXPECT_EQ(e.cause(), Cause::models);
      EXPECT_TRUE(std::string(e.what()).starts_with("m.tsv:1: ")) << e.what();
    }
  }
}

}  // namespace
}  // namespace qogam::html
