// FollowTheMoney: what its validator asks, as far as our schemas go. tests/exports/validate.py asks the real one.
#include <regex>
#include <set>

#include "exports/world.h"

namespace qogam::exports::test {
namespace {

struct SchemaRules {
  std::set<std::string> required, properties;
};

const std::map<std::string, SchemaRules> kSchemas = {
    {"Article", {{"fileName"}, {"title", "author", "language", "publishedAt", "sourceUrl", "keywords", "bodyText", "processingAgent"}}},
    {"Person", {{"name"}, {"alias", "position", "notes"}}},
    {"PublicBody", {{"name"}, {"alias", "classification", "address", "notes"}}},
    {"Company", {{"name"}, {"alias", "classification", "address", "notes"}}},
    {"Organization", {{"name"}, {"alias", "classification", "address", "notes"}}},
    {"Position", {{"name"}, {"organization", "description"}}},
    {"Occupancy", {{"holder", "post"}, {"status", "date", "summary"}}},
    {"Membership", {{"member", "organization"}, {"role", "date"}}},
    {"Mention", {{"document", "name"}, {"detectedSchema", "resolved"}}},
    {"Project", {{"name", "projectId"}, {"goal", "phase", "status", "startDate", "endDate", "description", "keywords", "address", "notes", "proof"}}},
    {"ProjectParticipant", {{"project", "participant"}, {"role"}}},
};
const std::set<std::string> kLinks = {"organization", "holder", "post", "member", "document", "resolved", "proof", "project", "participant"};
const std::set<std::string> kDates = {"publishedAt", "date", "startDate", "endDate"};

class FtmTest : public ExportTest {
 protected:
  void expect_valid(const std::vector<Json>& entities) {
    std::map<std::string, Json> by_id;
    for (const Json& entity : entities) {
      EXPECT_TRUE(by_id.emplace(entity["id"], entity).second) << entity["id"] << " stands there twice";
    }
    for (const Json& entity : entities) {
      const auto schema = kSchemas.find(entity["schema"]);
      ASSERT_NE(schema, kSchemas.end()) << entity["schema"];
      EXPECT_EQ(entity.size(), 3u);
      for (const std::string& name : schema->second.required) EXPECT_TRUE(entity["properties"].contains(name)) << entity;
      for (const auto& [name, values] : entity["properties"].items()) {
        EXPECT_TRUE(schema->second.required.contains(name) || schema->second.properties.contains(name)) << entity["schema"] << " " << name;
        EXPECT_FALSE(values.empty());
        for (const std::string value : values) {
          EXPECT_FALSE(value.empty());
          if (kLinks.contains(name)) {
            EXPECT_TRUE(by_id.contains(value)) << name << " of " << entity["id"] << " leads nowhere";
          }
          if (kDates.contains(name)) {
            EXPECT_TRUE(std::regex_match(value, std::regex("\\d{4}-\\d{2}-\\d{2}"))) << value;
          }
        }
      }
    }
  }
};

TEST_F(FtmTest, entities_have_what_their_schemas_ask_and_links_lead_somewhere) {
  const std::vector<Json> entities = objects_of(bytes_of(exported("ftm", SimpleRegistry::of(analysed()))));
  expect_valid(entities);
  std::map<std::string, int> count;
  for (const Json& entity : entities) ++count[entity["schema"]];
  for (const auto& [schema, rules] : kSchemas) EXPECT_GT(count[schema], 0) << schema;
}

TEST_F(FtmTest, hostile_articles_are_valid_too) { expect_valid(objects_of(bytes_of(exported("ftm", SimpleRegistry::of(hostile_articles()))))); }

TEST_F(FtmTest, ids_are_the_same_in_every_run_and_order) {
  const auto ids = [&](std::vector<Json> articles, const char* name) {
    std::set<std::string> all;
    for (const Json& entity : objects_of(bytes_of(exported("ftm", with_articles(std::move(articles)), {}, name)))) all.insert(entity["id"]);
    return all;
  };
  std::vector<Json> backwards(analysed().rbegin(), analysed().rend());
  EXPECT_EQ(ids(analysed(), "a"), ids(backwards, "b"));
}

TEST_F(FtmTest, languages_are_three_letters_and_addresses_are_of_the_web) {
  Json article = bare_article("x", "words");
  article["language"] = "kk-Latn";
  article["source"] = {{"url", "javascript:alert(1)"}};
  const Json first = objects_of(bytes_of(exported("ftm", with_articles({article}))))[0];
  EXPECT_EQ(first["properties"]["language"], Json::array({"kaz"}));
  EXPECT_FALSE(first["properties"].contains("sourceUrl"));
}

TEST_F(FtmTest, days_of_articles_are_no_begin_and_end_of_a_post) {
  Corpus corpus;
  corpus.people.push_back({"p1", "A B", "official", {}, {{"akim", "akimat", "", "former", "2024-01-01", "2024-05-01"}}, {}, {}});
  const std::vector<Json> entities = objects_of(bytes_of(exported("ftm", corpus)));
  ASSERT_EQ(entities.size(), 3u);
  EXPECT_EQ(entities[2]["properties"]["status"], Json::array({"ended"}));
  EXPECT_EQ(entities[2]["properties"]["date"], Json::array({"2024-01-01", "2024-05-01"}));
  EXPECT_FALSE(entities[2]["properties"].contains("endDate"));
}

TEST_F(FtmTest, nothing_gives_an_empty_file) { EXPECT_EQ(bytes_of(exported("ftm", Corpus{})), ""); }

}  // namespace
}  // namespace qogam::exports::test
