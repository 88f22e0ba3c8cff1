// The cleaner on whole pages: the seed page and those of corpora/.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "clean/test_support.h"
#include "text/markup.h"
#include "text/normalize.h"
#include "text/offset_map.h"

namespace qogam::clean::testing {
namespace {

namespace fs = std::filesystem;

// Those whose pages the cleaner has learnt from, not those of corpora/fresh.
std::vector<fs::path> gold_files() {
  std::vector<fs::path> files;
  for (const char* language : {"ru", "kk"})
    for (const auto& entry : fs::directory_iterator(kRoot + "/corpora/" + language))
      if (entry.path().string().ends_with(".gold.json")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string page_of(const fs::path& gold) {
  const std::string path = gold.string();
  return read_file(path.substr(0, path.size() - std::string(".gold.json").size()) + ".txt");
}

// Every byte of text maps into raw in order, and what a byte-by-byte run names is the same there.
void expect_sound_offsets(const Document& d) {
  std::uint32_t at = 0, begun = 0;
  for (const OffsetRun& run : d.offsets) {
    EXPECT_EQ(run.text_begin, at);
    EXPECT_GE(run.raw_begin, begun);  // what maps as a whole begins where that begins, all of it
    at += run.text_size;
    begun = run.raw_begin;
    EXPECT_LE(run.raw_begin + run.raw_size, d.raw.size());
  }
  EXPECT_EQ(at, d.text.size());
  if (text::looks_like_html(d.raw)) return;  // of markup the text is shown
  for (const Furniture& f : d.furniture) EXPECT_EQ(f.source.of(d.raw), f.text);
}

class Corpus : public ::testing::TestWithParam<fs::path> {};

TEST_P(Corpus, page_is_cleaned_as_its_gold_says) {
  const auto gold = nlohmann::json::parse(read_file(GetParam().string()));
  const Document d = cleaned(page_of(GetParam()));
  EXPECT_EQ(d.text, gold["text"].get<std::string>());
  EXPECT_EQ(d.title, gold["title"].is_null() ? "" : gold["title"].get<std::string>());
  const auto& value = gold["published"]["value"];
  EXPECT_EQ(d.published.value, value.is_null() ? "" : value.get<std::string>());
  const auto& from = gold["published"]["from"];
  EXPECT_EQ(d.published.from, from.is_null() ? "" : from.get<std::string>());
  ASSERT_EQ(d.furniture.size(), gold["furniture"].size());
  for (std::size_t i = 0; i < d.furniture.size(); ++i)
    EXPECT_EQ(d.furniture[i].text, gold["furniture"][i]["text"].get<std::string>());
  expect_sound_offsets(d);
}

TEST_P(Corpus, cleaning_twice_is_cleaning_once) {
  const Document once = cleaned(page_of(GetParam()));
  const Document twice = cleaned(once.text);
  EXPECT_EQ(twice.text, once.text);
  EXPECT_TRUE(twice.furniture.empty());
  EXPECT_TRUE(text::is_nfc(once.text));
}

INSTANTIATE_TEST_SUITE_P(Pages, Corpus, ::testing::ValuesIn(gold_files()), [](const auto& file) {
  return test_name(file.param.stem().stem().string());
});

TEST(SeedPage, is_cleaned) {
  const std::string path = kShared + "/data/seed/000_255fdc2d2180cb09.txt";
  if (!fs::exists(path)) GTEST_SKIP() << "no " << path;
  const Document d = cleaned(read_file(path));
  EXPECT_TRUE(d.text.starts_with("Онлайн-совещание по вопросам проведения ІХ Гражданского форума"));
  EXPECT_TRUE(d.text.ends_with("один раз в два года."));
  EXPECT_EQ(d.title, d.text.substr(0, d.text.find('\n')));
  EXPECT_EQ(d.published.value, "2024-04-19");
  EXPECT_EQ(d.published.from, "header");
  ASSERT_EQ(d.warnings.size(), 1u);
  EXPECT_EQ(d.warnings[0].code, "header_date");
  EXPECT_EQ(d.furniture.size(), 21u);
  expect_sound_offsets(d);
  const auto at = static_cast<std::uint32_t>(d.text.find("Рахманберді"));
  ASSERT_NE(at, static_cast<std::uint32_t>(std::string::npos));
  const Span span{at, at + static_cast<std::uint32_t>(std::string("Рахманберді").size())};
  EXPECT_EQ(text::OffsetMap(d.offsets).to_raw(span).of(d.raw), "Рахманбердi");
  EXPECT_EQ(cleaned(d.text).text, d.text);
}

TEST(RealPages, are_cleaned_once_for_all) {
  bool any = false;
  int pages = 0, changed = 0;
  for (const char* name : {"ru.jsonl", "ru2.jsonl", "kk.jsonl"}) {
    std::ifstream file(kShared + "/data/kznews/" + name);
    for (std::string line; std::getline(file, line); any = true) {
      const auto record = nlohmann::json::parse(line);
      const Document once = cleaned(record.value("text", record.value("content", "")));
      const Document twice = cleaned(once.text);
      ++pages;
      changed += twice.text != once.text || !twice.furniture.empty();
      expect_sound_offsets(once);
    }
  }
  if (!any) GTEST_SKIP() << "no " << kShared << "/data/kznews";
  // Where pieces were cut out of a line its rest may look like furniture next time.
  EXPECT_LE(changed, pages / 100);
}

}  // namespace
}  // namespace qogam::clean::testing
