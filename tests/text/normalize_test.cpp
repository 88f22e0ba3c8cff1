// NFC and offset maps.
#include "text/normalize.h"

#include <gtest/gtest.h>

#include "text/offset_map.h"

namespace qogam {
bool operator==(const OffsetRun& a, const OffsetRun& b) {
  return a.text_begin == b.text_begin && a.text_size == b.text_size && a.raw_begin == b.raw_begin &&
         a.raw_size == b.raw_size;
}
}  // namespace qogam

namespace qogam::text {
namespace {

using Runs = std::vector<OffsetRun>;

TEST(Normalize, leaves_nfc_alone) {
  const Normalized out = normalize_nfc("Жайық");
  EXPECT_EQ(out.text, "Жайық");
  EXPECT_EQ(out.runs, (Runs{{0, 10, 0, 10}}));
  EXPECT_TRUE(normalize_nfc("").runs.empty());
}

TEST(Normalize, composes_and_maps_back) {
  const std::string source = "Аки\u0306 май \u0438\u0306од";
  const Normalized out = normalize_nfc(source);
  EXPECT_EQ(out.text, "Акй май йод");
  EXPECT_TRUE(is_nfc(out.text));
  EXPECT_FALSE(is_nfc(source));
  const OffsetMap map(out.runs);
  const auto back = [&](std::string_view word) {
    const auto at = static_cast<std::uint32_t>(out.text.find(word));
    return std::string(map.to_raw({at, at + static_cast<std::uint32_t>(word.size())}).of(source));
  };
  EXPECT_EQ(back("Ак"), "Ак");
  EXPECT_EQ(back("Акй"), "Аки\u0306");
  EXPECT_EQ(back("май"), "май");
  EXPECT_EQ(back("йод"), "\u0438\u0306од");
  EXPECT_EQ(back("од"), "од");
}

TEST(OffsetMap, maps_spans) {
  OffsetMapBuilder builder;
  builder.keep(0, 4);         // raw 0..4
  builder.keep(4, 2);         // joined
  builder.replace(3, 10, 1);  // raw 6..10 dropped
  builder.replace(2, 11, 0);  // inserted
  builder.keep(20, 5);
  EXPECT_EQ(builder.text_size(), 16u);
  const OffsetMap map(builder.take());
  EXPECT_EQ(map.runs(), (Runs{{0, 6, 0, 6}, {6, 3, 10, 1}, {9, 2, 11, 0}, {11, 5, 20, 5}}));
  EXPECT_EQ(map.to_raw({1, 3}), (Span{1, 3}));
  EXPECT_EQ(map.to_raw({5, 7}), (Span{5, 11}));
  EXPECT_EQ(map.to_raw({7, 8}), (Span{10, 11}));
  EXPECT_EQ(map.to_raw({9, 11}), (Span{11, 11}));
  EXPECT_EQ(map.to_raw({0, 16}), (Span{0, 25}));
  EXPECT_EQ(map.to_raw({12, 12}), (Span{21, 21}));
  EXPECT_EQ(map.to_raw({16, 16}), (Span{25, 25}));
  EXPECT_EQ(OffsetMap().to_raw({0, 3}), (Span{}));
}

TEST(OffsetMap, composes) {
  // raw "aXXbcd" -> middle "aYbcd" -> text "Ybd"
  const Runs inner = {{0, 1, 0, 1}, {1, 1, 1, 2}, {2, 3, 3, 3}};
  const Runs outer = {{0, 2, 1, 2}, {2, 1, 4, 1}};
  const OffsetMap map(compose(outer, inner));
  EXPECT_EQ(map.runs(), (Runs{{0, 1, 1, 2}, {1, 1, 3, 1}, {2, 1, 5, 1}}));
  EXPECT_EQ(compose(identity_runs(5), inner), inner);
  EXPECT_EQ(compose(inner, identity_runs(6)), inner);
  EXPECT_EQ(compose({{0, 4, 0, 3}}, inner), (Runs{{0, 4, 0, 4}}));
}

}  // namespace
}  // namespace qogam::text
