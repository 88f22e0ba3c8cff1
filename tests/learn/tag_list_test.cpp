// Lists of tags made of marked texts.
#include "learn/tag_list.h"

#include <gtest/gtest.h>

namespace qogam::learn {
namespace {

TEST(TagList, every_name_once_in_small_letters) {
  const NameText list = tag_list({"a", "Әсел Ким и фонд «Заря» в Алматы: Әсел Ким.", {{0, 8, "PER"}, {17, 21, "ORG"}, {25, 31, "LOC"}, {33, 41, "PER"}}});
  EXPECT_EQ(list.text, "әсел ким, заря, алматы");
  EXPECT_EQ(list.names, (std::vector<GoldName>{{0, 8, "PER"}, {10, 14, "ORG"}, {16, 22, "LOC"}}));
  EXPECT_TRUE(tag_list({"b", "Без имён.", {}}).text.empty());
}

}  // namespace
}  // namespace qogam::learn
