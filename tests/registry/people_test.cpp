// People across articles: who is joined by which evidence, and who stays apart.
#include "registry/people.h"

#include <gtest/gtest.h>

#include "registry/registry.h"

namespace qogam::registry::test {
namespace {

struct Who {
  std::string name, position, body, status = "current";
};

// Bodies get the entities e11 and on, people e1 and on.
ArticleEntities article(const std::string& id, std::vector<Who> people, const std::string& town = "Темиртау", const std::string& language = "ru", const std::string& day = "2024-01-01") {
  ArticleEntities a{.number = 0, .id = id, .day = day, .language = language, .people = {}, .bodies = {}, .places = {}, .roles = {}};
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Who& who = people[i];
    const std::string ref = "e" + std::to_string(i + 1), body = "e" + std::to_string(i + 11);
    a.people.push_back({ref, who.position.empty() ? "person" : "official", who.name, 1});
    if (!who.body.empty()) a.bodies.push_back({body, "state_body", who.body, 1});
    if (!who.position.empty()) a.roles.push_back({ref, who.position, who.body, who.body.empty() ? "" : body, who.status});
  }
  if (!town.empty()) a.places.push_back({"e30", "city", town, 3});
  return a;
}

const std::string kOffice = "отдел ЖКХ";

TEST(People, joins) {
  const struct {
    const char* what;
    std::vector<ArticleEntities> articles;
    const char* groups;
  } cases[] = {
      {"orders of one name", {article("a", {{"Ерлан Сапаров", "аким", "", ""}}), article("b", {{"Сапаров Ерлан", "аким", "", ""}})}, "a#e1 b#e1"},
      {"a full name and an initial, nobody else of that name", {article("a", {{"Ерлан Сапаров", "начальник отдела", kOffice}}), article("b", {{"Е. Сапаров", "начальник отдела", kOffice}})}, "a#e1 b#e1"},
      {"two languages", {article("a", {{"Нурлан Касымов", "аким города", ""}}), article("b", {{"Нұрлан Қасымов", "қала әкімі", ""}}, "Теміртау", "kk")}, "a#e1 b#e1"},
      {"names with patronymics, whatever they are now", {article("a", {{"Сапаров Ерлан Болатович", "начальник отдела", kOffice}}), article("b", {{"Ерлан Болатұлы Сәпаров", "", ""}}, "Теміртау", "kk")}, "a#e1 b#e1"},
      {"other patronymics", {article("a", {{"Сапаров Ерлан Болатович", "аким", ""}}), article("b", {{"Сапаров Ерлан Маратович", "аким", ""}})}, "a#e1 | b#e1"},
      {"one name in two towns", {article("a", {{"Ерлан Сапаров", "аким", ""}}), article("b", {{"Ерлан Сапаров", "врач", ""}}, "Жаркент")}, "a#e1 | b#e1"},
      {"men and women of one surname", {article("a", {{"Серик Ахметов", "аким", ""}}), article("b", {{"Сауле Ахметова", "аким", ""}})}, "a#e1 | b#e1"},
      {"Marat is not Murat", {article("a", {{"Марат Касымов", "аким", ""}}), article("b", {{"Мурат Касымов", "аким", ""}})}, "a#e1 | b#e1"},
      {"two full names of one article", {article("a", {{"Ерлан Сапаров", "аким", ""}, {"Ерлан Сапаров", "врач", ""}})}, "a#e1 | a#e2"},
      {"a surname alone joins nobody without a post", {article("a", {{"Ерлан Сапаров", "", ""}}), article("b", {{"Сапаров", "", ""}})}, "a#e1 | b#e1"},
      {"a surname with the post in the same body", {article("a", {{"Ерлан Сапаров", "начальник отдела", kOffice}}), article("b", {{"Сапаров", "начальник отдела", kOffice}})}, "a#e1 b#e1"},
      {"an initial that two fit", {article("a", {{"Серик Ахметов", "", ""}}), article("b", {{"Султан Ахметов", "", ""}}), article("c", {{"С. Ахметов", "", ""}})}, "a#e1 | b#e1 | c#e1"},
      {"an initial that two fit, one by the post", {article("a", {{"Серик Ахметов", "начальник отдела", kOffice}}), article("b", {{"Султан Ахметов", "врач", ""}}), article("c", {{"С. Ахметов", "начальник отдела", kOffice}})}, "a#e1 c#e1 | b#e1"},
      {"the order of articles does not matter to the most complete name", {article("a", {{"С. Ахметов", "начальник отдела", kOffice}}), article("b", {{"Серик Ахметов", "начальник отдела", kOffice}})}, "a#e1 b#e1"},
      {"names that are none", {article("a", {{"—", "", ""}}), article("b", {{"", "", ""}})}, ""},
      {"nobody", {}, ""},
  };
  for (const auto& c : cases) EXPECT_EQ(groups(people_of(numbered(c.articles)).people), c.groups) << c.what;
}

TEST(People, what_is_unsure_is_a_doubt) {
  const auto found = people_of(numbered({article("a", {{"Ерлан Сапаров", "аким", ""}}), article("b", {{"Ерлан Сапаров", "врач", ""}}, "Жаркент")}));
  ASSERT_EQ(found.doubts.size(), 1u);
  EXPECT_EQ(found.doubts[0].kind, "person");
  EXPECT_EQ(found.doubts[0].first, "b#e1");
  EXPECT_EQ(found.doubts[0].second, "a#e1");
  EXPECT_EQ(found.doubts[0].reason, "same surname and given name");
}

TEST(People, two_that_a_third_one_joins_are_in_doubt_no_more) {
  const auto articles = numbered({article("a", {{"Ерлан Сапаров", "аким", ""}}), article("b", {{"Ерлан Сапаров", "врач", ""}}, "Жаркент"), article("c", {{"Ерлан Сапаров", "", ""}}, "Шымкент")});
  EXPECT_FALSE(people_of(articles).doubts.empty());
  Decisions decisions;
  decisions.same = {{"c#e1", "a#e1"}, {"c#e1", "b#e1"}};
  const auto found = people_of(articles, decisions);
  EXPECT_EQ(groups(found.people), "a#e1 b#e1 c#e1");
  EXPECT_TRUE(found.doubts.empty());
}

TEST(People, what_is_sure_says_why) {
  const auto found = people_of(numbered({article("a", {{"Ерлан Сапаров", "начальник отдела", kOffice}}), article("b", {{"Е. Сапаров", "начальник отдела", kOffice}})}));
  ASSERT_EQ(found.people.size(), 1u);
  const Person& person = found.people[0];
  EXPECT_EQ(person.name, "Ерлан Сапаров");
  EXPECT_EQ(person.kind, "official");
  EXPECT_EQ(person.forms, std::vector<std::string>{"Е. Сапаров"});
  ASSERT_EQ(person.reasons.size(), 1u);
  for (const char* piece : {"\"Е. Сапаров\" in b", "same surname and initial", "same body: отдел ЖКХ", "same post: начальник отдела", "articles of one place"})
    EXPECT_NE(person.reasons[0].find(piece), std::string::npos) << person.reasons[0];
}

TEST(People, careers) {
  const auto found = people_of(numbered({article("a", {{"Сапаров Ерлан Болатович", "заместитель акима", "акимат"}}, "Темиртау", "ru", "2023-02-01"),
                                         article("b", {{"Сапаров Ерлан Болатович", "заместитель акима города", "акимат города Темиртау"}}, "Темиртау", "ru", "2023-05-01"),
                                         article("c", {{"Сапаров Ерлан Болатович", "начальник отдела", kOffice}}, "Темиртау", "ru", "2024-01-10"),
                                         article("d", {{"Сапаров Ерлан Болатович", "заместитель акима", "акимат", "former"}}, "Темиртау", "ru", "2024-02-01")}));
  ASSERT_EQ(found.people.size(), 1u);
  const auto& posts = found.people[0].posts;
  ASSERT_EQ(posts.size(), 2u);
  EXPECT_EQ(posts[0].position, "заместитель акима города");
  EXPECT_EQ(posts[0].first, "2023-02-01");
  EXPECT_EQ(posts[0].last, "2024-02-01");
  EXPECT_EQ(posts[0].status, "former");
  EXPECT_EQ(posts[1].position, "начальник отдела");
  EXPECT_EQ(posts[1].first, "2024-01-10");
  EXPECT_EQ(posts[1].status, "current");
  EXPECT_NE(posts[0].body, posts[1].body);
}

TEST(People, posts_of_articles_without_a_day) {
  const auto found = people_of(numbered({article("a", {{"Сапаров Ерлан Болатович", "аким", ""}}, "Темиртау", "ru", ""), article("b", {{"Сапаров Ерлан Болатович", "аким", "", "former"}}, "Темиртау", "ru", "2024-02-01"),
                                         article("c", {{"Сапаров Ерлан Болатович", "аким", ""}}, "Темиртау", "ru", "")}));
  ASSERT_EQ(found.people.size(), 1u);
  ASSERT_EQ(found.people[0].posts.size(), 1u);
  EXPECT_EQ(found.people[0].posts[0].first, "2024-02-01");
  EXPECT_EQ(found.people[0].posts[0].last, "2024-02-01");
  EXPECT_EQ(found.people[0].posts[0].status, "former");
}

TEST(People, same_is_obeyed) {
  const struct {
    const char* what;
    const char *a, *b;
  } cases[] = {
      {"in two towns", "Ерлан Сапаров", "Ерлан Сапаров"},
      {"another surname since a wedding", "Динара Ким", "Динара Ахметова"},
      {"a name that was misspelt", "Марат Касымов", "Мурат Касымов"},
  };
  for (const auto& c : cases) {
    const auto articles = numbered({article("a", {{c.a, "врач", ""}}), article("b", {{c.b, "учитель", ""}}, "Жаркент")});
    EXPECT_EQ(groups(people_of(articles).people), "a#e1 | b#e1") << c.what;
    for (const bool turned : {false, true}) {
      Decisions decisions;
      decisions.same = {turned ? std::pair<std::string, std::string>("b#e1", "a#e1") : std::pair<std::string, std::string>("a#e1", "b#e1")};
      const auto found = people_of(articles, decisions);
      EXPECT_EQ(groups(found.people), "a#e1 b#e1") << c.what;
      EXPECT_TRUE(found.doubts.empty()) << c.what;
    }
  }
}

TEST(People, apart_is_obeyed) {
  const auto articles = numbered({article("a", {{"Сапаров Ерлан Болатович", "аким", ""}}), article("b", {{"Сапаров Ерлан Болатович", "аким", ""}}), article("c", {{"Ерлан Сапаров", "аким", ""}})});
  EXPECT_EQ(groups(people_of(articles).people), "a#e1 b#e1 c#e1");
  Decisions decisions;
  decisions.apart = {{"a#e1", "b#e1"}};
  const auto found = people_of(articles, decisions);
  for (const Person& person : found.people) EXPECT_FALSE(person.entities.size() == 3) << groups(found.people);
  EXPECT_GE(found.people.size(), 2u);
}

TEST(People, a_surname_may_be_parted_from_the_one_it_fits) {
  const auto articles = numbered({article("a", {{"Ерлан Сапаров", "начальник отдела", kOffice}}), article("b", {{"Сапаров", "начальник отдела", kOffice}})});
  Decisions decisions;
  decisions.apart = {{"a#e1", "b#e1"}};
  EXPECT_EQ(groups(people_of(articles, decisions).people), "a#e1 | b#e1");
}

TEST(People, the_same_articles_give_the_same_people) {
  std::vector<ArticleEntities> articles;
  for (int i = 0; i < 40; ++i)
    articles.push_back(article("a" + std::to_string(i), {{i % 3 == 0 ? "Ерлан Сапаров" : i % 3 == 1 ? "Е. Сапаров" : "Сапаров", "начальник отдела", i % 4 == 0 ? "" : kOffice}, {i % 2 == 0 ? "Динара Ким" : "Ким Д.", "", ""}}, i % 5 == 0 ? "Жаркент" : "Темиртау"));
  articles = numbered(articles);
  const auto first = people_of(articles), second = people_of(articles);
  EXPECT_EQ(groups(first.people), groups(second.people));
  ASSERT_EQ(first.people.size(), second.people.size());
  for (std::size_t i = 0; i < first.people.size(); ++i) {
    EXPECT_EQ(first.people[i].id, second.people[i].id);
    EXPECT_EQ(first.people[i].name, second.people[i].name);
    EXPECT_EQ(first.people[i].reasons, second.people[i].reasons);
  }
  std::size_t entities = 0;
  for (const Person& person : first.people) entities += person.entities.size();
  EXPECT_EQ(entities, 80u) << "each entity is of one person";
}

}  // namespace
}  // namespace qogam::registry::test
