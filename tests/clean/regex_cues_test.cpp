// What expressions demand of a text, and finding it.
#include "clean/regex_cues.h"

#include <gtest/gtest.h>

#include "clean/cue_index.h"

namespace qogam::clean {
namespace {

std::string dump(const std::optional<Cues>& cues) {
  if (!cues) return "nothing";
  std::string out;
  for (const std::string& cue : *cues) out += "[" + cue + "]";
  return out;
}

TEST(RegexCues, are_the_strings_that_every_match_holds) {
  const struct {
    const char *regex, *cues;
  } cases[] = {
      {"icon", "[icon]"},
      {"ICON|Фото", "[icon][фото]"},
      {"(?:a|b)", "[a][b]"},
      {"(?:views?|hits)\\s?:?\\d+", "[hits][view]"},
      {"colou?r", "[colo]"},
      {"x{0,3}yy", "[yy]"},
      {"x{2}", "[x]"},
      {"ab+c", "[ab]"},
      {"(?:ab)*", "nothing"},
      {"[×✕]", "[×][✕]"},
      {"[^x]", "nothing"},
      {"[a-z]", "nothing"},
      {"\\p{L}+ \\d", "nothing"},
      {"\\p{Lu}\\.kz", "[.kz]"},
      {"(?=ab)c", "[c]"},
      {"(?>ab|c\\+)", "[ab][c+]"},
      {"(?i)x", "[x]"},
      {"ab|", "nothing"},
      {"(?-i:\\p{Lu}{2,})", "nothing"},
      {".{0,60}cookie.{0,30}(?:ok|no)", "[cookie]"},
      {"\\[ad\\]", "[[ad]]"},
      {"[", "nothing"},
      {"(", "nothing"},
      {"\\", "nothing"},
  };
  for (const auto& c : cases) EXPECT_EQ(dump(regex_cues(c.regex)), c.cues) << c.regex;
}

TEST(RegexDemands, are_all_that_every_match_holds) {
  std::string all;
  for (const Cues& cues : regex_demands("</?(?:a|b|c)x?[ .]{2} \\d+ (?:y|z1)+ »")) all += dump(cues);
  EXPECT_EQ(all, "[<][a][b][c][y][z1][ »]");
  EXPECT_EQ(regex_demands("ab|cd").size(), 1u);
  EXPECT_TRUE(regex_demands("\\d+").empty());
}

TEST(CueIndex, finds_each_number_once) {
  const CueIndex index({{"просмотр", 3}, {"прочитано", 2}, {"$", 1}, {"vk", 3}, {"фото", 4}, {"icq", 5}});
  EXPECT_EQ(index.find("ПРОЧИТАНО VK"), (std::vector<std::uint32_t>{2, 3}));
  EXPECT_EQ(index.find("12 просмотров, vk, $"), (std::vector<std::uint32_t>{1, 3}));
  EXPECT_EQ(index.find("Фото: kv, fото, ICQ"), (std::vector<std::uint32_t>{4, 5}));
  EXPECT_EQ(index.find("просмот"), std::vector<std::uint32_t>{});
  EXPECT_EQ(index.find("$"), std::vector<std::uint32_t>{1});
  EXPECT_EQ(index.find(""), std::vector<std::uint32_t>{});
}

}  // namespace
}  // namespace qogam::clean
