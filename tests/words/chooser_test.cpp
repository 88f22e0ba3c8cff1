// Tables of what readings a sentence asks for: what is wrong in one is told with its line.
#include "words/chooser.h"

#include <gtest/gtest.h>

#include "qogam/error.h"

namespace qogam::words {
namespace {

std::string error_of(const std::string& text) {
  try {
    Chooser("xx/context.tsv", text);
  } catch (const Error& e) {
    EXPECT_EQ(e.cause(), Cause::models);
    return e.what();
  }
  return {};
}

TEST(Chooser, mistakes_are_named_with_their_line) {
  const struct {
    const char *text, *says;
  } cases[] = {
      {"", ""},
      {"# nothing\n", ""},
      {"pair\tedge\tnoun\t1\n", "xx/context.tsv:1: a line is"},
      {"tag\tnoun\tnoun\npair\tedge\tnoun\tmuch\n", "xx/context.tsv:2: 'much' is no cost"},
      {"tag\tnoun\tnoun\npair\tedge\tnoun\t99999999999\n", "xx/context.tsv:2: '99999999999' is no cost"},
      {"tag\tnoun\tnoun\nshape\tcap\tnoun\t2000000\n", "xx/context.tsv:2: '2000000' is no cost"},
      {"tag\tnoun\tnoun\nshape\tcap\tverb\t2\n", "xx/context.tsv:2: a line is"},
      {"tag\tnoun\tnuon\n", "xx/context.tsv:1: 'nuon' is no feature"},
      {"tag\tnoun\tnoun\npair\tnoun\tedge\t-3\n", ""},
  };
  for (const auto& c : cases) {
    const std::string said = error_of(c.text);
    EXPECT_NE(said.find(c.says), said.npos) << c.text << said;
    EXPECT_EQ(said.empty(), *c.says == '\0') << said;
  }
}

}  // namespace
}  // namespace qogam::words
