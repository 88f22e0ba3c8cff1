// The tagger of names in pieces of sentences, beside whole ones.
#include "ner/tagger.h"

#include <gtest/gtest.h>

#include "support/analysis.h"

namespace qogam::ner {
namespace {

constexpr const char* kText =
    "Об этом сообщил глава управления Серик Ахметов. Жители трёх улиц пожаловались на отсутствие воды. "
    "По словам эксперта Джона Уитмора, сети построены полвека назад, и менять их начнут не раньше весны.";

const Tagger& tagger() {
  static const auto all = taggers_of(*test::real_knowledge(), "names");
  return *all.at(test::real_knowledge()->language("ru"));
}

std::vector<bool> capitals(const Document& d) {
  std::vector<bool> sought;
  for (const Word& w : d.words) sought.push_back((w.features & feature::cap) != 0);
  return sought;
}

TEST(Tagger, around_every_token_is_everywhere) {
  const Document d = test::words_of(*test::real_knowledge(), kText, "ru");
  const auto whole = tagger().tag(d, Tagger::Confidence::asked);
  EXPECT_GE(whole.size(), 2u);
  EXPECT_EQ(tagger().tag_around(d, std::vector<bool>(d.tokens.size(), true), Tagger::Confidence::asked), whole);
}

TEST(Tagger, around_capitals_finds_the_same_names) {
  const Document d = test::words_of(*test::real_knowledge(), kText, "ru");
  const auto whole = tagger().tag(d, Tagger::Confidence::asked), around = tagger().tag_around(d, capitals(d), Tagger::Confidence::asked);
  ASSERT_EQ(around.size(), whole.size());
  for (std::size_t k = 0; k < whole.size(); ++k) {
    EXPECT_EQ(around[k].tokens, whole[k].tokens);
    EXPECT_EQ(around[k].type, whole[k].type);
    EXPECT_NEAR(around[k].confidence, whole[k].confidence, 0.05);
  }
}

TEST(Tagger, around_nothing_finds_nothing) {
  const Document d = test::words_of(*test::real_knowledge(), kText, "ru");
  EXPECT_TRUE(tagger().tag_around(d, std::vector<bool>(d.tokens.size(), false)).empty());
}

// A word that another language reads otherwise has other features: what a tagger keeps must not depend on which came first.
TEST(Tagger, does_not_depend_on_what_it_has_read) {
  const auto& k = *test::real_knowledge();
  const Document first = test::words_of(k, "Сауле да Коста келді.", "kk"), second = test::words_of(k, "Приехала Сауле да Коста.", "ru");
  const auto all = taggers_of(k, "names");
  const auto fresh = taggers_of(k, "names");
  const auto& used = *all.at(k.language("ru"));
  used.tag(first);
  EXPECT_EQ(used.tag(second, Tagger::Confidence::asked), fresh.at(k.language("ru"))->tag(second, Tagger::Confidence::asked));
}

}  // namespace
}  // namespace qogam::ner
