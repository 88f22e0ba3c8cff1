// Pages of twelve kinds of site, whose figures must not fall: see pages/README.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "clean/cleaner.h"
#include "read/decode_stage.h"
#include "support/knowledge.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace qogam::html {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Words words_of(std::string_view text) {
  Words words(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::to_lower(text::decode_at(text, at));
    if (c == 0xAD) continue;
    if (text::is_letter(c) || (c >= '0' && c <= '9'))
      text::append_utf8(words.back(), c);
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

double f1(Words gold, Words found) {
  Words both;
  std::sort(gold.begin(), gold.end());
  std::sort(found.begin(), found.end());
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(gold.size() + found.size());
}

class Pages : public testing::Test {
 protected:
  static Document article_of(const fs::path& path) {
    static const auto decode = read::make_decode_stage();
    static const auto clean = clean::make_cleaner(*test::real_knowledge(), Options{});
    Document d;
    d.source.path = path.string();
    d.source.media_type = "text/html";
    d.source.bytes = read_file(path);
    decode->run(d);
    clean->run(d);
    return d;
  }

  static std::vector<fs::path> pages() {
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(std::string(QOGAM_SOURCE_DIR) + "/tests/html/pages"))
      if (entry.path().extension() == ".html") all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
  }
};

TEST_F(Pages, bodies_titles_and_days) {
  double body = 0, titles = 0, days = 0, addresses = 0, with_address = 0;
  const auto all = pages();
  ASSERT_EQ(all.size(), 120u);
  for (const fs::path& path : all) {
    const auto gold = nlohmann::json::parse(read_file(fs::path(path).replace_extension(".json")));
    const Document d = article_of(path);
    const std::size_t line = d.text.find('\n');
    const bool headed = words_of(d.text.substr(0, line)) == words_of(d.title);
    body += f1(words_of(gold["body"].get<std::string>()), words_of(headed && line != std::string::npos ? d.text.substr(line) : d.text));
    titles += words_of(gold["title"].get<std::string>()) == words_of(d.title);
    days += gold["published"] == d.published.value;
    with_address += !gold["url"].is_null();
    addresses += !gold["url"].is_null() && gold["url"] == d.source.url;
  }
  const auto count = static_cast<double>(all.size());
  EXPECT_GE(body / count, 0.97);
  EXPECT_GE(titles / count, 0.95);
  EXPECT_GE(days / count, 0.95);
  EXPECT_EQ(addresses, with_address);
}

// Every byte of the text leads to the page; where it is the same there, a run maps byte by byte.
TEST_F(Pages, offsets_lead_to_the_source) {
  for (const fs::path& path : pages()) {
    const Document d = article_of(path);
    const text::OffsetMap to_raw(d.offsets);
    std::uint32_t at = 0;
    for (const OffsetRun& run : d.offsets) {
      EXPECT_EQ(run.text_begin, at) << path;
      at += run.text_size;
      EXPECT_LE(run.raw_begin + run.raw_size, d.raw.size()) << path;
    }
    EXPECT_EQ(at, d.text.size()) << path;
    // Words of letters only stand on the page as they are, but for tags and references inside them.
    std::size_t words = 0, same = 0;
    for (std::size_t begin = d.title.size(); begin < d.text.size();) {
      std::size_t end = begin;
      while (end < d.text.size() && text::is_letter([&] { std::size_t k = end; return text::decode_at(d.text, k); }())) text::decode_at(d.text, end);
      if (end == begin) {
        text::decode_at(d.text, begin);
        continue;
      }
      const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      ++words;
      same += to_raw.to_raw(span).of(d.raw) == span.of(d.text);
      begin = end;
    }
    EXPECT_GE(static_cast<double>(same), (path.stem() == "oldtable-2" || path.stem() == "oldtable-8" || path.stem() == "oldtable-10" || path.stem() == "tv-8" ? 0.3 : 0.85) * static_cast<double>(words)) << path;
  }
}

TEST_F(Pages, nothing_is_lost) {
  for (const fs::path& path : pages()) {
    const Document d = article_of(path);
    EXPECT_FALSE(d.error) << path;
    for (const Furniture& f : d.furniture) {
      EXPECT_FALSE(f.text.empty()) << path;
      EXPECT_LE(f.source.end, d.raw.size()) << path;
    }
  }
}

}  // namespace
}  // namespace qogam::html
