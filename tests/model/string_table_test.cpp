// Strings by number and numbers by string.
#include "model/string_table.h"

#include <gtest/gtest.h>

namespace qogam::model {
namespace {

struct Table {
  std::shared_ptr<const ModelView> model;
  StringTable strings;
};

Table table_of(const StringTableBuilder& builder) {
  ModelWriter out;
  builder.write(out, "t");
  auto model = ModelView::own(out.finish());
  return {model, StringTable(*model, "t")};
}

TEST(StringTable, finds_what_was_added_and_nothing_else) {
  StringTableBuilder builder;
  const std::uint32_t akim = builder.add("аким"), akimat = builder.add("акимат");
  EXPECT_EQ(builder.add("аким"), akim);
  const Table t = table_of(builder);
  EXPECT_EQ(t.strings.size(), 3u);
  EXPECT_EQ(t.strings[akim], "аким");
  EXPECT_EQ(t.strings.find("акимат"), akimat);
  for (const char* absent : {"", "ак", "акима", "акимата", "Аким", "әкім"})
    EXPECT_EQ(t.strings.find(absent), 0u) << absent;
}

TEST(StringTable, number_zero_is_the_empty_string) {
  StringTableBuilder builder;
  EXPECT_EQ(builder.add(""), 0u);
  const Table t = table_of(builder);
  EXPECT_EQ(t.strings.size(), 1u);
  EXPECT_EQ(t.strings[0], "");
  EXPECT_EQ(t.strings.find("слово"), 0u);
}

TEST(StringTable, absent_table_finds_nothing) {
  ModelWriter out;
  const auto model = ModelView::own(out.finish());
  const StringTable strings(*model, "t");
  EXPECT_EQ(strings.size(), 0u);
  EXPECT_EQ(strings.find("слово"), 0u);
}

TEST(StringTable, holds_many_strings) {
  constexpr int kMany = 50000;
  StringTableBuilder builder;
  for (int n = 0; n < kMany; ++n) builder.add("слово" + std::to_string(n));
  const Table t = table_of(builder);
  for (int n = 0; n < kMany; ++n) {
    const std::uint32_t number = t.strings.find("слово" + std::to_string(n));
    ASSERT_EQ(number, static_cast<std::uint32_t>(n + 1));
    ASSERT_EQ(t.strings[number], "слово" + std::to_string(n));
  }
  for (int n = kMany; n < 2 * kMany; ++n)
    ASSERT_EQ(t.strings.find("слово" + std::to_string(n)), 0u);
}

TEST(StringTable, strings_may_hold_any_byte) {
  StringTableBuilder builder;
  const std::string odd("a\0b\xFF", 4);
  const std::uint32_t number = builder.add(odd);
  const Table t = table_of(builder);
  EXPECT_EQ(t.strings.find(odd), number);
  EXPECT_EQ(t.strings.find(std::string("a\0", 2)), 0u);
}

}  // namespace
}  // namespace qogam::model
