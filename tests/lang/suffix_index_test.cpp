// Endings of a word, met on the way from its end.
#include "lang/suffix_index.h"

#include <gtest/gtest.h>

namespace qogam::lang {
namespace {

struct Table {
  explicit Table(const std::vector<std::string>& endings) {
    model::StringTableBuilder builder;
    for (const std::string& e : endings) builder.add(e);
    model::ModelWriter out;
    builder.write(out, "t");
    SuffixIndex::compile(builder, "t.suffixes", out);
    model = model::ModelView::own(out.finish());
    strings = model::StringTable(*model, "t");
    index = SuffixIndex(*model, "t.suffixes");
  }
  // The endings of a word, shortest first, parted by blanks; "-" for the empty one.
  std::string of(std::string_view word) const {
    std::string found;
    index.each(word, [&](std::size_t stem, std::uint32_t number) {
      EXPECT_EQ(strings[number], word.substr(stem));
      found += found.empty() ? "-" : " " + std::string(word.substr(stem));
    });
    return found;
  }

  std::shared_ptr<const model::ModelView> model;
  model::StringTable strings;
  SuffixIndex index;
};

TEST(SuffixIndex, gives_all_endings_shortest_first) {
  const Table t({"а", "ова", "ов", "ого", "его", "го"});
  EXPECT_EQ(t.of("иванова"), "- а ова");
  EXPECT_EQ(t.of("иванов"), "- ов");
  EXPECT_EQ(t.of("нового"), "- го ого");
  EXPECT_EQ(t.of("стол"), "-");
  EXPECT_EQ(t.of("ова"), "- а ова") << "the whole word may be an ending";
  EXPECT_EQ(t.of(""), "-");
}

TEST(SuffixIndex, an_empty_table_has_the_empty_ending) {
  EXPECT_EQ(Table({}).of("слово"), "-");
  std::size_t calls = 0;
  SuffixIndex().each("слово", [&](std::size_t, std::uint32_t) { ++calls; });
  EXPECT_EQ(calls, 1u);
}

}  // namespace
}  // namespace qogam::lang
