// Phrases that come up in a topic's texts and not elsewhere.
#include "learn/suggest_cues.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/analysis.h"

namespace qogam::learn {
namespace {

std::vector<CueSuggestion> suggestions(std::size_t most) {
  const auto& knowledge = *test::real_knowledge();
  CueSuggester suggester(knowledge);
  for (int n = 0; n < 12; ++n) {
    suggester.add(test::words_of(knowledge, "Дрессировщик вывел слона. Цирковой шатёр стоял на площади, зрители ждали.", "ru"), {"circus"});
    suggester.add(test::words_of(knowledge, "Зрители ждали поезд на площади. Ремонт дорог идёт.", "ru"), {"roads_transport"});
  }
  return suggester.suggest(most, 3);
}

TEST(SuggestCues, what_only_the_topic_has_comes_first) {
  std::vector<std::string> phrases;
  for (const CueSuggestion& s : suggestions(50)) {
    EXPECT_EQ(s.language, "ru");
    if (s.topic != "circus") continue;
    EXPECT_EQ(s.inside, 12u) << s.phrase;
    EXPECT_EQ(s.outside, 0u) << s.phrase;
    phrases.push_back(s.phrase);
  }
  const auto has = [&](const std::string& lemma) {
    return std::ranges::any_of(phrases, [&](const std::string& p) { return p.find(lemma) != p.npos; });
  };
  EXPECT_TRUE(has("дрессировщик"));
  EXPECT_TRUE(has("шатер"));
  EXPECT_FALSE(has("зритель")) << "others have it as well";
  EXPECT_FALSE(has("на")) << "a phrase neither begins nor ends with a preposition";
}

TEST(SuggestCues, cues_that_are_known_are_not_suggested) {
  for (const CueSuggestion& s : suggestions(50))
    if (s.topic == "roads_transport") { EXPECT_EQ(s.phrase.find("ремонт"), std::string::npos) << s.phrase; }
}

TEST(SuggestCues, no_more_than_asked_for) {
  std::size_t circus = 0;
  for (const CueSuggestion& s : suggestions(2)) circus += s.topic == "circus";
  EXPECT_EQ(circus, 2u);
}

}  // namespace
}  // namespace qogam::learn
