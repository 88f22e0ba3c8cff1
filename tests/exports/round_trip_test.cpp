// What is exported to an annotation tool comes back as it was.
#include "exports/importer.h"
#include "exports/sheet.h"
#include "exports/world.h"

namespace qogam::exports::test {
namespace {

// What annotation carries: all but confidence, rules, sentences, evidence of topics and ids of entities.
Json essence(const Json& article) {
  std::map<std::string, std::string> names;
  for (const Json& e : article["entities"]) names[e["id"]] = e["name"];
  Json out{{"id", article["id"]}, {"text", article["text"]}, {"title", article["title"]}, {"language", article["language"]}, {"published", article["published"]}};
  for (const char* key : {"mentions", "dates", "money", "quotes", "commitments", "commitment_reports"}) {
    out[key] = Json::array();
    for (Json item : article[key]) {
      if (item.value("type", "") == "money" || (key == std::string("mentions") && item["type"] == "date")) continue;
      if (item["amount"].is_object()) item["amount"] = item["amount"]["text"];
      if (item["entity"].is_string()) item["entity"] = names[item["entity"]];
      for (const char* dropped : {"confidence", "by", "id", "speaker", "actor", "said_by", "quote"}) item.erase(dropped);
      for (const char* maybe : {"amount", "entity", "cue"})
        if (item.contains(maybe) && item[maybe].is_null()) item.erase(maybe);
      out[key].push_back(item);
    }
    std::stable_sort(out[key].begin(), out[key].end(), [](const Json& a, const Json& b) {
      return a["start"] != b["start"] ? a["start"] < b["start"] : a["end"] > b["end"];
    });
  }
  for (const Json& topic : article["topics"]) out["topics"].push_back(topic["id"]);
  for (const Json& o : article["officials"]) out["officials"].push_back({o["name"], o["position"], o["organization"], o["status"]});
  for (const Json& n : article["ngos"]) {
    Json who = Json::array();
    for (const Json& r : n["representatives"]) who.push_back({r["name"], r["role"]});
    out["ngos"].push_back({n["name"], n["named"], who});
  }
  for (const char* key : {"officials", "ngos"})
    if (out.contains(key)) std::sort(out[key].begin(), out[key].end());
  return out;
}

class RoundTripTest : public ExportTest {
 protected:
  std::map<std::string, Json> back(const std::string& format, const std::vector<Json>& articles, const Options& options = {}) {
    const fs::path out = exported(format, with_articles(articles), options);
    ImportOptions taking;
    taking.predictions = true;
    std::map<std::string, Json> all;
    find_import(format)->read(out, taking, [&](const Json& gold) { EXPECT_TRUE(all.emplace(gold["id"], gold).second); });
    fs::remove_all(out);
    return all;
  }

  void expect_the_same(const std::string& format, const std::vector<Json>& articles, const Options& options = {}) {
    const auto all = back(format, articles, options);
    ASSERT_EQ(all.size(), articles.size());
    for (const Json& article : articles) {
      const Json sent = essence(article), got = essence(all.at(article["id"]));
      EXPECT_EQ(sent, got) << format << " " << article["id"] << "\n" << Json::diff(sent, got).dump(1);
    }
  }
};

TEST_F(RoundTripTest, label_studio_gives_back_what_the_program_found) { expect_the_same("labelstudio", analysed()); }

TEST_F(RoundTripTest, brat_gives_back_what_the_program_found) { expect_the_same("brat", analysed()); }

TEST_F(RoundTripTest, hostile_articles_come_back) {
  std::vector<Json> articles = hostile_articles();
  std::erase_if(articles, [](const Json& article) { return article["id"] == ""; });  // named by its task or file
  expect_the_same("labelstudio", articles);
  Options old;
  old.utf16 = true;
  expect_the_same("labelstudio", articles, old);
  expect_the_same("brat", articles);
}

TEST_F(RoundTripTest, gold_comes_back) {
  const std::vector<Json> gold = all_gold();
  for (const char* format : {"labelstudio", "brat"}) {
    const auto all = back(format, gold);
    for (const Json& article : gold) {
      const Json& got = all.at(article["id"]);
      for (const char* key : {"dates", "money", "quotes", "commitments"}) EXPECT_EQ(article[key].size(), got[key].size()) << article["id"] << key;
      EXPECT_EQ(article["mentions"].size(), got["mentions"].size()) << article["id"];
      for (std::size_t i = 0; i < got["commitments"].size(); ++i) {
        const Json &sent = article["commitments"][i], &back_again = got["commitments"][i];
        for (const char* key : {"text", "kind", "actor_name", "said_by_name", "ordered_by", "deadline", "topics"})
          EXPECT_EQ(sent[key], back_again[key]) << article["id"] << " " << key;
      }
    }
  }
}

TEST_F(RoundTripTest, failed_articles_are_left_out) {
  EXPECT_TRUE(back("labelstudio", {failed_article("x"), bare_article("y", "words")}).contains("y"));
  EXPECT_EQ(back("brat", {failed_article("x"), bare_article("y", "words")}).size(), 1u);
}

TEST_F(RoundTripTest, every_label_of_the_interface_is_declared) {
  const fs::path out = exported("labelstudio", with_articles(analysed()));
  const std::string interface = bytes_of(out.string() + ".config.xml");
  for (const Json& task : Json::parse(bytes_of(out)))
    for (const Json& result : task["predictions"][0]["result"]) {
      if (result["type"] == "relation") {
        EXPECT_NE(interface.find("<Relation value=\"" + result["labels"][0].get<std::string>() + "\""), std::string::npos);
        continue;
      }
      EXPECT_NE(interface.find("name=\"" + result["from_name"].get<std::string>() + "\""), std::string::npos) << result["from_name"];
      for (const Json& choice : result["value"].value("choices", Json::array())) {
        EXPECT_NE(interface.find("<Choice value=\"" + choice.get<std::string>() + "\""), std::string::npos) << choice;
      }
    }
}

TEST_F(RoundTripTest, brat_declares_its_types_and_keeps_to_its_folder) {
  const fs::path out = exported("brat", with_articles(hostile_articles()));
  std::size_t texts = 0;
  for (const auto& entry : fs::recursive_directory_iterator(out)) {
    EXPECT_EQ(entry.path().parent_path(), out);
    EXPECT_FALSE(entry.path().filename().string().starts_with("."));
    texts += entry.path().extension() == ".txt";
  }
  EXPECT_EQ(texts, hostile_articles().size());
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
  const std::string conf = bytes_of(out / "annotation.conf");
  for (const Label& label : labels()) EXPECT_NE(conf.find("\n" + std::string(label.name) + "\n"), std::string::npos) << label.name;
}

TEST_F(RoundTripTest, a_line_end_in_a_span_makes_fragments) {
  const fs::path out = exported("brat", with_articles({hostile_articles()[7]}));
  EXPECT_NE(bytes_of(out / "News.ann").find("\tQuote 31 40;41 46\tone, two; three\n"), std::string::npos) << bytes_of(out / "News.ann");
}

}  // namespace
}  // namespace qogam::exports::test
