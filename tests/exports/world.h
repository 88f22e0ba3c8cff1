// Articles and a registry to export, and a folder to do it in.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "exports/exporter.h"
#include "qogam/error.h"

namespace qogam::exports::test {

using Json = nlohmann::json;
namespace fs = std::filesystem;

inline std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<Json> objects_of(const std::string& lines) {
  std::vector<Json> all;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    all.push_back(Json::parse(lines.substr(at, end - at)));
    at = end + 1;
  }
  return all;
}

class ExportTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("qogam-exports-" + std::to_string(getpid()) + "-" + info->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // Writes the export and gives its path.
  fs::path exported(const std::string& format, Corpus corpus, const Options& options = {}, const std::string& name = "out") {
    make_exporter(format, options)->write(corpus, folder_ / name);
    return folder_ / name;
  }

  void save(const std::string& name, const std::string& bytes) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  fs::path folder_;
};

// What the program finds in all articles of corpora/ that have gold; analysed once.
inline const std::vector<Json>& analysed() {
  static const std::vector<Json> all = [] {
    const fs::path out = fs::temp_directory_path() / ("qogam-exports-" + std::to_string(getpid()) + ".jsonl");
    std::string call = std::string("\"") + QOGAM_PROGRAM + "\" analyze";
    for (const char* folder : {"ru", "kk", "fresh", "wide"}) call += std::string(" \"") + QOGAM_SOURCE_DIR + "/corpora/" + folder + "\"";
    EXPECT_EQ(std::system((call + " -o '" + out.string() + "' 2>/dev/null").c_str()), 0);
    const std::vector<Json> articles = objects_of(bytes_of(out));
    fs::remove(out);
    EXPECT_GT(articles.size(), 90u);
    return articles;
  }();
  return all;
}

inline std::vector<Json> all_gold() {
  std::vector<Json> all;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(QOGAM_SOURCE_DIR) / "corpora"))
    if (entry.path().string().ends_with(".gold.json")) all.push_back(Json::parse(bytes_of(entry.path())));
  return all;
}

inline Corpus with_articles(std::vector<Json> articles) {
  const auto held = std::make_shared<std::vector<Json>>(std::move(articles));
  const auto at = std::make_shared<std::size_t>(0);
  Corpus corpus;
  corpus.next = [held, at]() -> std::optional<Json> { return *at < held->size() ? std::optional((*held)[(*at)++]) : std::nullopt; };
  corpus.rewind = [at] { *at = 0; };
  corpus.as_of = "2026-11-30";
  return corpus;
}

// A registry of the simplest kind: what has one type and name in several articles is one.
class SimpleRegistry {
 public:
  static Corpus of(const std::vector<Json>& articles) {
    SimpleRegistry made;
    made.corpus_ = with_articles(articles);
    for (const Json& article : articles) made.add(article);
    for (auto& [key, person] : made.people_) made.corpus_.people.push_back(person);
    for (auto& [key, body] : made.bodies_) made.corpus_.bodies.push_back(body);
    return std::move(made.corpus_);
  }

 private:
  void add(const Json& article) {
    const std::string id = article["id"], day = article["published"]["value"].is_string() ? article["published"]["value"].get<std::string>() : "";
    std::map<std::string, std::string> ids;
    for (const Json& entity : article["entities"]) ids[entity["id"]] = add_entity(id, entity);
    for (const Json& o : article["officials"])
      people_[o["name"]].posts.push_back({text(o["position"]), text(o["organization"]), ids[text(o["organization_entity"])], o["status"], day, day});
    for (const Json& n : article["ngos"])
      for (const Json& r : n["representatives"])
        people_[r["name"]].posts.push_back({text(r["role"]), n["name"], ids[text(n["organization"])], "", day, day});
    for (const Json& c : article["commitments"]) {
      registry::Commitment one;
      one.id = "c" + std::to_string(corpus_.commitments.size());
      one.text = c["text"];
      one.kind = c["kind"];
      one.actor = ids[text(c["actor"])];
      one.actor_name = text(c["actor_name"]);
      one.said_by = ids[text(c["said_by"])];
      one.topics = c["topics"].get<std::vector<std::string>>();
      registry::Telling telling;
      telling.document = id;
      telling.start = c["start"];
      telling.end = c["end"];
      telling.text = c["text"];
      telling.says = "promised";
      telling.day = day;
      if (c["deadline"].is_object()) telling.deadline = text(c["deadline"]["end_date"]);
      one.tellings.push_back(telling);
      corpus_.commitments.push_back(one);
    }
  }

  std::string add_entity(const std::string& article, const Json& entity) {
    const std::string name = entity["name"], entity_id = entity["id"];
    if (entity["type"] == "person") {
      registry::Person& one = people_[name];
      if (one.id.empty()) one = {"p" + std::to_string(people_.size()), name, entity["kind"], entity["aliases"], {}, {}, {}};
      one.entities.push_back({article, entity_id});
      return one.id;
    }
    if (entity["type"] != "organization") return {};
    registry::Body& one = bodies_[name];
    if (one.id.empty()) one = {"b" + std::to_string(bodies_.size()), name, entity["kind"], "", entity["aliases"], {}, {}};
    one.entities.push_back({article, entity_id});
    return one.id;
  }

  static std::string text(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

  Corpus corpus_;
  std::map<std::string, registry::Person> people_;
  std::map<std::string, registry::Body> bodies_;
};

// An article with all its lists empty.
inline Json bare_article(const std::string& id, const std::string& text) {
  Json article{{"schema", "qogam/1"}, {"id", id}, {"language", "ru"}, {"title", nullptr}, {"published", {{"value", nullptr}, {"from", nullptr}}},
               {"text", text}, {"duplicate_of", nullptr}, {"status", "ok"}};
  for (const char* key : {"furniture", "sentences", "mentions", "entities", "officials", "ngos", "dates", "money", "topics", "quotes", "commitments",
                          "commitment_reports", "warnings"})
    article[key] = Json::array();
  return article;
}

inline Json failed_article(const std::string& id) {
  Json article = bare_article(id, "");
  article["status"] = "error";
  article["error"] = {{"code", "empty"}, {"message", "There is nothing in it."}, {"stage", "read"}};
  article.erase("text");
  return article;
}

// Ids that would leave the folder, hide, clash or break a format, each with a text as hostile.
inline std::vector<Json> hostile_articles() {
  const char* ids[] = {"../../etc/passwd", "/abs/path.html", "C:\\x", ".hidden", "..", "", "a b\tc\nd", "News", "news", "\xD3\x99\xD2\x9B", "=1+1",
                       "x|y=z;(q)-w", "</script>\"'&", "https://a.kz/1?b=2#c"};
  const char* text = "=cmd|' /C calc'!A0\n\n\xD3\x99 \xF0\x9F\x98\x80 said: \"one, two;\nthree\" \\ | <b>&amp;</b>\n";
  std::vector<Json> all;
  for (const char* id : ids) {
    Json article = bare_article(id, text);
    article["title"] = "@SUM(1)|a=b; \"t\"\nu";
    article["mentions"].push_back({{"id", "m1"}, {"type", "person"}, {"start", 22}, {"end", 23}, {"text", "\xF0\x9F\x98\x80"}, {"entity", "e1"}, {"confidence", 1.0}, {"by", "t"}});
    article["entities"].push_back({{"id", "e1"}, {"type", "person"}, {"kind", "person"}, {"name", "A|b=c\\; \"d\""}, {"aliases", {"-x", ";"}}, {"parent", nullptr}, {"mentions", {"m1"}}});
    article["quotes"].push_back({{"id", "q1"}, {"start", 31}, {"end", 46}, {"text", "one, two;\nthree"}, {"speaker", "e1"}, {"speaker_name", "A|b=c\\; \"d\""},
                                 {"cue", "said"}, {"direct", true}, {"topics", {"x"}}, {"confidence", 0.5}, {"by", "t"}});
    all.push_back(article);
  }
  return all;
}

template <typename Call>
std::string message_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace qogam::exports::test
