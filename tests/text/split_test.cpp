// Cutting a text at a byte.
#include "text/split.h"

#include <gtest/gtest.h>

namespace qogam::text {
namespace {

TEST(Split, gives_every_piece_even_an_empty_one) {
  struct Case {
    std::string_view text;
    std::vector<std::string_view> pieces;
  };
  const Case cases[] = {
      {"", {""}},
      {"-", {"", ""}},
      {"қала", {"қала"}},
      {"Салтыков-Щедрин", {"Салтыков", "Щедрин"}},
      {"-а--б-", {"", "а", "", "б", ""}},
  };
  for (const Case& c : cases) EXPECT_EQ(split(c.text, '-'), c.pieces) << c.text;
}

}  // namespace
}  // namespace qogam::text
