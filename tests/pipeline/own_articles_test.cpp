// Our own articles in detail: what the first page showed must hold on pages of other outlets, and
// gold and output must be sound.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "support/analysis.h"
#include "support/dump.h"
#include "support/output.h"

namespace qogam {
namespace {

using nlohmann::json;

const std::string kCorpora = std::string(QOGAM_SOURCE_DIR) + "/corpora";

std::vector<std::string> files(const std::string& ending) {
  std::vector<std::string> all;
  for (const auto& e : std::filesystem::recursive_directory_iterator(kCorpora))
    if (e.path().string().ends_with(ending) && e.path().string().find("/story/") == std::string::npos) all.push_back(e.path().string());
  std::sort(all.begin(), all.end());
  return all;
}

// Each article is analysed once for all tests.
const Document& article(const std::string& path) {
  static std::map<std::string, Document> known;
  auto [it, fresh] = known.try_emplace(path);
  if (fresh) {
    static const Pipeline pipeline = Pipeline::load(test::real_knowledge(), {});
    it->second.id = std::filesystem::path(path).stem().string();
    it->second.source.path = path;
    it->second.source.bytes = test::read_whole(path);
    pipeline.analyze(it->second);
  }
  return it->second;
}

bool holds(const std::string& text, const std::string& piece) { return text.find(piece) != text.npos; }

TEST(OwnGold, is_valid_and_its_offsets_hold) {
  const auto gold = files(".gold.json");
  EXPECT_EQ(gold.size(), files(".txt").size());
  EXPECT_GE(gold.size(), 20u);
  for (const std::string& path : gold) {
    SCOPED_TRACE(path);
    const json o = json::parse(test::read_whole(path));
    test::check_output(o);
    EXPECT_EQ(o["id"].get<std::string>() + ".gold.json", std::filesystem::path(path).filename().string());
  }
}

TEST(OwnArticles, outputs_are_valid_and_their_offsets_hold) {
  int checked = 0;
  for (const std::string& path : files(".txt")) {
    SCOPED_TRACE(path);
    const Document& d = article(path);
    ASSERT_FALSE(d.error);
    const json o = test::output_of(d);
    test::check_output(o);
    checked += test::check_offsets(o);
  }
  EXPECT_GT(checked, 1000);
}

// Each piece of furniture stands in the page where its span says, and not in the text beside what
// was taken from there.
TEST(OwnArticles, text_and_furniture_lead_back_to_the_page) {
  for (const std::string& path : files(".txt")) {
    SCOPED_TRACE(path);
    const Document& d = article(path);
    for (const Furniture& f : d.furniture) {
      EXPECT_EQ(f.source.of(d.raw), f.text);
      for (const OffsetRun& run : d.offsets) {
        const Span taken{run.raw_begin, run.raw_begin + run.raw_size};
        EXPECT_FALSE(run.raw_size > 0 && taken.overlaps(f.source)) << f.text;
      }
    }
    std::uint32_t at = 0;
    for (const OffsetRun& run : d.offsets) {
      EXPECT_EQ(run.text_begin, at);
      at += run.text_size;
      EXPECT_LE(run.raw_begin + run.raw_size, d.raw.size());
    }
    EXPECT_EQ(at, d.text.size());
  }
}

// The text of the article is that of the gold: nothing of the page is left in, nothing is lost.
TEST(OwnArticles, text_is_that_of_the_gold) {
  for (const std::string& path : files(".txt")) {
    if (path.find("/fresh/") != path.npos || path.find("/wide/") != path.npos) continue;  // the cleaner has not learnt from those
    const json gold = json::parse(test::read_whole(path.substr(0, path.size() - 4) + ".gold.json"));
    const auto squeezed = [](const std::string& text) {
      std::string all;
      for (const char c : text)
        if (c != '\n' && c != ' ') all += c;
      return all;
    };
    EXPECT_EQ(squeezed(article(path).text), squeezed(gold["text"])) << path;
    EXPECT_EQ(article(path).title, gold["title"].get<std::string>()) << path;
  }
}

TEST(OwnArticles, look_alike_letters_are_repaired) {
  const struct {
    const char *path, *in_page, *in_text;
  } cases[] = {{"/ru/ru-01-civil-forum.txt", "Серiкбаев", "Серікбаев"},
               {"/kk/kk-01-civil-forum.txt", "Әбдiкәрімов", "Әбдікәрімов"}};
  for (const auto& c : cases) {
    const Document& d = article(kCorpora + c.path);
    EXPECT_TRUE(holds(d.raw, c.in_page));
    EXPECT_FALSE(holds(d.text, c.in_page));
    EXPECT_TRUE(holds(d.text, c.in_text));
  }
}

struct Expected {
  const char *path, *published, *officials, *ngo, *representative, *today;
  std::vector<std::string> dates, furniture, commitments;
};

TEST(OwnArticles, civil_forum_pages) {
  const Expected pages[] = {
      {"/ru/ru-01-civil-forum.txt", "2023-10-11", "Бауыржан Серікбаев", "НПО", "Гульсара Ермекова", "Сегодня",
       {"2023-10-11", "2023-10-20", "2005", "2021/2025", "R/P2Y", "P3D"},
       {"icon", "478.31", "12oC", "2xbanner", "×", "Скучно 0", "Какие эмоции", "среда, 11 октября"},
       {"Список предложений мы соберём до 20 октября и опубликуем без правок",
        "Дорогу делегатам из Балхаша и Приозёрска оплатим"}},
      {"/kk/kk-01-civil-forum.txt", "2021-08-20", "Нұрболат Әбдікәрімов", "ҮЕҰ", "Айгерім Төлеубекқызы", "Бүгін",
       {"2021-08-20", "2021-09-10", "2003", "2021/2025", "R/P2Y", "2020"},
       {"icon", "425.4", "24oC", "Жарнама", "×", "Ұнайды 3", "Бұл туралы не ойлайсыз", "Жұма, 20 тамыз"},
       {"олардың бір бөлігі форумның күн тәртібіне енгізіледі"}},
  };
  for (const Expected& page : pages) {
    SCOPED_TRACE(page.path);
    const Document& d = article(kCorpora + page.path);
    // the day in the page header, with a warning
    EXPECT_EQ(d.published.value, page.published);
    EXPECT_EQ(d.published.from, "header");
    EXPECT_TRUE(std::ranges::any_of(d.warnings, [](const Problem& p) { return p.code == "header_date"; }));
    // official, by a name with a repaired letter
    EXPECT_TRUE(std::ranges::any_of(d.officials, [&](const Official& o) { return o.name == page.officials && o.status == "current"; }))
        << test::dump_all(d, d.officials);
    // generic NGO and who speaks for it, who is no official
    const auto ngo = std::ranges::find(d.ngos, page.ngo, &Ngo::name);
    ASSERT_NE(ngo, d.ngos.end()) << test::dump_all(d, d.ngos);
    EXPECT_FALSE(ngo->named);
    EXPECT_TRUE(std::ranges::any_of(ngo->representatives, [&](const Representative& r) { return r.name == page.representative; }))
        << test::dump(d, *ngo);
    EXPECT_TRUE(std::ranges::none_of(d.officials, [&](const Official& o) { return o.name == page.representative; }));
    // dates: today, years, a set
    for (const std::string& value : page.dates)
      EXPECT_TRUE(std::ranges::any_of(d.dates, [&](const TimeExpression& t) { return t.value == value; }))
          << value << " in " << test::dump_all(d, d.dates);
    EXPECT_EQ(d.surface(d.dates[0].span), page.today);
    const auto set = std::ranges::find(d.dates, "R/P2Y", &TimeExpression::value);
    ASSERT_NE(set, d.dates.end());
    EXPECT_EQ(set->type, "set");
    // quotes with both speakers
    std::vector<std::string> speakers;
    for (const Quote& q : d.quotes)
      if (q.direct) speakers.push_back(q.speaker_name);
    EXPECT_EQ(speakers, (std::vector<std::string>{page.representative, page.officials})) << test::dump_all(d, d.quotes);
    // commitments
    for (const std::string& clause : page.commitments)
      EXPECT_TRUE(std::ranges::any_of(d.commitments, [&](const Commitment& c) { return d.surface(c.span) == clause; }))
          << clause << " in " << test::dump_all(d, d.commitments);
    // furniture is found and gone
    for (const std::string& piece : page.furniture) {
      EXPECT_TRUE(holds(d.raw, piece)) << piece;
      EXPECT_FALSE(holds(d.text, piece)) << piece;
    }
    // topics with evidence
    for (const char* id : {"civil_society_dialogue", "public_oversight", "state_social_order"})
      EXPECT_TRUE(std::ranges::any_of(d.topics, [&](const Topic& t) { return t.id == id && !t.evidence.empty(); })) << id;
  }
}

// Roman numerals in Cyrillic letters have their value in either language.
TEST(OwnArticles, roman_numerals_in_cyrillic_letters) {
  const auto value = [](const Document& d, const std::string& token) {
    for (std::size_t t = 0; t < d.tokens.size(); ++t)
      if (d.surface(d.tokens[t].span) == token) return d.words[t].number;
    return std::int64_t{-2};
  };
  EXPECT_EQ(value(article(kCorpora + "/ru/ru-01-civil-forum.txt"), "ХІ"), 11);
  EXPECT_EQ(value(article(kCorpora + "/kk/kk-01-civil-forum.txt"), "Х"), 10);
}

// Articles with nothing civic give no officials, topics or commitments.
TEST(OwnArticles, pages_with_nothing_civic) {
  for (const char* path : {"/ru/ru-06-gadget-review.txt", "/kk/kk-08-mobile-game.txt"}) {
    const Document& d = article(kCorpora + path);
    EXPECT_EQ(test::dump_all(d, d.officials), "") << path;
    EXPECT_EQ(test::dump_all(d, d.commitments), "") << path;
    EXPECT_TRUE(d.topics.empty()) << path;
  }
}

// The same bytes twice give the same output; analysing the clean text gives that text again.
TEST(OwnArticles, are_analysed_the_same_every_time) {
  for (const std::string& path : files(".txt")) {
    Options plain;
    plain.plain = true;
    plain.published = article(path).published.value;
    const Document again = test::analysed(article(path).text, plain);
    EXPECT_EQ(again.text, article(path).text) << path;
    EXPECT_EQ(test::dump_all(again, again.dates), test::dump_all(article(path), article(path).dates)) << path;
    EXPECT_EQ(test::dump_all(again, again.officials), test::dump_all(article(path), article(path).officials)) << path;
  }
}

}  // namespace
}  // namespace qogam
