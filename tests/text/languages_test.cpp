// Codes of three letters.
#include "text/languages.h"

#include <gtest/gtest.h>

namespace qogam::text {
namespace {

TEST(Languages, have_codes_of_three_letters) {
  const struct {
    const char *tag, *code;
  } cases[] = {{"ru", "rus"}, {"kk", "kaz"}, {"kk-Latn", "kaz"}, {"ky", "kir"}, {"uz-Latn", "uzb"}, {"en", "eng"}, {"und", ""}, {"", ""}, {"xx", ""}, {"no such tag", ""}};
  for (const auto& c : cases) EXPECT_EQ(three_letters(c.tag), c.code) << c.tag;
}

}  // namespace
}  // namespace qogam::text
