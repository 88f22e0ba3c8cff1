// Popolo: types and required keys of its JSON Schemas, in a small table of our own.
#include <regex>
#include <set>

#include "exports/world.h"

namespace qogam::exports::test {
namespace {

struct Key {
  const char* name;
  enum Kind { text, day, list } kind;
  bool required = false;
};

const std::map<std::string, std::vector<Key>> kClasses = {
    {"persons", {{"id", Key::text, true}, {"name", Key::text, true}, {"other_names", Key::list}, {"sources", Key::list}}},
    {"organizations", {{"id", Key::text, true}, {"name", Key::text, true}, {"classification", Key::text}, {"other_names", Key::list}, {"sources", Key::list}}},
    {"posts", {{"id", Key::text, true}, {"label", Key::text, true}, {"role", Key::text, true}, {"organization_id", Key::text, true}}},
    {"memberships", {{"id", Key::text, true}, {"person_id", Key::text, true}, {"role", Key::text}, {"label", Key::text}, {"organization_id", Key::text}, {"post_id", Key::text}}},
    {"speeches", {{"id", Key::text, true}, {"text", Key::text, true}, {"type", Key::text}, {"title", Key::text}, {"creator_id", Key::text}, {"attribution_text", Key::text}, {"date", Key::day}, {"sources", Key::list}}},
};

void expect_key(const Json& value, const Key& key, const std::string& where) {
  if (key.kind == Key::list) {
    EXPECT_TRUE(value.is_array()) << where;
    for (const Json& item : value) {
      const char* must = key.name == std::string("sources") ? "url" : "name";
      EXPECT_TRUE(item.contains(must) && item[must].is_string()) << where << item;
    }
    return;
  }
  ASSERT_TRUE(value.is_string()) << where;
  if (key.kind == Key::day) {
    EXPECT_TRUE(std::regex_match(value.get<std::string>(), std::regex("[0-9]{4}(-[0-9]{2}){0,2}"))) << where;
  }
}

void expect_valid(const Json& popolo) {
  EXPECT_EQ(popolo.size(), kClasses.size());
  std::map<std::string, std::set<std::string>> ids;
  for (const auto& [name, keys] : kClasses)
    for (const Json& item : popolo.at(name)) {
      EXPECT_TRUE(ids[name].insert(item.at("id")).second) << name << " " << item["id"] << " stands there twice";
      std::size_t known = 0;
      for (const Key& key : keys) {
        EXPECT_TRUE(item.contains(key.name) || !key.required) << name << "." << key.name << item;
        if (!item.contains(key.name)) continue;
        expect_key(item[key.name], key, name + "." + key.name);
        ++known;
      }
      EXPECT_EQ(known, item.size()) << "a key that Popolo has not: " << item;
    }
  const auto expect_known = [&](const Json& item, const char* key, const char* list) {
    if (item.contains(key)) {
      EXPECT_TRUE(ids[list].contains(item[key])) << item;
    }
  };
  for (const char* list : {"posts", "memberships", "speeches"})
    for (const Json& item : popolo[list]) {
      expect_known(item, "organization_id", "organizations");
      expect_known(item, "post_id", "posts");
      expect_known(item, "person_id", "persons");
      expect_known(item, "creator_id", "persons");
    }
}

class PopoloTest : public ExportTest {};

TEST_F(PopoloTest, classes_have_their_keys_and_ids_lead_somewhere) {
  std::vector<Json> articles = analysed();
  for (std::size_t i = 0; i < articles.size(); i += 2) articles[i]["source"]["url"] = "https://a.kz/" + std::to_string(i);
  const Corpus corpus = SimpleRegistry::of(articles);
  const Json popolo = Json::parse(bytes_of(exported("popolo", corpus)));
  expect_valid(popolo);
  std::size_t quotes = 0;
  for (const Json& article : articles) quotes += article["quotes"].size();
  EXPECT_EQ(popolo["speeches"].size(), quotes);
  EXPECT_EQ(popolo["persons"].size(), corpus.people.size());
  EXPECT_GT(popolo["posts"].size(), 100u);
}

TEST_F(PopoloTest, hostile_articles_are_valid_too) { expect_valid(Json::parse(bytes_of(exported("popolo", SimpleRegistry::of(hostile_articles()))))); }

TEST_F(PopoloTest, nothing_gives_empty_lists) {
  EXPECT_EQ(Json::parse(bytes_of(exported("popolo", Corpus{}))),
            Json::parse(R"({"persons": [], "organizations": [], "posts": [], "memberships": [], "speeches": []})"));
}

TEST_F(PopoloTest, an_organization_known_by_name_only_gets_an_id) {
  Corpus corpus;
  corpus.people.push_back({"p1", "A B", "official", {}, {{"akim", "akimat", "", "current", "2024-01-01", "2024-01-01"}}, {}, {}});
  corpus.people.push_back({"p2", "C D", "official", {}, {{"akim", "akimat", "", "former", "2023-01-01", "2023-02-01"}}, {}, {}});
  const Json popolo = Json::parse(bytes_of(exported("popolo", corpus)));
  expect_valid(popolo);
  EXPECT_EQ(popolo["organizations"].size(), 1u);
  EXPECT_EQ(popolo["posts"].size(), 1u);
  EXPECT_EQ(popolo["memberships"][1]["label"], "former, told 2023-01-01 to 2023-02-01");
}

}  // namespace
}  // namespace qogam::exports::test
