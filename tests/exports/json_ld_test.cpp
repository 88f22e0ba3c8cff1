// JSON-LD: one graph whose references lead somewhere.
#include <regex>
#include <set>

#include "exports/world.h"

namespace qogam::exports::test {
namespace {

class JsonLdTest : public ExportTest {
 protected:
  static void references(const Json& value, std::set<std::string>& ids) {
    if (value.is_object() && value.size() == 1 && value.contains("@id")) ids.insert(value["@id"]);
    if (value.is_structured())
      for (const Json& part : value) references(part, ids);
  }

  static void expect_whole(const Json& document) {
    EXPECT_EQ(document["@context"], "https://schema.org");
    std::set<std::string> ids, named;
    for (const Json& node : document["@graph"]) {
      EXPECT_TRUE(std::regex_match(node["@id"].get<std::string>(), std::regex("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}")));
      EXPECT_TRUE(ids.insert(node["@id"]).second) << node;
      EXPECT_TRUE(node["@type"].is_string());
      references(node, named);
    }
    for (const std::string& id : named) EXPECT_TRUE(ids.contains(id)) << id;
  }
};

TEST_F(JsonLdTest, articles_mention_and_quote) {
  const Json document = Json::parse(bytes_of(exported("jsonld", SimpleRegistry::of(analysed()))));
  expect_whole(document);
  std::map<std::string, std::size_t> count;
  for (const Json& node : document["@graph"]) {
    ++count[node["@type"]];
    if (node["@type"] == "Quotation" && node.contains("creator")) {
      EXPECT_EQ(node["creator"], node["spokenByCharacter"]);
    }
  }
  std::size_t quotes = 0;
  for (const Json& article : analysed()) quotes += article["quotes"].size();
  EXPECT_EQ(count["NewsArticle"], analysed().size());
  EXPECT_EQ(count["Quotation"], quotes);
  EXPECT_GT(count["GovernmentOrganization"], 100u);
}

TEST_F(JsonLdTest, hostile_articles_are_whole_too) {
  const Json document = Json::parse(bytes_of(exported("jsonld", SimpleRegistry::of(hostile_articles()))));
  expect_whole(document);
}

TEST_F(JsonLdTest, without_a_registry_people_have_nodes_of_their_own) {
  const Json document = Json::parse(bytes_of(exported("jsonld", with_articles({hostile_articles()[7]}))));
  EXPECT_EQ(document["@graph"][0]["mentions"][0], (Json{{"@type", "Person"}, {"name", "A|b=c\\; \"d\""}}));
}

TEST_F(JsonLdTest, nothing_gives_an_empty_graph) { EXPECT_EQ(Json::parse(bytes_of(exported("jsonld", Corpus{})))["@graph"], Json::array()); }

}  // namespace
}  // namespace qogam::exports::test
