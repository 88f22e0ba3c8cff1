// Bodies across articles: what is joined, what is a doubt, and what a person has decided.
#include "registry/bodies.h"

#include <gtest/gtest.h>

#include "registry/registry.h"

namespace qogam::registry::test {
namespace {

ArticleEntities article(const std::string& id, std::vector<std::string> bodies, const std::string& town = "Темиртау", const std::string& language = "ru") {
  ArticleEntities a{.number = 0, .id = id, .day = "2024-01-01", .language = language, .people = {}, .bodies = {}, .places = {}, .roles = {}};
  for (const std::string& name : bodies) a.bodies.push_back({"e" + std::to_string(a.bodies.size() + 1), "state_body", name, 1});
  if (!town.empty()) a.places.push_back({"e20", "city", town, 3});
  return a;
}

TEST(Bodies, a_name_that_says_less_joins_the_only_one_it_can_mean) {
  const auto found = bodies_of(numbered({article("a", {"управление энергетики и ЖКХ Карагандинской области"}), article("b", {"управление энергетики Карагандинской области"})}));
  EXPECT_EQ(groups(found.bodies), "a#e1 b#e1");
  EXPECT_EQ(found.bodies[0].name, "управление энергетики и ЖКХ Карагандинской области");
  EXPECT_EQ(found.bodies[0].forms, std::vector<std::string>{"управление энергетики Карагандинской области"});
  EXPECT_EQ(found.bodies[0].reasons.size(), 1u);
  EXPECT_TRUE(found.doubts.empty());
}

TEST(Bodies, a_name_that_can_mean_two_stays_apart_and_is_a_doubt) {
  const auto found =
      bodies_of(numbered({article("a", {"управление энергетики и ЖКХ Карагандинской области"}), article("b", {"управление энергетики и транспорта Карагандинской области"}), article("c", {"управление энергетики Карагандинской области"})}));
  EXPECT_EQ(groups(found.bodies), "a#e1 | b#e1 | c#e1");
  ASSERT_EQ(found.doubts.size(), 2u);
  for (const Doubt& doubt : found.doubts) {
    EXPECT_EQ(doubt.kind, "body");
    EXPECT_EQ(doubt.first, "c#e1");
    EXPECT_NE(doubt.reason, "");
  }
}

TEST(Bodies, body_of_leads_every_entity_to_its_body) {
  const auto found = bodies_of(numbered({article("a", {"отдел ЖКХ", "акимат"}), article("b", {"ТКШ бөлімі"}, "Теміртау", "kk")}));
  EXPECT_EQ(groups(found.bodies), "a#e1 b#e1 | a#e2");
  EXPECT_EQ(found.body_of.at("a#e1"), 0u);
  EXPECT_EQ(found.body_of.at("b#e1"), 0u);
  EXPECT_EQ(found.body_of.at("a#e2"), 1u);
  EXPECT_EQ(found.body_of.size(), 3u);
  EXPECT_EQ(found.bodies[0].place, "Темиртау");
}

TEST(Bodies, ids_stay_when_articles_are_added_behind) {
  const auto one = numbered({article("a", {"отдел ЖКХ"}), article("b", {"отдел образования"})});
  const auto more = numbered({article("a", {"отдел ЖКХ"}), article("b", {"отдел образования"}), article("c", {"отдел ЖКХ города Темиртау", "акимат"})});
  const auto before = bodies_of(one), after = bodies_of(more), again = bodies_of(more);
  ASSERT_EQ(after.bodies.size(), 3u);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(before.bodies[i].id, after.bodies[i].id);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(again.bodies[i].id, after.bodies[i].id);
    EXPECT_EQ(again.bodies[i].name, after.bodies[i].name);
    EXPECT_EQ(again.bodies[i].reasons, after.bodies[i].reasons);
  }
}

TEST(Bodies, of_one_name_and_two_kinds_are_two) {
  const auto of = [](const char* id, const char* kind, const char* name) {
    ArticleEntities a = article(id, {name});
    a.bodies[0].kind = kind;
    return a;
  };
  const auto found = bodies_of(numbered({of("a", "other", "«Шапағат»"), of("b", "ngo", "ОФ «Шапағат»"), of("c", "company", "ТОО «Шапағат»"), of("d", "ngo", "фонд «Шапағат»")}));
  EXPECT_EQ(groups(found.bodies), "a#e1 b#e1 d#e1 | c#e1");
  EXPECT_EQ(found.bodies[0].kind, "ngo");
  EXPECT_EQ(found.bodies[1].kind, "company");
}

TEST(Bodies, same_is_obeyed) {
  const auto articles = numbered({article("a", {"отдел ЖКХ"}, "Темиртау"), article("b", {"отдел ЖКХ"}, "Жаркент")});
  EXPECT_EQ(groups(bodies_of(articles).bodies), "a#e1 | b#e1");
  Decisions decisions;
  decisions.same = {{"b#e1", "a#e1"}};
  const auto found = bodies_of(articles, decisions);
  EXPECT_EQ(groups(found.bodies), "a#e1 b#e1");
  EXPECT_EQ(found.bodies[0].reasons, std::vector<std::string>{"decided in the review"});
}

TEST(Bodies, apart_is_obeyed) {
  Decisions decisions;
  decisions.apart = {{"a#e1", "b#e1"}};
  EXPECT_EQ(groups(bodies_of(numbered({article("a", {"управление энергетики и ЖКХ Карагандинской области"}), article("b", {"управление энергетики Карагандинской области"})}), decisions).bodies), "a#e1 | b#e1");
}

TEST(Bodies, apart_is_obeyed_of_equal_names) {
  Decisions decisions;
  decisions.apart = {{"a#e1", "b#e1"}};
  EXPECT_EQ(groups(bodies_of(numbered({article("a", {"отдел ЖКХ"}), article("b", {"отдел ЖКХ"})}), decisions).bodies), "a#e1 | b#e1");
}

TEST(Bodies, apart_is_obeyed_when_a_third_name_fits_both) {
  const auto articles = numbered({article("a", {"отдел ЖКХ города Темиртау"}, "Темиртау"), article("b", {"отдел ЖКХ"}, "Темиртау"), article("c", {"отдел ЖКХ Темиртау (Караганда)"}, "Темиртау")});
  EXPECT_EQ(groups(bodies_of(articles).bodies), "a#e1 b#e1 c#e1");
  Decisions decisions;
  decisions.apart = {{"a#e1", "b#e1"}};
  const auto found = bodies_of(articles, decisions);
  EXPECT_NE(found.body_of.at("a#e1"), found.body_of.at("b#e1"));
}

TEST(Bodies, decisions_about_what_is_not_there_do_nothing) {
  Decisions decisions;
  decisions.same = {{"a#e1", "gone#e1"}, {"gone#e1", "gone#e2"}};
  decisions.apart = {{"a#e1", "gone#e1"}};
  EXPECT_EQ(groups(bodies_of(numbered({article("a", {"отдел ЖКХ"})}), decisions).bodies), "a#e1");
}

TEST(Bodies, no_articles) { EXPECT_TRUE(bodies_of({}).bodies.empty()); }

}  // namespace
}  // namespace qogam::registry::test
